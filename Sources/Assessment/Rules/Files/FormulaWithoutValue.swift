internal import Spreadsheet

extension Rule {
  static let formulaWithoutValue = Rule(
    "FIL006", "formula-without-value", .error, .container,
    title: Text("Формула без значения", "A formula without a value"),
    message: Text(
      "Столбец «{header}»: в ячейке формула, а её значение в файле не сохранено.",
      "Column «{header}»: the cell holds a formula whose value is not stored in the file."),
    why: Text(
      "Программа не вычисляет чужих формул: без сохранённого значения неизвестно, что в ячейке.",
      "Formulas are not computed here: without a stored value nobody knows what the cell holds."),
    mend: Text(
      "Введите в столбец «{header}» значение из бумажного протокола вместо формулы.",
      "Enter the value of the paper protocol into column «{header}» in place of the formula."),
    basis: .practice,
    accepts: [.plain],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | ↓= | X | 0 | 1 | м | 4 |
        """),
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | ↓= | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | ↓= |
        """),
    ]
  ) { examination, reporter in
    for cell in examination.inputCells(where: { $0.kind == .pending }) {
      reporter.report(cell.place, ["header": .text(cell.header)], actual: cell.actual)
    }
  }
}
