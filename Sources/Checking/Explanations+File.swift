public import Assessment
public import Spreadsheet

extension Explanations {
  /// Reads a table with fingerprint, code and text; a header row and further columns are welcome.
  ///
  /// - Throws: ``SpreadsheetError`` when the file is no table that the reader takes.
  public init(reading bytes: [UInt8]) throws(SpreadsheetError) {
    self.init(in: try Workbook(reading: bytes))
  }

  /// The rows of the first sheet that begin with a fingerprint.
  init(in workbook: Workbook) {
    self.init(
      workbook.sheets.first.map { sheet in sheet.rows.compactMap { Entry($0, of: sheet) } } ?? [])
  }
}

extension Explanations.Entry {
  /// Reads a row; `nil` when it begins with no fingerprint.
  fileprivate init?(_ row: SheetRow, of sheet: Sheet) {
    func text(_ column: Int) -> String {
      let text = sheet[CellReference(row: row.number, column: column)].description
      // The apostrophe that keeps a field from acting as a formula is no part of it.
      return text.hasPrefix("'") ? String(text.dropFirst()) : text
    }
    let fingerprint = text(0)
    guard fingerprint.count == 16, fingerprint.allSatisfy({ $0.isHexDigit }) else { return nil }
    let value = text(3)
    self.init(
      fingerprint: fingerprint.lowercased(), code: text(1), value: value.isEmpty ? nil : value, text: text(2))
  }
}
