import Testing

@testable import Spreadsheet

/// A part that was read before is known again by all its bytes, and by nothing less.
@Suite struct `Parts that repeat` {
  private static let sheet = "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>45366</v></c></row>"

  /// A style sheet whose one format is of that number: 14 is a date, 10 a percentage.
  private func package(format: Int) -> Package {
    var package = Package(rows: Self.sheet)
    package.styles("<cellXfs count=\"1\"><xf numFmtId=\"\(format)\"/></cellXfs>")
    return package
  }

  @Test func `are known by all their bytes and their limits, four of them, and none that is large`() throws {
    let parts = RepeatedParts<Int>()
    func look(_ package: Package, _ limits: Limits = Limits(), keeping meaning: Int? = nil) throws -> Int? {
      let archive = try Archive(package.bytes, limits: Limits())
      guard let entry = archive.entry("xl/styles.xml") else { return nil }
      if let meaning { try parts.keep(meaning, of: entry, in: archive, limits) }
      return try parts.meaning(of: entry, in: archive, limits)
    }
    #expect(try look(package(format: 14)) == nil)
    #expect(try look(package(format: 14), keeping: 1) == 1 && look(package(format: 15)) == nil)
    var narrow = Limits()
    narrow.depth = 3
    #expect(try look(package(format: 14), narrow) == nil && look(package(format: 14)) == 1)
    for format in 15...18 { #expect(try look(package(format: format), keeping: format) == format) }
    #expect(try look(package(format: 14)) == nil && look(package(format: 15)) == 15)
    var large = package(format: 14)
    large.styles(String(repeating: " ", count: 65 << 10))
    #expect(try look(large, keeping: 9) == nil)
  }

  @Test func `mean what they meant, and others of the same length what they mean`() {
    let date = package(format: 14).bytes
    let percentage = package(format: 10).bytes
    let strict = [date, percentage].map { Outcome($0, isStrictOnly: true) }
    #expect(strict[0] != strict[1])
    for _ in 0..<3 {
      #expect(Outcome(date, knowsRepeatedParts: true) == strict[0])
      #expect(Outcome(percentage, knowsRepeatedParts: true) == strict[1])
    }
  }

  @Test func `are kept for a few programs, and those that gave way are read again`() {
    let packages = (0..<9).map { package(format: 9 + $0).bytes }
    let strict = packages.map { Outcome($0, isStrictOnly: true) }
    for _ in 0..<2 { #expect(packages.map { Outcome($0, knowsRepeatedParts: true) } == strict) }
  }

  @Test func `are known by their sum too: one that lies about it is refused after a whole one was read`()
    throws
  {
    let whole = package(format: 14).bytes
    #expect(try Workbook(reading: whole).sheets[0].cells.count == 1)
    var lying = whole
    let name = Array("xl/styles.xml".utf8)
    let places = lying.indices.filter { lying[$0...].starts(with: name) }
    try #require(places.count == 2)
    // The sum stands 16 bytes before the name in the local header, and 30 in the directory.
    lying[places[0] - 16] ^= 1
    lying[places[1] - 30] ^= 1
    #expect(Outcome(lying, knowsRepeatedParts: true) == .refused(.crcMismatch))
    #expect(Outcome(whole, knowsRepeatedParts: true) == Outcome(whole, isStrictOnly: true))
  }

  @Test func `are judged anew under other limits`() throws {
    var package = package(format: 14)
    package.styles("<a><b><cellXfs count=\"1\"><xf numFmtId=\"14\"/></cellXfs></b></a>")
    let bytes = package.bytes
    #expect(Outcome(bytes, knowsRepeatedParts: true) == Outcome(bytes, isStrictOnly: true))
    var narrow = Limits()
    narrow.depth = 4
    #expect(Outcome(bytes, limits: narrow, knowsRepeatedParts: true) == .refused(.xmlTooDeep))
    narrow = Limits()
    narrow.packageBytes = 600
    #expect(Outcome(bytes, limits: narrow, knowsRepeatedParts: true) == .refused(.zipBomb))
    #expect(Outcome(bytes, knowsRepeatedParts: true) == Outcome(bytes, isStrictOnly: true))
  }

  @Test func `count as inflated, however often they are known`() {
    let bytes = package(format: 14).bytes
    let sizes = try? Archive(bytes, limits: Limits()).entries.map(\.size)
    var limits = Limits()
    limits.packageBytes = sizes?.reduce(0, +) ?? 0
    for _ in 0..<2 {
      #expect(Outcome(bytes, limits: limits, knowsRepeatedParts: true) == Outcome(bytes, isStrictOnly: true))
    }
    limits.packageBytes -= 1
    for _ in 0..<2 { #expect(Outcome(bytes, limits: limits, knowsRepeatedParts: true) == .refused(.zipBomb)) }
  }
}
