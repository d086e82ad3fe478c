import Testing

@testable import Spreadsheet

@Suite struct `A hostile archive` {
  private let package = Package(rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")

  private func reason(_ bytes: [UInt8]) -> SpreadsheetError.Reason? {
    do throws(SpreadsheetError) {
      _ = try Workbook(reading: bytes)
      return nil
    } catch { return error.reason }
  }

  private func reason(_ change: (inout [RawArchive.Entry]) -> Void) -> SpreadsheetError.Reason? {
    reason(RawArchive(package, change).bytes)
  }

  private func sheet(_ change: (inout RawArchive.Entry) -> Void) -> SpreadsheetError.Reason? {
    reason { entries in
      for index in entries.indices where entries[index].name == Array(Package.sheetPart.utf8) {
        change(&entries[index])
      }
    }
  }

  @Test func `is none when nothing in it lies`() {
    #expect(sheet { _ in } == nil)
  }

  /// Bytes of a local header of the sheet, changed; its name stands 30 bytes behind the header's begin.
  private func changed(_ offsets: [Int], to value: UInt8) -> [UInt8] {
    var bytes = RawArchive(package).bytes
    let name = Array(Package.sheetPart.utf8)
    let place = bytes.indices.first { bytes[$0...].starts(with: name) } ?? 30
    for offset in offsets { bytes[place - 30 + offset] = value }
    return bytes
  }

  @Test func `is none for what no program minds`() {
    #expect(reason(changed([10, 11], to: 7)) == nil)  // another time
    #expect(reason(RawArchive(package).bytes + [10]) == nil)
    #expect(reason(RawArchive(package).bytes + [13, 10]) == nil)
  }

  @Test func `lies in a local header`() {
    #expect(reason(changed([8], to: 8)) == .zipInconsistent)  // method
    #expect(reason(changed([14, 15, 16, 17], to: 0)) == .zipInconsistent)  // sum, and no descriptor
    #expect(reason(changed([22], to: 1)) == .zipInconsistent)  // size
    #expect(reason(changed([30], to: UInt8(ascii: "y"))) == .zipInconsistent)
    #expect(reason(RawArchive(package).bytes + [65]) == .zipInconsistent)
    #expect(reason(RawArchive(package).bytes + [10, 10, 10]) == .zipInconsistent)
  }

  @Test func `has a part that is not of the size it says`() {
    #expect(sheet { $0.size += 1 } == .zipInconsistent)
    #expect(sheet { $0.size -= 1 } == .zipInconsistent)
    var writer = PackageWriter()
    for name in package.names { writer.add(name, Array((package[name] ?? "").utf8)) }
    let honest = writer.finish()
    // The size of the deflated sheet in both headers, 22 bytes into the local one and 24 into the directory's.
    for change in [-1, 1] as [Int8] {
      var bytes = honest
      let size = UInt8(truncatingIfNeeded: package[Package.sheetPart]?.utf8.count ?? 0)
      for (index, byte) in honest.enumerated()
      where byte == 0x50 && honest[index...].starts(with: [0x50, 0x4B]) {
        let place = index + (honest[index + 2] == 3 ? 22 : 24)
        if honest[index + 2] == 3 || honest[index + 2] == 1, honest[place] == size, size > 99 {
          bytes[place] = UInt8(truncatingIfNeeded: Int(size) + Int(change))
        }
      }
      #expect(bytes != honest && reason(bytes) == .zipInconsistent)
    }
  }

  @Test func `has a part whose sum is wrong`() {
    #expect(sheet { $0.crc ^= 1 } == .crcMismatch)
    #expect(sheet { $0.data[3] ^= 1 } == .crcMismatch)
    #expect(sheet { $0.crc = 0 } == .crcMismatch)
  }

  @Test func `has a part that is not deflated as it says`() {
    #expect(sheet { $0.method = 8 } == .inflateError)
    for method in [9, 12, 14, 93, 95, 98, 0xFFFF] as [UInt16] {
      #expect(sheet { $0.method = method } == .zipMethod)
    }
  }

  @Test func `has a part that is encrypted`() {
    #expect(sheet { $0.flags = 1 } == .encrypted)
    #expect(reason { $0[$0.count - 1].flags = 1 } == .encrypted)
  }

  @Test func `has a name twice`() {
    #expect(reason { $0.append($0[1]) } == .zipInconsistent)
    #expect(
      reason { entries in
        var other = entries[1]
        other.name = Array("xl\\workbook.xml".utf8)
        entries.append(other)
      } == .zipInconsistent, "a backslash counts as a slash")
  }

