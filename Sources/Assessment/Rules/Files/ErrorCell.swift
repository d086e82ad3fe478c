internal import Spreadsheet

extension Rule {
  static let errorCell = Rule(
    "FIL007", "error-cell", .error, .container,
    title: Text("Ошибка таблицы в ячейке", "An error value in a cell"),
    message: Text(
      "Столбец «{header}»: вместо значения в ячейке ошибка {error}.",
      "Column «{header}»: the cell holds the error {error} in place of a value."),
    why: Text(
      "Ошибку таблицы форма не примет, а какое значение под ней было, из файла не видно.",
      "The form does not take an error, and the file does not show which value was there before it."),
    mend: Text(
      "Введите в столбец «{header}» значение из бумажного протокола вместо {error}.",
      "Enter the value of the paper protocol into column «{header}» in place of {error}."),
    basis: .form,
    accepts: [.plain],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | ↓#N/A | 1 | м | 4 |
        """),
      Example(
        """
        | Код | Вар. | 1 | 2 | 3(1) | 3(2) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | ↓#REF! | м | 4 |
        | 40002 | 2 | 0 | ↓#VALUE! | 1 | 2 | 1 | ж | 5 |
        """),
    ]
  ) { examination, reporter in
    for cell in examination.inputCells(where: { $0.kind == .failure }) {
      reporter.report(
        cell.place, ["header": .text(cell.header), "error": .text(cell.actual.raw)], actual: cell.actual)
    }
  }
}
