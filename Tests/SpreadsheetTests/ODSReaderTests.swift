import Testing

@testable import Spreadsheet

@Suite struct `An OpenDocument spreadsheet` {
  private static let spaces = ["office", "table", "text", "style"]
    .map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\"" }.joined(separator: " ")

  private func content(_ tables: String, styles: String = "") -> String {
    "<office:document-content \(Self.spaces)><office:automatic-styles>\(styles)</office:automatic-styles><office:body>"
      + "<office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>"
  }

  private func package(_ content: [UInt8], manifest: String = "") -> [UInt8] {
    var writer = PackageWriter(level: 1)
    writer.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8), isStored: true)
    writer.add("content.xml", content)
    if !manifest.isEmpty { writer.add("META-INF/manifest.xml", Array(manifest.utf8)) }
    return writer.finish()
  }

  private func book(_ tables: String, styles: String = "") throws(SpreadsheetError) -> Workbook {
    try Workbook(reading: package(Array(content(tables, styles: styles).utf8)))
  }

  private func values(_ rows: String) throws -> [String: CellValue] {
    let sheet = try book("<table:table table:name=\"Л\">\(rows)</table:table>").sheets[0]
    return Dictionary(uniqueKeysWithValues: sheet.cells.map { ("\($0.reference)", sheet.value(of: $0)) })
  }

  private func row(_ cells: String) -> String { "<table:table-row>\(cells)</table:table-row>" }

  private func text(_ inside: String) -> String {
    "<table:table-cell office:value-type=\"string\">\(inside)</table:table-cell>"
  }

  @Test(arguments: [
    ("office:value-type=\"float\" office:value=\"1.5\"", CellValue.number(1.5)),
    ("office:value-type=\"percentage\" office:value=\"0.5\"", .number(0.5)),
    ("office:value-type=\"currency\" office:value=\"7\"", .number(7)),
    ("office:value-type=\"boolean\" office:boolean-value=\"true\"", .boolean(true)),
    ("office:value-type=\"boolean\" office:boolean-value=\"false\"", .boolean(false)),
    (
      "office:value-type=\"date\" office:date-value=\"2024-04-15\"",
      .date(DateStamp(year: 2024, month: 4, day: 15))
    ),
    (
      "office:value-type=\"date\" office:date-value=\"2024-04-15T12:00:00\"",
      .date(DateStamp(year: 2024, month: 4, day: 15, second: 43_200))
    ),
    ("office:value-type=\"date\" office:date-value=\"2024-02-30\"", .text("показ")),
    ("office:value-type=\"float\" office:value=\"x\"", .text("показ")),
    ("office:value-type=\"string\" office:string-value=\"иное\"", .text("иное")),
    (
      "office:value-type=\"time\" office:time-value=\"PT06H09M23.4S\"",
      .date(DateStamp(year: 1899, month: 12, day: 31, second: 22_163))
    ),
    (
      "office:value-type=\"time\" office:time-value=\"PT30M\"",
      .date(DateStamp(year: 1899, month: 12, day: 31, second: 1800))
    ),
    ("office:value-type=\"time\" office:time-value=\"PT\"", .text("показ")),
    ("office:value-type=\"time\" office:time-value=\"P1D\"", .text("показ")),
    ("office:value-type=\"time\" office:time-value=\"PT1S2M\"", .text("показ")), ("", .text("показ")),
  ])
  func `has typed values`(attributes: String, value: CellValue) throws {
    #expect(
      try values(row("<table:table-cell \(attributes)><text:p>показ</text:p></table:table-cell>")) == [
        "A1": value
      ])
  }

  @Test func `tells formulas and errors`() throws {
    let cells =
      "<table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"2\"/><table:table-cell table:formula=\"of:=A1\"/>"
      + "<table:table-cell table:formula=\"of:=NA()\" office:value-type=\"string\" office:string-value=\"\"><text:p>#N/A</text:p></table:table-cell>"
      + "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"float\" office:value=\"0\"><text:p>#DIV/0!</text:p></table:table-cell>"
      + text("<text:p>#N/A</text:p>")
    let sheet = try book("<table:table>\(row(cells))</table:table>").sheets[0]
    #expect(sheet.cells.map(\.kind) == [.number, .pending, .failure, .failure, .text])
    #expect(sheet.cells.map(\.hasFormula) == [true, true, true, true, false])
  }

  @Test(arguments: [
    ("<text:p>a</text:p><text:p>b</text:p>", "a\nb"),
    ("<text:p>a<text:s/>b<text:s text:c=\"3\"/>c</text:p>", "a b   c"),
    ("<text:p>a<text:tab/>b<text:line-break/>c</text:p>", "a\tb\nc"), ("<text:p>  a \n  b</text:p>", "a b"),
    ("<text:p><text:span>a<text:span>b</text:span></text:span><text:a>c</text:a></text:p>", "abc"),
    ("<text:h>a</text:h><text:p/><text:p>b</text:p>", "a\n\nb"),
    ("<text:p>a<office:annotation><text:p>тайна</text:p></office:annotation>b</text:p>", "ab"),
    (
      "<office:annotation><text:p>тайна</text:p><text:list><text:p>x</text:p></text:list></office:annotation><text:p>a</text:p>",
      "a"
    ),
    ("<text:p>a&amp;&lt;<![CDATA[<b>]]></text:p>", "a&<<b>"), ("вне<text:p>a</text:p>вне", "a"),
    ("<text:p>a<x:p xmlns:x=\"x\">b</x:p>c</text:p><text:p>d</text:p>", "abc\nd"),
  ])
  func `has text with its own spaces`(inside: String, expected: String) throws {
    #expect(try values(row(text(inside))) == ["A1": .text(expected)])
  }

  @Test func `repeats rows and cells, and counts those without values`() throws {
    let one = "office:value-type=\"float\" office:value=\"1\""
    let rows =
      "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell \(one) table:number-columns-repeated=\"2\"/><table:table-cell table:number-columns-repeated=\"3\"/><table:table-cell \(one)/></table:table-row>"
      + "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
      + row("<table:table-cell \(one)/>")
    #expect(try values(rows).keys.sorted() == ["A1", "A1000003", "A2", "B1", "B2", "F1", "F2"])
  }

  @Test func `has merged cells, and covered ones keep what they hold`() throws {
    let cells =
      "<table:table-cell table:number-columns-spanned=\"2\" table:number-rows-spanned=\"3\" office:value-type=\"string\"><text:p>a</text:p></table:table-cell>"
      + "<table:covered-table-cell office:value-type=\"float\" office:value=\"4\"/>"
      + text("<text:p>c</text:p>")
    let sheet = try book("<table:table>\(row(cells))</table:table>").sheets[0]
    #expect(sheet.merges.map(\.description) == ["A1:B3"])
    #expect(sheet.cells.map { sheet.value(of: $0) } == [.text("a"), .number(4), .text("c")])
  }

  @Test func `has hidden sheets, rows and columns`() throws {
    let cell = text("<text:p>a</text:p>")
    let tables =
      "<table:table table:name=\"Явный\"><table:table-column/><table:table-column table:visibility=\"collapse\" table:number-columns-repeated=\"2\"/><table:table-row table:visibility=\"filter\">\(cell)</table:table-row>\(row(cell))</table:table>"
      + "<table:table table:name=\"Скрытый\" table:style-name=\"h\">\(row(cell))</table:table>"
    let found = try book(
      tables,
      styles: "<style:style style:name=\"h\"><style:table-properties table:display=\"false\"/></style:style>")
    #expect(
      found.sheets.map(\.visibility) == [.visible, .hidden] && found.notes.map(\.word) == [.hiddenSheet])
    #expect(
      found.sheets[0].rows.map(\.isHidden) == [true, false] && found.sheets[0].hiddenColumns == [1...2])
    #expect(found.format == .ods && found.sheets.map(\.name) == ["Явный", "Скрытый"])
  }

  @Test func `may hold elements of others, and tables inside cells`() throws {
    let rows =
      row(text("<text:p>a</text:p>") + "<x:table-cell xmlns:x=\"x\"/>")
      + "<x:table xmlns:x=\"x\"/><x:table-row xmlns:x=\"x\"/>"
      + row(
        "<table:table-cell office:value-type=\"string\"><table:table><table:table-row><table:table-cell/></table:table-row></table:table><text:p>b</text:p></table:table-cell>"
      )
    #expect(try values(rows) == ["A1": .text("a"), "A2": .text("b")])
  }

  @Test(arguments: [
    ("<table:table-row table:number-rows-repeated=\"0\"/>", SpreadsheetError.Reason.badRepeat),
    ("<table:table-row table:number-rows-repeated=\"-1\"/>", .badRepeat),
    ("<table:table-row table:number-rows-repeated=\"99999999\"/>", .badRepeat),
    (
      "<table:table-row><table:table-cell table:number-columns-repeated=\"x\"/></table:table-row>", .badRepeat
    ),
    (
      "<table:table-row><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>",
      .tooManyColumns
    ),
    (
      "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>",
      .tooManyRows
    ),
    (
      "<table:table-row><table:table-cell><text:p><text:s text:c=\"99999999\"/></text:p></table:table-cell></table:table-row>",
      .stringTooLong
    ),
    (
      "<table:table-row><table:table-cell><text:p><text:s text:c=\"-1\"/></text:p></table:table-cell></table:table-row>",
      .badRepeat
    ),
    ("<table:table-row>", .xmlMalformed),
  ])
  func `is refused for what no program means`(rows: String, reason: SpreadsheetError.Reason) {
    let error = #expect(throws: SpreadsheetError.self) { try book("<table:table>\(rows)</table:table>") }
    #expect(error?.reason == reason && error?.part == "content.xml")
  }

  @Test func `is refused when it is encrypted, or another document`() {
    let plain = Array(content("").utf8)
    let manifest =
      "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    #expect(throws: SpreadsheetError(.encrypted)) {
      try Workbook(reading: package(plain, manifest: manifest))
    }
    let text = content("").replacing("office:spreadsheet", with: "office:text")
    #expect(throws: SpreadsheetError(.notSpreadsheet)) { try Workbook(reading: package(Array(text.utf8))) }
    #expect(throws: SpreadsheetError(.dtdForbidden, part: "content.xml")) {
      try Workbook(reading: package(Array("<!DOCTYPE a>".utf8) + plain))
    }
  }

  @Test func `never crashes when it is changed at random`() {
    let cells =
      text("<text:p>a<text:s text:c=\"2\"/>б</text:p>")
      + "<table:table-cell table:number-columns-repeated=\"3\" office:value-type=\"float\" office:value=\"1.5\"/>"
      + "<table:covered-table-cell/><table:table-cell table:number-columns-spanned=\"2\" office:value-type=\"date\" office:date-value=\"2024-04-15\"/>"
    let start = Array(
      content(
        "<table:table table:name=\"Л\"><table:table-column table:number-columns-repeated=\"2\" table:visibility=\"collapse\"/>\(row(cells))\(row(cells))</table:table>"
      ).utf8)
    let tokens = [
      "<table:table>", "</table:table>", "</table:table-row>", "<table:table-cell/>", "<text:p>", "</text:p>",
      "99999999999999999999", "-1", "0", "\"", "<", ">", "16384", "1048576", "T", "&#0;", "ё",
      "<office:annotation>",
    ]
    var random = Seeded(8)
    var taken = 0
    for _ in 0..<1500 {
      var changed = start
      let place = Int.random(in: 250..<changed.count, using: &random)
      let length = Int.random(in: 0...12, using: &random)
      let token = Array((Bool.random(using: &random) ? tokens.randomElement(using: &random) ?? "" : "").utf8)
      changed.replaceSubrange(place..<min(changed.count, place + length), with: token)
      guard let sheets = try? Workbook(reading: package(changed)).sheets else { continue }
      taken += 1
      #expect(
        sheets.allSatisfy { sheet in sheet.cells.allSatisfy { sheet[$0.reference] == sheet.value(of: $0) } })
    }
    #expect((50..<1500).contains(taken))
  }
}
