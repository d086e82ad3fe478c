import Testing

@testable import Spreadsheet

/// Each limit refuses with its own reason what exceeds it by one, and takes what meets it.
@Suite struct `The limits of reading` {
  private typealias Reason = SpreadsheetError.Reason

  private func reason(_ bytes: [UInt8], isStrictOnly: Bool = false, _ change: (inout Limits) -> Void)
    -> Reason?
  {
    var options = ReadingOptions()
    options.isStrictOnly = isStrictOnly
    change(&options.limits)
    do throws(SpreadsheetError) {
      _ = try Workbook(reading: bytes, options)
      return nil
    } catch { return error.reason }
  }

  /// The reasons for the limit met exactly, and for one less; by the fast and by the strict way.
  private func expect(
    _ package: Package, _ limit: WritableKeyPath<Limits, Int>, at value: Int,
    _ refusal: SpreadsheetError.Reason,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    for isStrictOnly in [false, true] {
      let met = reason(package.bytes, isStrictOnly: isStrictOnly) { $0[keyPath: limit] = value }
      let exceeded = reason(package.bytes, isStrictOnly: isStrictOnly) { $0[keyPath: limit] = value - 1 }
      #expect(met == nil, sourceLocation: sourceLocation)
      #expect(exceeded == refusal, sourceLocation: sourceLocation)
    }
  }

  private func cell(_ row: Int, _ column: Int) -> String {
    "<c r=\"\(CellReference(row: row, column: column))\"><v>1</v></c>"
  }

  @Test func `count entries`() {
    let package = Package(rows: "")
    expect(package, \.entries, at: package.names.count, .tooManyEntries)
  }

  @Test func `count the bytes of a part, and of all parts`() {
    var package = Package(rows: "")
    let sizes = package.names.map { package[$0]?.utf8.count ?? 0 }
    expect(package, \.partBytes, at: sizes.max() ?? 0, .zipBomb)
    expect(package, \.packageBytes, at: sizes.reduce(0, +), .zipBomb)
    // What is never read does not count.
    package["xl/media/image1.png"] = String(repeating: "x", count: 5000)
    #expect(reason(package.bytes) { $0.packageBytes = sizes.reduce(0, +) } == nil)
  }

  @Test func `look at how well a part deflates, above a floor`() {
    let blank = String(repeating: " ", count: 1 << 20)
    let package = Package(rows: blank)
    #expect(reason(package.bytes) { _ in } == .zipBomb)
    #expect(reason(package.bytes) { $0.ratio = 2000 } == nil)
    #expect(reason(package.bytes) { $0.ratioFloor = 2 << 20 } == nil)
  }

  @Test func `say what else is wrong with a part that deflates too well`() {
    let blank = String(repeating: " ", count: 1 << 20)
    #expect(reason(Package(rows: blank + "<").bytes) { _ in } == .xmlMalformed)
  }

  @Test(arguments: [
    "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", Package.sheetPart,
    "xl/_rels/workbook.xml.rels",
  ])
  func `count elements inside one another in every part`(part: String) {
    func nested(_ depth: Int) -> Package {
      var package = Package(rows: "<row><c><v>1</v></c></row>")
      let end = package[part]?.lastIndex(of: "<") ?? "".startIndex
      let nest = String(repeating: "<x>", count: depth - 1) + String(repeating: "</x>", count: depth - 1)
      package[part]?.insert(contentsOf: nest, at: end)
      return package
    }
    #expect(reason(nested(64).bytes) { _ in } == nil)
    #expect(reason(nested(65).bytes) { _ in } == .xmlTooDeep)
    #expect(reason(nested(30_000).bytes) { _ in } == .xmlTooDeep)
  }

  @Test func `count the attributes of an element`() {
    func row(_ count: Int) -> Package {
      let names = (0..<count).map { "a" + String(repeating: "b", count: $0) + "=\"\"" }
      return Package(rows: "<row \(names.joined(separator: " "))/>")
    }
    expect(row(20), \.attributes, at: 20, .tooManyAttributes)
    #expect(reason(row(65).bytes) { _ in } == .tooManyAttributes)
  }

