/// The fast way through an archive's directory: for archives as programs write them, in which every byte is accounted for.
///
/// The entries stand one behind another from the first byte to the directory, each with a header of its own that says what
/// the directory says; names are ASCII and stand once; there is no comment, no encryption, nothing of ZIP64. At the first
/// thing it does not know it gives up, and the archive goes to ``StrictArchive``, where libzip decides. Measured: to open a
/// workbook and to take seven parts out of it cost libzip 0.17 million instructions, and cost this way 0.01 million.
struct PlainDirectory {
  private let bytes: ByteView
  private var entries: [Archive.Entry] = []
  /// Where the directory begins, and where its end record does.
  private let start: Int
  private let end: Int

  /// More entries than a workbook has: their names are compared each with each.
  private static let most = 100

  /// The entries of an archive; `nil` when it is not plain.
  static func entries(of bytes: ByteView) -> [Archive.Entry]? {
    let end = bytes.count - 22
    // One disk, and no comment.
    guard end >= 0, bytes.number32(at: end) == 0x0605_4B50, bytes.number32(at: end + 4) == 0,
      bytes.number16(at: end + 20) == 0
    else { return nil }
    let count = bytes.number16(at: end + 10)
    let start = bytes.number32(at: end + 16)
    guard bytes.number16(at: end + 8) == count, 1...most ~= count, start + bytes.number32(at: end + 12) == end
    else { return nil }
    var directory = PlainDirectory(bytes: bytes, start: start, end: end)
    return directory.read(count) ? directory.entries : nil
  }

  private init(bytes: ByteView, start: Int, end: Int) {
    self.bytes = bytes
    self.start = start
    self.end = end
  }

  private mutating func read(_ count: Int) -> Bool {
    entries.reserveCapacity(count)
    var names: [Range<Int>] = []
    names.reserveCapacity(count)
    var record = start
    var header = 0
    for _ in 0..<count {
      guard let name = entry(at: &record, header: &header) else { return false }
      for other in names where bytes.areSame(name, other) { return false }
      names.append(name)
    }
    return record == end && header == start
  }

  /// Reads the record of an entry and the header in front of its data, and goes on to the next ones; where its name
  /// stands, or `nil` when something is not plain.
  private mutating func entry(at record: inout Int, header: inout Int) -> Range<Int>? {
    let flags = bytes.number16(at: record + 8)
    let method = bytes.number16(at: record + 10)
    let size = bytes.number32(at: record + 24)
    // Neither a comment nor another disk; of the flags only the level, a descriptor, and UTF-8.
    guard bytes.number32(at: record) == 0x0201_4B50, bytes.number32(at: header) == 0x0403_4B50,
      bytes.number32(at: record + 32) == 0, bytes.number32(at: record + 42) == header, flags & ~0x80E == 0,
      method == 0 || method == 8, size < 1 << 31, !isLink(record)
    else { return nil }
    let name = record + 46..<record + 46 + bytes.number16(at: record + 28)
    let extra = name.upperBound..<name.upperBound + bytes.number16(at: record + 30)
    let own = header + 30..<header + 30 + name.count
    let ownExtra = own.upperBound..<own.upperBound + bytes.number16(at: header + 28)
    let data = ownExtra.upperBound..<ownExtra.upperBound + bytes.number32(at: record + 20)
    guard extra.upperBound <= end, data.upperBound <= start, isPlain(name: name), bytes.areSame(name, own),
      arePlain(extra: extra), arePlain(extra: ownExtra),
      let next = agreement(record, header, hasDescriptor: flags & 8 != 0, behind: data)
    else { return nil }
    entries.append(
      Archive.Entry(
        index: entries.count, name: bytes.text(name), size: size, compressedSize: data.count,
        crc: UInt32(bytes.number32(at: record + 16)), isStored: method == 0,
        time: UInt32(bytes.number32(at: record + 12)), place: data))
    (record, header) = (extra.upperBound, next)
    return name
  }

  /// Where the next header stands, if the one of an entry says what its record says.
  private func agreement(_ record: Int, _ header: Int, hasDescriptor: Bool, behind data: Range<Int>) -> Int? {
    // Version, flags, method, time; then sum and sizes; then the length of the name.
    let sizes = record + 16..<record + 28
    guard bytes.areSame(record + 6..<record + 16, header + 4..<header + 14),
      bytes.number16(at: record + 28) == bytes.number16(at: header + 26)
    else { return nil }
    let isSame = bytes.areSame(sizes, header + 14..<header + 26)
    guard hasDescriptor else { return isSame ? data.upperBound : nil }
    // With a descriptor the header need not know them yet; its signature may be left out.
    let isUnknown = (0..<3).allSatisfy { bytes.number32(at: header + 14 + 4 * $0) == 0 }
    let signed = bytes.number32(at: data.upperBound) == 0x0807_4B50
    let descriptor = data.upperBound + (signed ? 4 : 0)
    guard isSame || isUnknown, bytes.areSame(sizes, descriptor..<descriptor + 12) else { return nil }
    return descriptor + 12
  }

  /// Whether an entry may be a link of Unix.
  private func isLink(_ record: Int) -> Bool { bytes.number16(at: record + 40) & 0xF000 == 0xA000 }

  private func isPlain(name: Range<Int>) -> Bool {
    !name.isEmpty && name.allSatisfy { 32..<127 ~= bytes[$0] && bytes[$0] != UInt8(ascii: "\\") }
  }

  /// Whether extra fields hold nothing that says another name or size than the record: ZIP64, names in Unicode, AES.
  private func arePlain(extra: Range<Int>) -> Bool {
    var place = extra.lowerBound
    while place < extra.upperBound {
      let kind = bytes.number16(at: place)
      if kind == 0x0001 || kind == 0x7075 || kind == 0x6375 || kind == 0x9901 { return false }
      place += 4 + bytes.number16(at: place + 2)
    }
    return place == extra.upperBound
  }
}
