import Testing

@testable import Spreadsheet

@Suite struct `A written package` {
  @Test(arguments: 1...12)
  func `opens consistently and gives its parts back at every level`(level: Int) throws {
    var random = Seeded(UInt64(level))
    let parts: [(String, [UInt8])] = [
      ("empty", []), ("one", [7]), ("папка/имя.xml", Array("текст".utf8)),
      ("zeros", [UInt8](repeating: 0, count: 70_000)),
      ("noise", (0..<70_000).map { _ in UInt8.random(in: 0...255, using: &random) }),
    ]
    var writer = PackageWriter(level: level)
    for (name, content) in parts { writer.add(name, content, isStored: name == "one") }
    let archive = try Archive(writer.finish(), limits: Limits())
    #expect(archive.notes.isEmpty && archive.entries.map(\.name) == parts.map(\.0))
    var inflater = Inflater(limits: Limits())
    for (entry, part) in zip(archive.entries, parts) {
      #expect(try inflater.bytes(of: entry, in: archive) == part.1)
      #expect(entry.isStored == ["empty", "one"].contains(part.0) || part.0 == "empty")
      #expect(entry.crc == RawArchive.crc(part.1))
    }
  }

  @Test func `says nothing of the time of its making`() throws {
    func make() -> [UInt8] {
      var writer = PackageWriter()
      writer.add("a", [1, 2, 3])
      return writer.finish()
    }
    #expect(make() == make())
    #expect(try Archive(make(), limits: Limits()).entries.map(\.time) == [PackageWriter.epoch])
  }

  @Test func `may be empty`() throws {
    #expect(PackageWriter().finish().count == 22)
  }
}
