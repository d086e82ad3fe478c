import Assessment
import Spreadsheet

/// Turns the Markdown tables of examples into files, so that examples go through the real reader.
struct ExampleWorkbook {
  let bytes: [UInt8]
  /// The cells marked with `↓`.
  let marked: [CellReference]

  /// The sheets of a plan.
  init(plan sheets: [(name: String, table: String)]) {
    var marked: [CellReference] = []
    let parts = sheets.map { sheet in
      let parsed = Self.parse(sheet.table, title: [])
      marked += parsed.marked
      return (sheet.name, Self.sheetData(parsed.rows, hidden: parsed.hidden, parsed.columns))
    }
    self.marked = marked
    bytes = Self.package(parts)
  }

  init(_ table: String, title: [String] = [], isCSV: Bool = false) {
    let parsed = Self.parse(table, title: title)
    marked = parsed.marked
    bytes =
      isCSV
      ? Self.csv(parsed.rows)
      : Self.package([("Протокол", Self.sheetData(parsed.rows, hidden: parsed.hidden, parsed.columns))])
  }

  private struct Parsed {
    var rows: [[String]]
    var hidden: Set<Int> = []
    var columns: Set<Int> = []
    var marked: [CellReference] = []
  }

  private static func parse(_ table: String, title: [String]) -> Parsed {
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
    var columns: Set<Int> = []
    for (row, cells) in rows.enumerated() {
      for (column, text) in cells.enumerated() where text.hasPrefix("~") {
        columns.insert(column)
        rows[row][column] = String(text.dropFirst())
      }
    }
    return Parsed(rows: rows, hidden: hidden, columns: columns, marked: marked)
  }

  private static func csv(_ rows: [[String]]) -> [UInt8] {
    let lines = rows.map { $0.map { $0 == "_" ? "" : $0 }.joined(separator: ";") }
    return [0xEF, 0xBB, 0xBF] + Array(lines.joined(separator: "\r\n").utf8)
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  private static func sheetData(_ rows: [[String]], hidden: Set<Int>, _ columns: Set<Int>) -> String {
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
    return sheet + "</sheetData></worksheet>"
  }

  private static func package(_ sheets: [(name: String, xml: String)]) -> [UInt8] {
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    var writer = PackageWriter(level: 1)
    writer.add(
      "[Content_Types].xml",
      Array("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".utf8))
    let entries = sheets.enumerated().map { number, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(number + 1)\" r:id=\"r\(number + 1)\"/>"
    }
    writer.add(
      "xl/workbook.xml",
      Array(
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\"><sheets>\(entries.joined())</sheets></workbook>"
          .utf8))
    let targets = sheets.indices.map {
      "<Relationship Id=\"r\($0 + 1)\" Type=\"\(links)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }
    writer.add(
      "xl/_rels/workbook.xml.rels",
      Array("<Relationships xmlns=\"\(relations)\">\(targets.joined())</Relationships>".utf8))
    for (number, sheet) in sheets.enumerated() {
      writer.add("xl/worksheets/sheet\(number + 1).xml", Array(sheet.xml.utf8))
    }
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
