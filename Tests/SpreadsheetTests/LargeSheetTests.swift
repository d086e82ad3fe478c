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
