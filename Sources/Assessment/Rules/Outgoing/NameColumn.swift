internal import Spreadsheet

extension Rule {
  static let nameColumn = Rule(
    "PRV001", "name-column", .info, .table,
    title: Text("Столбец с именами не читается", "A column of names is left unread"),
    message: Text(
      "Столбец «{header}» не читается и никуда не попадёт.",
      "The column «{header}» is not read and is handed on to nobody."),
    why: Text(
      "Имена учеников не покидают школу: ни форме, ни отчётам они не нужны.",
      "Pupils' names never leave the school: neither the form nor a report needs them."),
    mend: Text(
      "Исправлять ничего не нужно. Если файл уйдёт в комиссию или район, удалите из него этот столбец.",
      "Nothing needs mending. If the file goes to the commission or the district, remove this column from it."
    ),
    basis: .practice,
    accepts: [.plain],
    rejects: [
      Example(
        """
        | Код | ↓ФИО | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | Образец О. О. | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | Пример П. П. | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | № п/п | ↓Фамилия | ↓Имя | Код участника | Вар. | 1 | 2 | 3(1) | 3(2) | Класс | Пол | Отм. |
        | 1 | Образец | Оля | 40001 | 1 | 1 | 2 | х | 0 | 1 | ж | 4 |
        """),
    ]
  ) { examination, reporter in
    for table in examination.tables {
      for column in table.columns where column.meaning == .name {
        let cell = table.location(column)
        reporter.report(Place(cell: cell, header: column.header), ["header": .text(column.header)])
      }
    }
    for cell in examination.roster?.nameColumns ?? [] {
      guard let workbook = examination.sources[cell.source].workbook,
        workbook.sheets.indices.contains(cell.sheet)
      else { continue }
      let header = workbook.sheets[cell.sheet][cell.cell].description
      reporter.report(Place(cell: cell, header: header), ["header": .text(header)])
    }
  }
}
