/// Tells an archive that libzip's consistency check refuses for what no program minds from one that lies.
///
/// Harmless are another time in a local header, sizes in it beside a data descriptor, and a line end after the archive, as
/// text tools leave one. Everything that could make two readers see two files is none: names, methods, sizes, sums,
/// places, and a count of entries that differs.
enum HarmlessOddities {
  /// Whether the directory and every local header say the same but for that.
  static func areAll(in bytes: ByteView) -> Bool {
    guard let end = endRecord(bytes), let count = number(bytes, end + 10, 2),
      let size = number(bytes, end + 12, 4), let start = number(bytes, end + 16, 4),
      number(bytes, end + 4, 4) == 0, number(bytes, end + 8, 2) == count, start + size == end
    else { return false }
    var place = start
    var ranges: [Range<Int>] = []
    for _ in 0..<count {
      guard let entry = Entry(bytes, at: place), place + entry.length <= end,
        let range = entry.data(bytes), range.upperBound <= start
      else { return false }
      ranges.append(range)
      place += entry.length
    }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    return place == end && zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
  }

  /// The record at the end, without a comment; at most one line end stands behind it.
  private static func endRecord(_ bytes: ByteView) -> Int? {
    var last = bytes.count
    while last > 0, bytes.count - last < 2, bytes[last - 1] == 10 || bytes[last - 1] == 13 { last -= 1 }
    let places = [bytes.count - 22, last - 22]
    return places.first { number(bytes, $0, 4) == 0x0605_4B50 && number(bytes, $0 + 20, 2) == 0 }
  }

  /// A whole number of two or four bytes, the lowest first; `nil` where they are not all there.
  private static func number(_ bytes: ByteView, _ place: Int, _ count: Int) -> Int? {
    guard place >= 0, place <= bytes.count - count else { return nil }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  /// What the central directory says of an entry.
  private struct Entry {
    let place: Int
    let nameLength: Int
    /// The length of the entry in the directory.
    let length: Int
    let header: Int

    init?(_ bytes: ByteView, at place: Int) {
      guard number(bytes, place, 4) == 0x0201_4B50, let name = number(bytes, place + 28, 2),
        let extra = number(bytes, place + 30, 2), let comment = number(bytes, place + 32, 2),
        let header = number(bytes, place + 42, 4)
      else { return nil }
      self.place = place
      self.header = header
      nameLength = name
      length = 46 + name + extra + comment
    }

    /// Where the entry stands with its local header; `nil` when the two disagree.
    func data(_ bytes: ByteView) -> Range<Int>? {
      guard number(bytes, header, 4) == 0x0403_4B50, number(bytes, header + 26, 2) == nameLength,
        let extra = number(bytes, header + 28, 2), let packed = number(bytes, place + 20, 4),
        let flags = number(bytes, header + 6, 2), flags == number(bytes, place + 8, 2),
        number(bytes, header + 8, 2) == number(bytes, place + 10, 2)
      else { return nil }
      let end = header + 30 + nameLength + extra + packed
      let isSameName = (0..<nameLength).allSatisfy { bytes[header + 30 + $0] == bytes[place + 46 + $0] }
      // Sum and sizes; with a data descriptor the local header need not know them yet.
      let isSame = [0, 4, 8].allSatisfy { offset in
        let local = number(bytes, header + 14 + offset, 4)
        return local == number(bytes, place + 16 + offset, 4) || flags & 8 != 0 && local == 0
      }
      return isSame && isSameName && end <= bytes.count ? header..<end : nil
    }
  }
}
