internal import Assessment
internal import Spreadsheet

/// A sheet of an export: its header row, found by its texts, and the cells below it.
///
/// The header usually stands in row 8; a row more or less above it changes nothing. The sheet's name is not looked at: it
/// is cut at 31 characters and people rename it.
struct ExportSheet {
  let sheet: Sheet
  let index: Int
  /// The header row, from zero.
  let headerRow: Int
  /// The folded texts of the header by column; blank ones are left out.
  let headers: [(column: Int, text: String)]

  /// The first visible sheet with a header row that passes a test.
  static func find(in workbook: Workbook, where isHeader: ([String]) -> Bool) -> ExportSheet? {
    for (index, sheet) in workbook.sheets.enumerated() where sheet.visibility == .visible {
      for row in sheet.rows.prefix(30) {
        let headers = headers(of: row, sheet)
        if isHeader(headers.map(\.text)) {
          return ExportSheet(sheet: sheet, index: index, headerRow: row.number, headers: headers)
        }
      }
    }
    return nil
  }

  private static func headers(of row: SheetRow, _ sheet: Sheet) -> [(column: Int, text: String)] {
    sheet.cells[row.cells].compactMap { cell in
      let text = Folded(sheet.value(of: cell).description).bare
      return text.isEmpty ? nil : (Int(cell.column), text)
    }
  }

  /// The one column whose header passes a test.
  func column(_ name: String, where isIt: (String) -> Bool) throws(ExportError) -> Int {
    guard let column = try optionalColumn(where: isIt) else { throw .columnMissing(name) }
    return column
  }

  /// The same for a column that may be missing.
  func optionalColumn(where isIt: (String) -> Bool) throws(ExportError) -> Int? {
    let found = headers.filter { isIt($0.text) }
    if found.count > 1 { throw .columnTwice(cell: reference(headerRow, found[1].column)) }
    return found.first?.column
  }

  func reference(_ row: Int, _ column: Int) -> CellReference { CellReference(row: row, column: column) }

  /// The text of a cell without spaces at its ends.
  func text(_ row: Int, _ column: Int) -> String {
    sheet[reference(row, column)].description.composed.trimmedOfSpaces
  }

  /// A cell read by one of the readers of values.
  func located<Value>(
    _ row: Int, _ column: Int, _ read: (CellText) -> Entry<Value>.Reading
  ) -> Located<Value> {
    let cell = reference(row, column)
    let reading = read(CellText(sheet.cell(at: cell), in: sheet) { _ in })
    if case .value(let value) = reading { return Located(value, at: cell) }
    return Located(nil, at: cell, isBlank: reading == .blank)
  }

  /// A whole number.
  func whole(_ row: Int, _ column: Int) -> Located<Int> { located(row, column, ValueReader.whole) }

  /// A number that may have a fraction: a percentage, also as «12,5» or «12,5%».
  func number(_ row: Int, _ column: Int) -> Located<Double> {
    let cell = reference(row, column)
    switch sheet[cell] {
    case .number(let number): return Located(number, at: cell)
    case .text(let text):
      let digits = text.filter { !$0.isWhitespace && $0 != "\u{A0}" && $0 != "%" }
      return Located(
        Double(digits.replacing(",", with: ".")), at: cell, isBlank: digits.isEmpty)
    case .empty: return Located(nil, at: cell, isBlank: true)
    default: return Located(nil, at: cell)
    }
  }

  /// The numbers of the rows below a row, from zero, but for those that hold nothing.
  func rows(below row: Int) -> [Int] {
    sheet.rows.filter { row in
      sheet.cells[row.cells].contains { !sheet.value(of: $0).description.trimmedOfSpaces.isEmpty }
    }.map(\.number).filter { $0 > row }
  }
}
