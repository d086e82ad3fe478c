import Spreadsheet

/// A ZIP archive written byte by byte, so that it may lie.
struct RawArchive {
  /// An entry, stored; what the headers say of it can be set apart from what it is.
  struct Entry {
    var name: [UInt8]
    var data: [UInt8]
    var method: UInt16 = 0
    var flags: UInt16 = 0
    var time: UInt32 = 0x5892_8B5C
    var crc: UInt32
    var size: Int
    var packed: Int
    var attributes: UInt32 = 0
    var madeBy: UInt16 = 20
    /// Another name in the local header.
    var localName: [UInt8]?
    /// The place of another entry's header instead of its own.
    var offset: Int?

    init(_ name: String, _ data: [UInt8]) {
      self.name = Array(name.utf8)
      self.data = data
      crc = RawArchive.crc(data)
      size = data.count
      packed = data.count
    }
  }

  var entries: [Entry]
  /// What stands before the first entry.
  var lead: [UInt8] = []

  /// The parts of a package, stored.
  init(_ package: Package, _ change: (inout [Entry]) -> Void = { _ in }) {
    entries = package.names.map { Entry($0, Array((package[$0] ?? "").utf8)) }
    change(&entries)
  }

  var bytes: [UInt8] {
    var file = lead
    var directory: [UInt8] = []
    for entry in entries {
      directory += Self.little(0x0201_4B50, 4) + Self.little(entry.madeBy, 2) + Self.little(20, 2)
      directory += entry.shared + Self.little(entry.name.count, 2) + [UInt8](repeating: 0, count: 8)
      directory += Self.little(entry.attributes, 4) + Self.little(entry.offset ?? file.count, 4) + entry.name
      if entry.offset == nil { file += entry.record }
    }
    var end = Self.little(0x0605_4B50, 4) + [0, 0, 0, 0]
    end += Self.little(entries.count, 2) + Self.little(entries.count, 2)
    end += Self.little(directory.count, 4) + Self.little(file.count, 4) + [0, 0]
    return file + directory + end
  }

  static func crc(_ data: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  fileprivate static func little(_ number: some BinaryInteger, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}

extension RawArchive.Entry {
  /// What both headers say alike.
  fileprivate var shared: [UInt8] {
    var bytes = RawArchive.little(flags, 2) + RawArchive.little(method, 2) + RawArchive.little(time, 4)
    bytes += RawArchive.little(crc, 4) + RawArchive.little(packed, 4) + RawArchive.little(size, 4)
    return bytes
  }

  /// The local header with the data behind it.
  var record: [UInt8] {
    let local = localName ?? name
    var bytes = RawArchive.little(0x0403_4B50, 4) + RawArchive.little(20, 2) + shared
    bytes += RawArchive.little(local.count, 2) + RawArchive.little(0, 2) + local + data
    return bytes
  }
}