  @Test func `count the bytes of an attribute, of a comment and of a value`() {
    let long = String(repeating: "x", count: 200)
    for shell in ["<x a=\"\(long)\"/>", "<!--\(long)-->"] {
      expect(Package(rows: "", shell: shell), \.tokenBytes, at: 200, .xmlTokenTooLong)
    }
    let value = "<row><c t=\"str\"><f>\(long)</f><v>1</v></c></row>"
    expect(Package(rows: value), \.tokenBytes, at: 200, .xmlTokenTooLong)
    expect(
      Package(rows: "<row><c t=\"str\"><v>\(long)</v></c></row>"), \.tokenBytes, at: 200, .xmlTokenTooLong)
  }

  @Test func `count sheets`() {
    expect(
      Package(sheets: ["a", "b", "c"].map { _ in Package.worksheet("") }), \.sheets, at: 3, .tooManySheets)
  }

  @Test func `count rows that hold cells, however high their numbers`() {
    let rows = [1, 500, 1_048_576].map { "<row r=\"\($0)\">\(cell($0 - 1, 0))</row><row/>" }
    expect(
      Package(rows: rows[0] + rows[1] + "<row r=\"1048576\">\(cell(1_048_575, 0))</row>"), \.rows, at: 3,
      .tooManyRows)
    #expect(reason(Package(rows: rows[2]).bytes) { _ in } == .tooManyRows, "the row behind the last")
  }

  @Test func `count columns by the highest`() {
    expect(Package(rows: "<row r=\"1\">\(cell(0, 7))</row>"), \.columns, at: 8, .tooManyColumns)
    let styled = Package(rows: "<row r=\"1\"><c r=\"XFD1\" s=\"0\"/></row>")
    #expect(reason(styled.bytes) { $0.columns = 3 } == nil, "a cell without a value counts for nothing")
  }

  @Test func `count cells over all sheets`() {
    let sheet = Package.worksheet("<row r=\"1\">\(cell(0, 0))\(cell(0, 1))</row>")
    expect(Package(sheets: [sheet, sheet]), \.cells, at: 4, .tooManyCells)
  }

  @Test func `count merged ranges`() {
    let merges = (1...5).map { "<mergeCell ref=\"A\($0):B\($0)\"/>" }.joined()
    expect(Package(rows: "", shell: "<mergeCells>\(merges)</mergeCells>"), \.merges, at: 5, .tooManyMerges)
  }

  @Test func `count the UTF-16 units of a text`() {
    let text = "ё😀z"
    var package = Package(rows: "")
    package.strings([])
    for cell in ["<c t=\"str\"><v>\(text)</v></c>", "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>"] {
      package[Package.sheetPart] = Package.worksheet("<row>\(cell)</row>")
      expect(package, \.textUnits, at: 4, .stringTooLong)
    }
    package[Package.sheetPart] = Package.worksheet("")
    package.strings(["a", text])
    expect(package, \.textUnits, at: 4, .stringTooLong)
  }

  @Test func `count shared strings`() {
    var package = Package(rows: "")
    package.strings(["a", "b", "c"])
    expect(package, \.cells, at: 3, .tooManyStrings)
  }

  @Test func `hold for text files`() {
    let text = Array("a;b;c\nd;e;f\n".utf8)
    #expect(reason(text) { $0.textFileBytes = text.count } == nil)
    #expect(reason(text) { $0.textFileBytes = text.count - 1 } == .textFileTooLarge)
    #expect(reason(text) { $0.rows = 1 } == .tooManyRows)
    #expect(reason(text) { $0.columns = 2 } == .tooManyColumns)
    #expect(reason(text) { $0.cells = 5 } == .tooManyCells)
    #expect(reason(Array("aaaaa;b\n".utf8)) { $0.textUnits = 4 } == .stringTooLong)
  }

  @Test func `of looking are those of the format`() throws {
    let last = Package(rows: "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")
    #expect(try last.read { $0.limits = .looking }.sheets[0].cells.first?.reference == CellReference.last)
    #expect(reason(last.bytes) { _ in } == .tooManyColumns)
  }

  @Test func `are named in the error with the part`() {
    let package = Package(rows: "<row r=\"1\">\(cell(0, 7))</row>")
    let error = #expect(throws: SpreadsheetError.self) { try package.read { $0.limits.columns = 7 } }
    #expect(error == SpreadsheetError(.tooManyColumns, part: Package.sheetPart, limit: 7))
    #expect(error?.description == "tooManyColumns (xl/worksheets/sheet1.xml, limit 7)")
  }
}
