import Testing

@testable import Spreadsheet

/// The fast way through a directory takes nothing that libzip would refuse, and gives the same of what it takes.
@Suite struct `The two ways through an archive` {
  private let package = Package(rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")

  /// What both ways must agree on.
  private struct Told: Equatable {
    let entries: [[String]]

    init(_ entries: [Archive.Entry], _ raw: (Archive.Entry) throws -> [UInt8]) rethrows {
      self.entries = try entries.map { entry in
        [
          entry.name, "\(entry.rawName)", "\(entry.size)", "\(entry.compressedSize)", "\(entry.crc)",
          "\(entry.isStored)", "\(entry.time)", "\(try raw(entry))",
        ]
      }
    }
  }

  private func plain(_ bytes: [UInt8]) -> Told? {
    bytes.withView { PlainDirectory.entries(of: $0) }.map { entries in
      Told(entries) { $0.place.map { Array(bytes[$0]) } ?? [] }
    }
  }

  /// What libzip tells; `nil` when it refuses the archive or forgives something.
  private func strict(_ bytes: [UInt8]) -> Told? {
    guard let archive = try? StrictArchive(bytes, limits: Limits()), !archive.isLenient else { return nil }
    var check = Archive.Check(fileSize: bytes.count, limits: Limits())
    guard let entries = try? archive.entries(&check) else { return nil }
    return try? Told(entries) { try archive.raw($0) }
  }

  @Test(arguments: Fixtures.paths(["xlsx", "xlsm", "ods"]))
  func `agree on every workbook of the fixtures`(path: String) throws {
    let bytes = try Fixtures.bytes(path)
    guard let told = plain(bytes) else { return }
    #expect(told == strict(bytes))
  }

  @Test func `agree on nearly all fixtures, so that the fast one is worth having`() throws {
    let all = try Fixtures.paths(["xlsx", "xlsm", "ods"]).map { try Fixtures.bytes($0) }
    let taken = all.count { plain($0) != nil }
    #expect(taken * 10 >= all.count * 9, "\(taken) of \(all.count)")
  }

  @Test func `never disagree when one bit is changed`() {
    var writer = PackageWriter()
    writer.add("a.xml", Array("<a>строка, строка, строка</a>".utf8))
    writer.add("b", Array("stored".utf8), isStored: true)
    for whole in [writer.finish(), described(signed: true), described(signed: false)] {
      #expect(plain(whole) != nil && plain(whole) == strict(whole))
      var taken = 0
      for index in whole.indices {
        for bit in 0..<8 {
          var bytes = whole
          bytes[index] ^= 1 << UInt8(bit)
          guard let told = plain(bytes) else { continue }
          taken += 1
          #expect(told == strict(bytes), "bit \(bit) of byte \(index)")
        }
      }
      // A changed byte of the data is no business of the directory.
      #expect(taken > 0)
    }
  }

  @Test func `leave to libzip what only it understands`() {
    let whole = RawArchive(package).bytes
    #expect(plain(whole) != nil)
    #expect(plain(whole + [10]) == nil)
    #expect(plain([1] + whole) == nil)
    #expect(plain(RawArchive(package) { $0[1].flags = 1 }.bytes) == nil)
    #expect(plain(RawArchive(package) { $0[1].method = 12 }.bytes) == nil)
    #expect(plain(RawArchive(package) { $0[1].localName = Array("other".utf8) }.bytes) == nil)
    #expect(plain(RawArchive(package) { $0.append($0[1]) }.bytes) == nil)
    #expect(plain(RawArchive(package) { $0[1].name = Array("имя".utf8) }.bytes) == nil)
    #expect(plain(RawArchive(package) { $0[1].name = Array("a\\b".utf8) }.bytes) == nil)
    #expect(plain(RawArchive(package) { $0[1].offset = 0 }.bytes) == nil)
    #expect(
      plain(
        RawArchive(package) { entries in
          entries[1].madeBy = 3 << 8 | 20
          entries[1].attributes = 0o120777 << 16
        }.bytes) == nil)
  }

  /// An archive of one entry whose sum and sizes stand behind its data.
  private func described(signed: Bool) -> [UInt8] {
    var entry = RawArchive.Entry("a.xml", Array("data".utf8))
    entry.flags = 8
    let known = entry.record
    var bytes = Array(known[..<14])
    bytes += [UInt8](repeating: 0, count: 12)
    bytes += known[26...]
    if signed { bytes += [0x50, 0x4B, 7, 8] }
    bytes += known[14..<26]
    let start = bytes.count
    bytes += [0x50, 0x4B, 1, 2, 20, 0]
    bytes += known[4..<28]
    bytes += [UInt8](repeating: 0, count: 16)
    bytes += Array("a.xml".utf8)
    let size = bytes.count - start
    bytes += [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0]
    for number in [size, start] {
      bytes += (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    return bytes + [0, 0]
  }
}