  @Test func `has a link among its entries`() {
    #expect(
      reason { entries in
        var link = RawArchive.Entry("xl/link", Array("/etc/passwd".utf8))
        link.madeBy = 3 << 8 | 20
        link.attributes = 0o120777 << 16
        entries.append(link)
      } == .symlinkEntry)
  }

  @Test func `has entries inside one another`() {
    // Each record is the stored data of the next one, so that all of them are sound and lie over one another.
    var inner = RawArchive.Entry("a", [UInt8](repeating: 32, count: 5000))
    var nested = [inner]
    for name in ["b", "c", "d"] {
      inner = RawArchive.Entry(name, inner.record)
      nested.append(inner)
    }
    for index in nested.indices.dropLast() { nested[index].offset = (nested.count - 1 - index) * 31 }
    #expect(reason { $0 = [nested[3], nested[0], nested[1], nested[2]] + $0 } == .zipOverlap)
  }

  @Test func `has headers that disagree`() {
    #expect(sheet { $0.localName = Array("xl/worksheets/sheet9.xml".utf8) } == .zipInconsistent)
  }

  @Test(arguments: ["../x", "/etc/passwd", "C:\\x", "a/../../b", "~/.x", "CON", "a\u{1}b", "./a"])
  func `may have strange names, which are noted and never used`(name: String) throws {
    let bytes = RawArchive(package) { $0.append(RawArchive.Entry(name, [1])) }.bytes
    let book = try Workbook(reading: bytes)
    #expect(book.notes.map(\.word) == [.badEntryName])
    #expect(book.sheets[0].cells.count == 1)
  }

  @Test func `may have something before it, which is noted`() throws {
    var raw = RawArchive(package)
    raw.lead = Array("JUNKJUNKJUNKJUNK".utf8)
    let book = try Workbook(reading: raw.bytes)
    #expect(book.notes.map(\.word) == [.zipMalformed])
    #expect(book.sheets[0].cells.count == 1)
  }

  @Test func `cut off anywhere is refused with a reason`() {
    let bytes = package.bytes
    #expect(reason(bytes) == nil)
    for count in bytes.indices {
      let found = reason(Array(bytes[..<count]))
      #expect(
        found == (count == 0 ? .emptyFile : count == 1 ? .notSpreadsheet : .zipMalformed), "\(count) bytes")
    }
  }

  @Test func `with changed bytes never crashes, and a changed sheet is never taken`() {
    let bytes = package.bytes
    var random = Seeded(4)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1 << UInt8.random(in: 0...7, using: &random)
      guard reason(changed) == nil else { continue }
      // What is still taken differs in a time, a version, or the name of an entry that is not needed.
      #expect((try? Workbook(reading: changed))?.sheets.first?.cells.first?.number ?? 1 == 1)
    }
  }

  @Test(arguments: [
    ("word/document.xml", SpreadsheetError.Reason.notSpreadsheet), ("inner.zip", .nestedArchive),
    ("../x", .badEntryName),
    ("readme.txt", .notSpreadsheet), ("xl/workbook.bin", .xlsbUnsupported), ("xl/workbook.xml", .missingPart),
  ])
  func `that is no workbook says what it is`(name: String, expected: SpreadsheetError.Reason) {
    var writer = PackageWriter()
    writer.add(name, [1])
    #expect(reason(writer.finish()) == expected)
  }

  @Test(arguments: [
    "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
    "xl/sharedStrings.xml", Package.sheetPart,
  ])
  func `with a document type in a part is refused`(part: String) {
    var copy = package
    if copy[part] == nil {
      copy[part] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"
    }
    #expect(reason(copy.bytes) == nil)
    let plain = copy[part] ?? ""
    for type in [
      "<!DOCTYPE a>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
    ] {
      copy[part] = type + plain
      #expect(throws: SpreadsheetError(.dtdForbidden, part: part)) { try copy.read() }
    }
  }

  @Test(arguments: ["[Content_Types].xml", "xl/workbook.xml", Package.sheetPart, "xl/sharedStrings.xml"])
  func `without a part that it needs is refused`(part: String) {
    var copy = package
    copy[part] = nil
    #expect(reason(copy.bytes) == .missingPart)
  }

  @Test(arguments: ["file:///etc/passwd", "http://127.0.0.1/s.xml", "../../../x.xml", "..\\x.xml"])
  func `whose sheet lies elsewhere is refused`(target: String) {
    var copy = package
    copy.relate([("r1", "worksheet", target)])
    #expect(reason(copy.bytes) == .badRelTarget)
  }
}
