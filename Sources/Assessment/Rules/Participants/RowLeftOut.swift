internal import Spreadsheet

extension Rule {
  static let rowLeftOut = Rule(
    "PRT017", "row-left-out", .warning, .file,
    title: Text("Строка без кода и результатов", "A row without code and results"),
    message: Text(
      "{count} {count|строка|строки|строк} с номером и именем, но без кода и результатов: в форму не {count|попадёт|попадут|попадут}.",
      "{count} {count|row has|rows have} a number and a name but no code and no result, and will not get into the form."
    ),
    why: Text(
      "Так выглядит участник, которого забыли ввести, или тот, кому код не выдавали.",
      "This is how a pupil looks whose row was forgotten, or who was given no code."),
    mend: Text(
      "Если участник получил код, введите код и баллы или «отсутствовал». Если нет, оставьте как есть.",
      "If the pupil was given a code, key the code and the points, or «отсутствовал». If not, leave it as it is."
    ),
    basis: .practice,
    accepts: [.plain],
    rejects: [
      Example(
        """
        | № п/п | ФИО | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 1 | Канарейкин А | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | ↓2 | Канарейкина Б | | | | | | | | | |
        | 3 | Канарейкин В | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | м | 5 |
        """),
      Example(
        """
        | ФИО | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | Канарейкин А | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | ↓Канарейкина Б | | | | | | | | | |
        """),
    ]
  ) { examination, reporter in
    for table in examination.tables where !table.leftOut.isEmpty {
      let places = table.leftOut.map { row in
        Place(cell: table.location(row: row, column: table.columns.first?.index ?? 0))
      }
      reporter.report(
        places[0], ["count": .number(places.count)], related: Array(places.dropFirst()))
    }
  }
}
