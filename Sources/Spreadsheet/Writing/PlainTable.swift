/// A table without any look: rows of values, written as CSV, ODS or XLSX for another program or for the next check.
public struct PlainTable: Sendable {
  /// The sheet's name.
  public let name: String
  /// The rows; ragged ones are fine.
  public let rows: [[CellValue]]
  /// Remarks to cells, which are coloured then; CSV cannot hold them.
  public let remarks: [CellReference: String]

  /// A table of rows.
  public init(name: String, rows: [[CellValue]], remarks: [CellReference: String] = [:]) {
    self.name = name
    self.rows = rows
    self.remarks = remarks
  }

  /// CSV as Russian spreadsheet programs open it: UTF-8 with a byte order mark, semicolons, `CR LF`.
  ///
  /// Text that could act as a formula gets an apostrophe; numbers are exempt by their type.
  public var csv: [UInt8] { csv(quotesAll: false) }

  /// The same with quotation marks around every text, also around those that need none.
  public var quotedCSV: [UInt8] { csv(quotesAll: true) }

  /// The same with a decimal sign of the reader's language: of a number with a point Russian programs make a date.
  public func csv(decimal: String) -> [UInt8] { csv(quotesAll: false, decimal: decimal) }

  private func csv(quotesAll: Bool, decimal: String = ".") -> [UInt8] {
    let lines = rows.map { row in
      row.map { value in
        let field = Self.field(value, isQuoted: quotesAll)
        return if case .number = value { field.replacing(".", with: decimal) } else { field }
      }.joined(separator: ";") + "\r\n"
    }
    return [0xEF, 0xBB, 0xBF] + Array(lines.joined().utf8)
  }

  /// Scalars are looked at, not characters: `\r\n` is one character, and so is an equals sign with an accent.
  private static func field(_ value: CellValue, isQuoted: Bool) -> String {
    let text: String
    switch value {
    case .text(let word), .failure(let word): text = word
    default: return value.description
    }
    let first = text.unicodeScalars.first { active.contains($0) || !isSpace($0) }
    let isActive = first.map { active.contains($0) } ?? false
    let needsQuotes = isQuoted || isActive || text.unicodeScalars.contains { special.contains($0) }
    guard needsQuotes else { return text }
    var field = (isActive ? "\"'" : "\"").unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { field.append(scalar) }
      field.append(scalar)
    }
    field.append("\"")
    return String(field)
  }

  private static let active: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠",
  ]
  /// What would end a field, or make a reader take another character for the separator.
  private static let special: Set<Unicode.Scalar> = [";", ",", "\t", "\"", "\r", "\n"]

  /// Whether nobody sees the scalar, so that a program may pass over it: spaces of all widths, marks of no width.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
  }

  /// An XLSX workbook with one sheet.
  public func xlsx() throws(SpreadsheetError) -> [UInt8] {
    var book = try WorkbookWriter()
    let (rows, remarks) = (rows, remarks)
    let marked = remarks.isEmpty ? nil : book.style(CellStyle().with { $0.fill = Self.remarkColour })
    try book.sheet(name) { sheet throws(SpreadsheetError) in
      for (row, values) in rows.enumerated() {
        for (column, value) in values.enumerated() {
          let place = CellReference(row: row, column: column)
          let style = remarks[place] == nil ? nil : marked
          switch value {
          case .empty: if let style { try sheet.blank(at: place, style) }
          case .number(let number): try sheet.number(number, at: place, style)
          default: try sheet.text(value.description, at: place, style)
          }
          if let remark = remarks[place] { try sheet.remark(remark, at: place) }
        }
      }
    }
    return try book.bytes()
  }

  /// The colour of a cell with a remark.
  public static let remarkColour: CellStyle.Colour = 0xFFEB9C

  /// An OpenDocument spreadsheet with one sheet.
  public var ods: [UInt8] {
    var writer = PackageWriter()
    let type = "application/vnd.oasis.opendocument.spreadsheet"
    writer.add("mimetype", Array(type.utf8), isStored: true)
    writer.add("content.xml", Array(content.utf8))
    let manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    let entries = [("/", type), ("content.xml", "text/xml")].map {
      "<manifest:file-entry manifest:full-path=\"\($0.0)\" manifest:media-type=\"\($0.1)\"/>"
    }
    writer.add(
      "META-INF/manifest.xml",
      Array(
        (Self.declaration + "<manifest:manifest xmlns:manifest=\"\(manifest)\" manifest:version=\"1.2\">"
          + entries.joined() + "</manifest:manifest>").utf8))
    return writer.finish()
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  private var content: String {
    let names = ["office", "table", "text"] + (remarks.isEmpty ? [] : ["style"])
    var spaces = names.map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\"" }
    if !remarks.isEmpty {
      spaces.append("xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"")
    }
    let body = rows.enumerated().map { row, values in
      let cells = values.enumerated().map { column, value in
        cell(value, remarks[CellReference(row: row, column: column)])
      }
      return "<table:table-row>" + (cells.isEmpty ? "<table:table-cell/>" : cells.joined())
        + "</table:table-row>"
    }
    return Self.declaration
      + "<office:document-content \(spaces.joined(separator: " ")) office:version=\"1.2\">"
      + (remarks.isEmpty ? "" : Self.remarkStyle)
      + "<office:body><office:spreadsheet><table:table table:name=\"\(Self.escaped(name))\">" + body.joined()
      + "</table:table></office:spreadsheet></office:body></office:document-content>"
  }

  private static let remarkStyle =
    "<office:automatic-styles><style:style style:name=\"remarked\" style:family=\"table-cell\">"
    + "<style:table-cell-properties fo:background-color=\"#\(hexadecimal(remarkColour))\"/>"
    + "</style:style></office:automatic-styles>"

  private static func hexadecimal(_ colour: CellStyle.Colour) -> String {
    let digits = String(colour.rgb, radix: 16, uppercase: true)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  private func cell(_ value: CellValue, _ remark: String?) -> String {
    let style = remark == nil ? "" : " table:style-name=\"remarked\""
    let lines = remark?.split(separator: "\n").map { "<text:p>\(Self.escaped(String($0)))</text:p>" } ?? []
    let note = lines.isEmpty ? "" : "<office:annotation>\(lines.joined())</office:annotation>"
    switch value {
    case .empty:
      return note.isEmpty
        ? "<table:table-cell\(style)/>" : "<table:table-cell\(style)>\(note)</table:table-cell>"
    case .number(let number):
      let text = CellValue.shortest(number)
      return
        "<table:table-cell\(style) office:value-type=\"float\" office:value=\"\(text)\">\(note)<text:p>\(text)</text:p></table:table-cell>"
    default:
      return
        "<table:table-cell\(style) office:value-type=\"string\">\(note)<text:p>\(Self.escaped(value.description))</text:p></table:table-cell>"
    }
  }

  /// Markup escaped, runs of spaces and line breaks as elements, characters that XML cannot hold left out.
  private static func escaped(_ text: String) -> String {
    var result = ""
    // A space at the beginning of a paragraph or of a line would collapse.
    var wasSpace = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "<text:line-break/>"
      case "\t": result += "<text:tab/>"
      case " " where wasSpace: result += "<text:s/>"
      case _ where scalar.value < 32 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: result.unicodeScalars.append(scalar)
      }
      wasSpace = scalar == " " || scalar == "\n"
    }
    return result
  }
}
