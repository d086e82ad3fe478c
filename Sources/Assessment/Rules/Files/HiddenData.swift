internal import Spreadsheet

extension Rule {
  static let hiddenData = Rule(
    "FIL008", "hidden-data", .query, .container,
    title: Text("Скрытые строки или столбцы с данными", "Hidden rows or columns with data"),
    message: Text(
      "Лист «{sheet}»: {hidden}. Скрытое прочитано вместе с остальным.",
      "Sheet «{sheet}»: {hidden}. What is hidden was read like the rest."),
    why: Text(
      "Скрытое не видно при сверке с бумагой: в форму могут попасть лишние или непроверенные строки.",
      "What is hidden escapes the comparison with the paper: rows that are surplus or unchecked may reach the form."
    ),
    mend: Text(
      "Снимите фильтр, покажите скрытое и удалите лишнее. Если всё верно, поясните.",
      "Clear the filter, show what is hidden and remove what is surplus. If all is right, explain it."),
    steps: .unhiding,
    basis: .practice,
    accepts: [
      .plain,
      Example(
        """
        | ~№ п/п | Код | ~ФИО | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 1 | 40001 | _ | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        """),
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        ~| ↓40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        | 40003 | 1 | 1 | 0 | 1 | 1 | 1 | ж | 3 |
        ~| ↓40004 | отсутствовал | | | | | | | |
        """),
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | ↓~3.2 (2б) | Класс | ↓~Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        """),
    ]
  ) { examination, reporter in
    for (index, table) in examination.tables.enumerated() {
      let code = table.column(.code)?.index ?? 0
      let rows = table.rows.filter(\.isHidden).map { row in
        var place = examination.place(table: index, row: row.number)
        place.cell = table.location(row: row.number, column: code)
        return place
      }
      let columns = table.sheet.hiddenColumns.isEmpty ? [] : table.hiddenColumns
      let places = columns + rows
      guard let first = places.first else { continue }
      reporter.report(
        first,
        [
          "sheet": .text(PersonName.isLikely(table.sheet.name) ? Actual.withheld : table.sheet.name),
          "hidden": .words(hiddenWords(rows.count, columns)),
        ],
        related: Array(places.dropFirst()))
    }
  }

  /// «скрыты 2 строки участников и 1 столбец («Пол»)».
  private static func hiddenWords(_ rows: Int, _ columns: [Place]) -> Text {
    let headers = columns.prefix(5).compactMap(\.header).map { "«\($0)»" }.joined(separator: ", ")
    let more = columns.count > 5 ? " …" : ""
    let ru = [
      rows == 0
        ? nil
        : "\(rows) \(Plural.word(rows, "строка участника", "строки участников", "строк участников"))",
      columns.isEmpty
        ? nil
        : "\(columns.count) \(Plural.word(columns.count, "столбец", "столбца", "столбцов")) (\(headers)\(more))",
    ]
    let en = [
      rows == 0 ? nil : "\(rows) \(rows == 1 ? "participant's row" : "participants' rows")",
      columns.isEmpty
        ? nil : "\(columns.count) \(columns.count == 1 ? "column" : "columns") (\(headers)\(more))",
    ]
    return Text(
      "скрыто: " + ru.compactMap { $0 }.joined(separator: " и "),
      "hidden: " + en.compactMap { $0 }.joined(separator: " and "))
  }
}

extension ProtocolTable {
  /// The hidden columns that are used and hold data; to hide numbers and names is no harm, for they are not read.
  fileprivate var hiddenColumns: [Place] {
    columns.compactMap { column in
      guard sheet.isHidden(column: column.index) else { return nil }
      switch column.meaning {
      case nil, .number, .name, .expert, .classLetter: return nil
      default: break
      }
      guard hasData(inColumn: column.index) else { return nil }
      var place = Place(cell: location(column), header: column.header)
      if case .task(let task, _) = column.meaning { place.task = task }
      return place
    }
  }
}
