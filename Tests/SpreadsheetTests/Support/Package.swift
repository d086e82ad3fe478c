import Spreadsheet

/// A small XLSX package whose parts can be replaced, left out or added.
struct Package {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let sheetPart = "xl/worksheets/sheet1.xml"

  private(set) var names: [String] = []
  private var parts: [String: [UInt8]] = [:]

  /// One sheet with these rows.
  init(rows: String = "", shell: String = "") {
    self.init(sheets: [Self.worksheet(rows, shell)])
  }

  /// One sheet with this part.
  init(sheet: String) { self.init(sheets: [sheet]) }

  /// Sheets «Лист1», «Лист2» … with these parts.
  init(sheets: [String], states: [String] = []) {
    self["[Content_Types].xml"] =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
    let list = sheets.indices.map { index in
      let state = index < states.count ? " state=\"\(states[index])\"" : ""
      return "<sheet name=\"Лист\(index + 1)\" sheetId=\"\(index + 1)\"\(state) r:id=\"r\(index + 1)\"/>"
    }
    book("<sheets>\(list.joined())</sheets>")
    relate(
      sheets.indices.map { ("r\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
        + [("s", "styles", "styles.xml"), ("t", "sharedStrings", "sharedStrings.xml")])
    styles("<cellXfs count=\"1\"><xf numFmtId=\"0\"/></cellXfs>")
    strings(["общая", "вторая", ""])
    for (index, sheet) in sheets.enumerated() { self["xl/worksheets/sheet\(index + 1).xml"] = sheet }
  }

  /// A worksheet part with these rows and what follows them.
  static func worksheet(_ rows: String, _ shell: String = "") -> String {
    "<worksheet xmlns=\"\(main)\" xmlns:r=\"\(links)\"><sheetData>\(rows)</sheetData>\(shell)</worksheet>"
  }

  /// Sets the inside of the workbook part.
  mutating func book(_ inside: String) {
    self["xl/workbook.xml"] =
      "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.links)\">\(inside)</workbook>"
  }

  /// Sets the relationships of the workbook part.
  mutating func relate(_ all: [(id: String, kind: String, target: String)]) {
    let list = all.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(Self.links)/\($0.kind)\" Target=\"\($0.target)\"/>"
    }
    self["xl/_rels/workbook.xml.rels"] =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(list.joined())"
      + "</Relationships>"
  }

  /// Sets the inside of the style sheet.
  mutating func styles(_ inside: String) {
    self["xl/styles.xml"] = "<styleSheet xmlns=\"\(Self.main)\">\(inside)</styleSheet>"
  }

  /// Sets the shared strings, each as the inside of its `<t>`.
  mutating func strings(_ all: [String]) {
    let items = all.map { "<si><t>\($0)</t></si>" }
    self["xl/sharedStrings.xml"] = "<sst xmlns=\"\(Self.main)\">\(items.joined())</sst>"
  }

  /// A part as text; `nil` leaves it out.
  subscript(name: String) -> String? {
    get { parts[name].map { String(decoding: $0, as: UTF8.self) } }
    set { put(newValue.map { Array($0.utf8) }, as: name) }
  }

  /// Sets a part by its bytes.
  mutating func put(_ bytes: [UInt8]?, as name: String) {
    names.removeAll { $0 == name && bytes == nil }
    if bytes != nil, parts[name] == nil { names.append(name) }
    parts[name] = bytes
  }

  /// The package.
  var bytes: [UInt8] {
    var writer = PackageWriter(level: 1)
    for name in names { writer.add(name, parts[name] ?? []) }
    return writer.finish()
  }

  /// Reads the package.
  func read(_ change: (inout ReadingOptions) -> Void = { _ in }) throws(SpreadsheetError) -> Workbook {
    var options = ReadingOptions()
    change(&options)
    return try Workbook(reading: bytes, options)
  }

  /// Reads the package strictly, with formulas, and gives its first sheet.
  func sheet(isStrictOnly: Bool = false) throws -> Sheet {
    let book = try read {
      $0.keepsFormulas = true
      $0.isStrictOnly = isStrictOnly
    }
    return book.sheets[0]
  }
}
