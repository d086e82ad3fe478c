internal import Spreadsheet

extension Rule {
  static let formulaInInput = Rule(
    "FIL005", "formula-in-input", .warning, .container,
    title: Text("Формула вместо значения", "A formula in place of a value"),
    message: Text(
      "Столбец «{header}»: в ячейке формула, взято её значение «{value}».",
      "Column «{header}»: the cell holds a formula; its value «{value}» was taken."),
    why: Text(
      "Значение формулы зависит от других ячеек и файлов и может молча измениться; в форму пойдёт то, что сохранено.",
      "A formula depends on other cells and files and may change unnoticed; what is stored now goes into the form."
    ),
    mend: Text(
      "Сверьте «{value}» с бумажным протоколом и введите значение вместо формулы.",
      "Compare «{value}» with the paper protocol and enter the value in place of the formula."),
    steps: .pastingValues,
    basis: .practice,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Сумма | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | =3 | 1 | м | 4 |
        """)
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | ↓=2 | X | 0 | 1 | м | 4 |
        """),
      Example(
        """
        | № п/п | Код | Вар. | 1 | 2 | 3(1) | 3(2) | Класс | Пол | Отм. |
        | 1 | 40001 | 1 | 1 | 2 | X | 0 | ↓=1 | м | 4 |
        | 2 | ↓=40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
    ]
  ) { examination, reporter in
    let cells = examination.inputCells { $0.hasFormula && $0.kind != .pending && $0.kind != .failure }
    for cell in cells where !cell.actual.raw.isEmpty {
      reporter.report(
        cell.place, ["header": .text(cell.header), "value": .text(cell.actual.raw)], actual: cell.actual)
    }
  }
}
