public import Assessment
public import Spreadsheet

/// The agreed sheet of two transcriptions as a file: disputed cells are empty, coloured, and tell in a note what either
/// transcription holds.
public struct AgreedSheet {
  private let agreed: AgreedProtocol
  private let language: Language

  /// A sheet with its notes in a language.
  public init(_ agreed: AgreedProtocol, _ language: Language) {
    self.agreed = agreed
    self.language = language
  }

  /// The sheet as a plain table, for ODS and CSV; CSV can hold neither colours nor notes.
  public var table: PlainTable {
    PlainTable(
      name: "Протокол", rows: agreed.rows, remarks: agreed.disputed.mapValues { $0[language] })
  }

  /// An XLSX workbook whose header stays in sight.
  public func xlsx() throws(SpreadsheetError) -> [UInt8] {
    var book = try WorkbookWriter(
      DocumentProperties(title: language.say("Сведённая запись протокола", "Agreed transcription")))
    let base = CellStyle().with {
      $0.hasBorder = true
      $0.borderColour = 0xBFBFBF
      $0.horizontal = .center
    }
    let plain = book.style(base)
    let head = book.style(
      base.with {
        $0.isBold = true
        $0.wraps = true
        $0.fill = 0xE7EEF7
        $0.vertical = .center
      })
    let disputed = book.style(base.with { $0.fill = PlainTable.remarkColour })
    let (agreed, language) = (agreed, language)
    try book.sheet("Протокол") { sheet throws(SpreadsheetError) in
      try Self.lay(out: sheet, agreed)
      for (row, values) in agreed.rows.enumerated() {
        for (column, value) in values.enumerated() {
          let place = CellReference(row: row, column: column)
          let note = agreed.disputed[place]
          let style =
            row < agreed.headerRow ? nil : row == agreed.headerRow ? head : note == nil ? plain : disputed
          switch value {
          case .empty: if let style { try sheet.blank(at: place, style) }
          case .number(let number): try sheet.number(number, at: place, style)
          default: try sheet.text(value.description, at: place, style)
          }
          if let note { try sheet.remark(note[language], at: place) }
        }
      }
    }
    return try book.bytes()
  }

  private static func lay(
    out sheet: borrowing SheetWriter, _ agreed: AgreedProtocol
  ) throws(SpreadsheetError) {
    sheet.freeze(above: CellReference(row: agreed.headerRow + 1, column: 1))
    try sheet.row(agreed.headerRow, height: 48)
    var page = PageSetup()
    page.isLandscape = true
    page.repeatedRows = agreed.headerRow...agreed.headerRow
    try sheet.page(page)
    for (column, header) in agreed.rows[agreed.headerRow].enumerated() {
      let texts =
        [header.description.split(separator: " ").map(\.count).max() ?? 0]
        + agreed.rows[(agreed.headerRow + 1)...].map { $0[column].description.count }
      try sheet.columns(column...column, width: Double(max(7, (texts.max() ?? 0) + 2)))
    }
  }
}
