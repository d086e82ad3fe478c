extension Workbook {
  /// The same sheets with the same values in an XLSX workbook: for a file whose own format cannot carry what is to be
  /// added to it.
  ///
  /// Text that is nothing but a plain whole number becomes one where the file cannot tell them apart (CSV, TSV); hidden
  /// sheets, rows and columns stay hidden, merged cells merged. Formulas and looks are not copied.
  public func copiedAsXLSX() throws(SpreadsheetError) -> [UInt8] {
    var book = try WorkbookWriter()
    let day = book.style(CellStyle().with { $0.numberFormat = "dd.mm.yyyy" })
    let moment = book.style(CellStyle().with { $0.numberFormat = "dd.mm.yyyy hh:mm" })
    let isText = format == .csv || format == .tsv
    for (index, sheet) in sheets.enumerated() {
      let name = sheet.name.isEmpty ? "Лист\(index + 1)" : sheet.name
      try book.sheet(name) { writer throws(SpreadsheetError) in
        for cell in sheet.cells {
          try Self.write(sheet.value(of: cell), isText: isText, cell, day, moment, writer)
        }
        for row in sheet.rows where row.isHidden { try writer.row(row.number, isHidden: true) }
        for columns in sheet.hiddenColumns { try writer.columns(columns, width: 9, isHidden: true) }
        if sheet.hiddenColumns.isEmpty { try Self.widen(sheet, writer) }
        if sheet.visibility != .visible { writer.hide() }
      }
    }
    return try book.bytes()
  }

  private static func write(
    _ value: CellValue, isText: Bool, _ cell: Cell, _ day: CellStyle.ID, _ moment: CellStyle.ID,
    _ writer: borrowing SheetWriter
  ) throws(SpreadsheetError) {
    let place = cell.reference
    switch value {
    case .empty: break
    case .number(let number): try writer.number(number, at: place)
    case .date(let stamp) where cell.number >= 61:
      try writer.number(cell.number, at: place, stamp.description.count > 10 ? moment : day)
    case .text(let text):
      if isText, let number = Int(text), String(number) == text, abs(number) < 1_000_000_000 {
        try writer.number(number, at: place)
      } else {
        try writer.text(text, at: place)
      }
    case .boolean, .failure, .date: try writer.text(value.description, at: place)
    }
  }

  /// Columns as wide as what stands in them, within reason.
  private static func widen(_ sheet: Sheet, _ writer: borrowing SheetWriter) throws(SpreadsheetError) {
    var widths: [Int: Int] = [:]
    for cell in sheet.cells where cell.column < 256 {
      let count = sheet.value(of: cell).description.count
      widths[Int(cell.column)] = max(widths[Int(cell.column)] ?? 0, min(count, 36))
    }
    for (column, width) in widths where width > 8 {
      try writer.columns(column...column, width: Double(width) + 1.5)
    }
  }
}
