internal import Spreadsheet

extension Rule {
  static let columnUnknown = Rule(
    "TPL002", "column-unknown", .query, .table,
    title: Text("Непонятный столбец", "A column that is not understood"),
    message: Text(
      "{column}: назначение неизвестно, данные не использованы.",
      "{column}: not understood, its data are not used."),
    why: Text(
      "В таком столбце могут быть баллы или сведения, которые нужны форме, а заголовок написан необычно.",
      "Such a column may hold points or details that the form needs, under an unusual header."),
    mend: Text(
      "Если столбец нужен, исправьте его заголовок; если нет, удалите столбец или поясните.",
      "If the column is needed, mend its header; if not, remove the column or explain it."),
    basis: .practice,
    accepts: [
      .plain,
      Example(
        """
        | № п/п | Код | ФИО | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Сумма | Класс | Пол | Отм. | Примечание |
        | 1 | 40001 | _ | 1 | 1 | 2 | X | 0 | 3 | 1 | м | 4 | |
        """),
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. | ↓Кабинет |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 | 12 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 | 14 |
        """),
      Example(
        """
        | Код | Вариант | ↓_ | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | да | 1 | 2 | X | 0 | 1 | м | 4 |
        """),
    ]
  ) { examination, reporter in
    for table in examination.tables
    where table.columns.contains(where: { $0.meaning == nil }) || !table.namelessColumns.isEmpty {
      for column in table.columns where column.meaning == nil && table.hasData(inColumn: column.index) {
        reporter.report(
          Place(cell: table.location(column), header: column.header),
          ["column": .words(columnName(column.index, column.header))],
          actual: Actual(raw: column.header, type: "text"))
      }
      guard !isForm(examination.sources[table.source]) else { continue }
      for column in table.namelessColumns where table.hasData(inColumn: column) && !table.isUnderName(column)
      {
        reporter.report(
          Place(cell: table.location(row: table.headerRow, column: column)),
          ["column": .words(columnName(column, nil))], actual: Actual(raw: "", type: "empty"))
      }
    }
  }

  private static func columnName(_ column: Int, _ header: String?) -> Text {
    let letters = CellReference.letters(ofColumn: column)
    guard let header else {
      return Text("Столбец \(letters) без заголовка", "Column \(letters), without a header")
    }
    func shown(_ language: Language) -> String {
      let text = Visible.text(header, language)
      return text.count > 60 ? text.prefix(59) + "…" : text
    }
    return Text("Столбец \(letters) «\(shown(.ru))»", "Column \(letters) «\(shown(.en))»")
  }

  /// A downloaded form keeps helper columns without headers beside its table.
  private static func isForm(_ source: Source) -> Bool {
    source.workbook?.sheets.contains { Folded($0.name).text == "служебный" } ?? false
  }
}

extension ProtocolTable {
  /// Whether the column lies under a merged «ФИО» or «№», whose columns are all left unread.
  fileprivate func isUnderName(_ column: Int) -> Bool {
    sheet.merges.contains { range in
      guard range.contains(CellReference(row: headerRow, column: column)) else { return false }
      let owner = columns.first { range.contains($0.cell) }?.meaning
      return owner == .name || owner == .number
    }
  }
}
