import Testing

@testable import Spreadsheet

/// A part that is read piece by piece gives what the same part gives as a whole.
@Suite struct `A large sheet` {
  private static let fixtures = Fixtures.paths(["xlsx", "xlsm"])

  private func outcome(_ bytes: [UInt8], piece: Int?) -> Outcome {
    var options = ReadingOptions()
    options.keepsFormulas = true
    if let piece {
      options.wholePartBytes = 0
      options.pieceBytes = piece
    }
    return Outcome(bytes, options)
  }

  @Test(arguments: fixtures)
  func `reads in pieces as it reads whole`(path: String) throws {
    let bytes = try Fixtures.bytes(path)
    let whole = outcome(bytes, piece: nil)
    for piece in [997, 64 << 10] { #expect(outcome(bytes, piece: piece) == whole, "pieces of \(piece)") }
  }

  @Test func `is scanned and not handed to the strict way`() throws {
    let rows = (1...500).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }.joined()
    let bytes = Package(sheet: Package.worksheet(rows + "<row r=\"501\"/><row r=\"502\" ht=\"3\"/>")).bytes
    let archive = try Archive(bytes, limits: Limits())
    let found = archive.entry("xl/worksheets/sheet1.xml")
    let entry = try #require(found)
    let context = SheetContext(strings: [], dateStyles: [], dateOffset: 0, keepsFormulas: false)
    let sheet = LargeSheet(try archive.stream(entry), context: context, limits: Limits(), piece: 100)
    let empty = SheetBuilder(sheet: 0, arena: TextArena(), limits: Limits(), roomForCells: 1000)
    let builder = try sheet.read(into: empty)
    #expect(builder?.cells.count == 500)
  }

  /// What is told of sheets that are handed over: names, cells with their values and formulas, rows.
  private func handed(_ bytes: [UInt8], piece: Int?) throws -> (
    lines: [String], pieces: Int, workbook: Workbook?
  ) {
    var options = ReadingOptions()
    options.keepsFormulas = true
    if let piece { (options.wholePartBytes, options.pieceBytes) = (0, piece) }
    var lines: [String] = []
    var pieces = 0
    let workbook = try Workbook.reading(bytes, options) { sheet in
      pieces += 1
      lines += Self.lines(sheet)
    }
    return (lines, pieces, workbook)
  }

  private static func lines(_ sheet: Sheet) -> [String] {
    sheet.rows.map { "\(sheet.name) row \($0.number) \($0.isHidden)" }
      + sheet.cells.indices.map { index in
        let cell = sheet.cells[index]
        let formula = sheet.formula(of: index) ?? ""
        return "\(sheet.name) \(cell.reference) \(cell.kind) \(sheet.value(of: cell)) \(formula)"
      }
  }

  @Test(arguments: fixtures)
  func `is handed over with all that it holds`(path: String) throws {
    let bytes = try Fixtures.bytes(path)
    guard let whole = try? handed(bytes, piece: nil) else { return }
    var options = ReadingOptions()
    options.keepsFormulas = true
    let kept = try Workbook(reading: bytes, options)
    #expect(whole.lines == kept.sheets.flatMap { Self.lines($0) })
    let parts = try handed(bytes, piece: 5000)
    // A workbook of another program may not be fit to be handed over; then nothing is said of it.
    guard let workbook = parts.workbook else { return }
    #expect(parts.lines.sorted() == whole.lines.sorted())
    #expect(workbook.sheets.allSatisfy { $0.cells.isEmpty } && workbook.notes == kept.notes)
    #expect(workbook.sheets.map(\.name) == kept.sheets.map(\.name))
    #expect(workbook.sheets.map(\.merges) == kept.sheets.map(\.merges))
  }

  @Test func `is handed over in pieces, each with the text of its own rows`() throws {
    let rows = (1...300).map {
      "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"inlineStr\"><is><t>слово \($0)</t></is></c><c r=\"B\($0)\" t=\"s\"><v>0</v></c></row>"
    }
    let parts = try handed(Package(rows: rows.joined()).bytes, piece: 500)
    #expect(parts.workbook != nil && parts.pieces > 10)
    #expect(parts.lines.count { $0.contains("слово") } == 300)
    #expect(parts.lines.count { $0.contains("общая") } == 300)
    #expect(parts.lines.contains { $0.hasSuffix("A300 text слово 300 ") })
  }

  @Test(arguments: [
    "<row r=\"9\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>",
    "<row r=\"1\"><c><v>1</v></c></row><!-- --><row r=\"2\"><c><v>1</v></c></row>",
    "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
  ])
  func `that cannot be handed over in order is not`(rows: String) throws {
    #expect(try handed(Package(rows: rows).bytes, piece: 20).workbook == nil)
    #expect(try handed(Package(rows: rows).bytes, piece: nil).workbook != nil)
  }

  @Test func `has its limit of rows in pieces, too`() throws {
    let rows = (1...40).map { "<row r=\"\($0)\"><c><v>1</v></c></row>" }.joined()
    var options = ReadingOptions()
    (options.wholePartBytes, options.pieceBytes, options.limits.rows) = (0, 30, 39)
    let bytes = Package(rows: rows).bytes
    #expect(try Workbook.reading(bytes, options) { _ in } == nil)
    options.limits.rows = 40
    #expect(try Workbook.reading(bytes, options) { _ in } != nil)
  }

  @Test func `is refused when its sum or its size is wrong`() throws {
    let rows = (1...500).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }.joined()
    let bytes = Package(sheet: Package.worksheet(rows)).bytes
    let archive = try Archive(bytes, limits: Limits())
    let found = archive.entry("xl/worksheets/sheet1.xml")
    let entry = try #require(found)
    var broken = bytes
    let sum = entry.crc.littleEndianBytes
    for index in broken.indices.dropLast(4) where Array(broken[index..<index + 4]) == sum {
      broken[index] ^= 1
    }
    #expect(outcome(broken, piece: 512) == outcome(broken, piece: nil))
    #expect(outcome(broken, piece: 512) != outcome(bytes, piece: nil))
  }
}

extension UInt32 {
  fileprivate var littleEndianBytes: [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) } }
}
