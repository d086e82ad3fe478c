import Assessment
import Spreadsheet

/// Turns the Markdown tables of examples into files, so that examples go through the real reader.
struct ExampleWorkbook {
  let bytes: [UInt8]
  /// The cells marked with `↓`.
  let marked: [CellReference]

  init(_ table: String, title: [String] = [], isCSV: Bool = false) {
    var rows = title.map { [$0] } + (title.isEmpty ? [] : [[]])
    var hidden: Set<Int> = []
    for line in table.split(separator: "\n") {
      if line.hasPrefix("~") { hidden.insert(rows.count) }
      let cells = line.drop { $0 == "~" }.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
        .dropLast()
      rows.append(cells.map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) })
    }
    var marked: [CellReference] = []
    for (row, cells) in rows.enumerated() {
      for (column, text) in cells.enumerated() where text.hasPrefix("↓") {
        marked.append(CellReference(row: row, column: column))
        rows[row][column] = String(text.dropFirst())
      }
    }
    self.marked = marked
    var columns: Set<Int> = []
    for (row, cells) in rows.enumerated() {
      for (column, text) in cells.enumerated() where text.hasPrefix("~") {
        columns.insert(column)
        rows[row][column] = String(text.dropFirst())
      }
    }
    bytes = isCSV ? Self.csv(rows) : Self.xlsx(rows, hidden: hidden, columns)
  }

  private static func csv(_ rows: [[String]]) -> [UInt8] {
    let lines = rows.map { $0.map { $0 == "_" ? "" : $0 }.joined(separator: ";") }
    return [0xEF, 0xBB, 0xBF] + Array(lines.joined(separator: "\r\n").utf8)
  }

  private static func xlsx(_ rows: [[String]], hidden: Set<Int>, _ columns: Set<Int>) -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var sheet = "<worksheet xmlns=\"\(main)\">"
    let hiddenColumns = columns.sorted().map {
      "<col min=\"\($0 + 1)\" max=\"\($0 + 1)\" width=\"9\" hidden=\"1\"/>"
    }
    if !hiddenColumns.isEmpty { sheet += "<cols>\(hiddenColumns.joined())</cols>" }
    sheet += "<sheetData>"
    for (row, cells) in rows.enumerated() {
      sheet += "<row r=\"\(row + 1)\"\(hidden.contains(row) ? " hidden=\"1\"" : "")>"
      for (column, text) in cells.enumerated() {
        sheet += cell(text, CellReference(row: row, column: column))
      }
      sheet += "</row>"
    }
    sheet += "</sheetData></worksheet>"
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    var writer = PackageWriter(level: 1)
    writer.add(
      "[Content_Types].xml",
      Array("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".utf8))
    writer.add(
      "xl/workbook.xml",
      Array(
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\"><sheets><sheet name=\"Протокол\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
          .utf8))
    writer.add(
      "xl/_rels/workbook.xml.rels",
      Array(
        "<Relationships xmlns=\"\(relations)\"><Relationship Id=\"r1\" Type=\"\(links)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
          .utf8))
    writer.add("xl/worksheets/sheet1.xml", Array(sheet.utf8))
    return writer.finish()
  }

  private static func cell(_ text: String, _ place: CellReference) -> String {
    if text.isEmpty || text == "_" { return "" }
    if text == "=" { return "<c r=\"\(place)\"><f>1-1</f></c>" }
    if text.hasPrefix("="), let value = Double(text.dropFirst()) {
      return "<c r=\"\(place)\"><f>\(text.dropFirst())+0</f><v>\(CellValue.shortest(value))</v></c>"
    }
    if text.hasPrefix("#") { return "<c r=\"\(place)\" t=\"e\"><v>\(text)</v></c>" }
    if let number = Double(text), !text.hasPrefix("0") || text == "0" || text.hasPrefix("0.") {
      return "<c r=\"\(place)\"><v>\(CellValue.shortest(number))</v></c>"
    }
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    return
      "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped.hasPrefix("'") ? String(escaped.dropFirst()) : escaped)</t></is></c>"
  }
}
