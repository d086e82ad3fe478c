internal import Spreadsheet

/// Where the permitted values of a column come from: the first formula of a list validation.
enum ListSource {
  /// The values themselves, or the cells that hold them.
  case values([CellValue])
  /// `#REF!`: the list is lost.
  case broken
  /// The sheet that the list points to is not there.
  case sheetMissing(String)
  /// A formula that picks the values by another cell.
  case formula(String)

  init(_ formula: String, in workbook: Workbook, sheet: Sheet, depth: Int = 0) {
    let text = formula.hasPrefix("=") ? String(formula.dropFirst()) : formula
    if text.utf8.contains(UInt8(ascii: "#")) && text.lowercased().contains("#ref!") || text.isEmpty {
      self = .broken
    } else if text.hasPrefix("\""), text.hasSuffix("\""), text.count > 1 {
      self = .values(text.dropFirst().dropLast().split(separator: ",").map { .text(String($0)) })
    } else if let name = workbook.definedNames.first(where: { $0.name == text }), depth < 4 {
      self = ListSource(name.formula, in: workbook, sheet: sheet, depth: depth + 1)
    } else {
      self = Self.cells(text, workbook, sheet)
    }
  }

  private static func cells(_ text: String, _ workbook: Workbook, _ sheet: Sheet) -> ListSource {
    let mark = text.utf8.firstIndex(of: UInt8(ascii: "!"))
    let address = mark.map { text[text.utf8.index(after: $0)...] } ?? text[...]
    guard let range = CellRange(address) else { return .formula(text) }
    var target = sheet
    if let mark {
      let name = Self.unquoted(String(text[..<mark]))
      // A program that cannot resolve a reference may have changed the case of the sheet's name in it.
      let same = workbook.sheets.first { $0.name == name }
      guard let found = same ?? workbook.sheets.first(where: { $0.name.lowercased() == name.lowercased() })
      else {
        return .sheetMissing(name)
      }
      target = found
    }
    return .values(values(in: range, of: target))
  }

  private static func values(in range: CellRange, of sheet: Sheet) -> [CellValue] {
    var values: [CellValue] = []
    let start = sheet.rows.firstIndex { $0.number >= range.first.row } ?? sheet.rows.endIndex
    for row in sheet.rows[start...].prefix(while: { $0.number <= range.last.row }) {
      for cell in sheet.cells[row.cells] where range.contains(cell.reference) {
        values.append(sheet.value(of: cell))
      }
    }
    return values
  }

  private static func unquoted(_ name: String) -> String {
    let (bytes, quote) = (name.utf8, UInt8(ascii: "'"))
    guard bytes.count > 1, bytes.first == quote, bytes.last == quote else { return name }
    let inner = name[bytes.index(after: bytes.startIndex)..<bytes.index(before: bytes.endIndex)]
    // A form has two dozen lists, and none of their sheets has such a name.
    return String(inner.utf8.contains(quote) ? inner.replacing("''", with: "'") : inner)
  }
}
