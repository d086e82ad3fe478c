internal import CDeflate

/// Writes a ZIP package in memory: new parts are deflated with libdeflate, parts of an existing package are copied as
/// they are, in their compressed bytes.
///
/// The archive is plain: no ZIP64, no data descriptors, no comments; the same input gives the same bytes.
@safe public struct PackageWriter: ~Copyable {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  private let compressor: OpaquePointer?

  /// The oldest moment that a ZIP entry can state, 1 January 1980: a made file does not tell when it was made.
  static let epoch: UInt32 = 0x0021_0000

  /// A writer at a level of compression from 1 (fastest) to 12 (smallest).
  public init(level: Int = 6) {
    unsafe compressor = libdeflate_alloc_compressor(Int32(max(1, min(12, level))))
  }

  deinit { unsafe libdeflate_free_compressor(compressor) }

  /// Adds a part; a stored one is not compressed, as the first part of an OpenDocument package must be.
  public mutating func add(_ name: String, _ content: [UInt8], isStored: Bool = false) {
    add(rawName: Array(name.utf8), content, time: Self.epoch, isStored: isStored)
  }

  /// Adds a part with the name and the time that its entry had.
  mutating func add(rawName: [UInt8], _ content: [UInt8], time: UInt32, isStored: Bool = false) {
    let crc = unsafe content.withUnsafeBytes { unsafe libdeflate_crc32(0, $0.baseAddress, $0.count) }
    let packed = isStored ? content : deflated(content)
    let method: UInt16 = isStored || packed.isEmpty ? 0 : 8
    append(
      name: rawName, data: method == 0 ? content[...] : packed[...], size: content.count, crc: crc,
      method: method, time: time)
  }

  /// Copies an entry of another package without inflating it.
  mutating func copy(_ entry: Archive.Entry, raw: [UInt8]) {
    append(
      name: entry.rawName, data: raw[...], size: entry.size, crc: entry.crc, method: entry.isStored ? 0 : 8,
      time: entry.time)
  }

  /// The finished archive.
  public consuming func finish() -> [UInt8] {
    let start = bytes.count
    bytes += directory
    bytes += Self.little(0x0605_4B50 as UInt32) + [0, 0, 0, 0]
    bytes += Self.little(UInt16(count)) + Self.little(UInt16(count))
    bytes += Self.little(UInt32(directory.count)) + Self.little(UInt32(start)) + [0, 0]
    return bytes
  }

  private mutating func append(
    name: [UInt8], data: ArraySlice<UInt8>, size: Int, crc: UInt32, method: UInt16, time: UInt32
  ) {
    // Bit 11 says that the name is UTF-8; names in ASCII do not need it and packages as Excel writes them lack it.
    let flags: UInt16 = name.contains { $0 >= 0x80 } ? 0x800 : 0
    let start = UInt32(bytes.count)
    let shared =
      Self.little(20 as UInt16) + Self.little(flags) + Self.little(method) + Self.little(time)
      + Self.little(crc)
      + Self.little(UInt32(data.count)) + Self.little(UInt32(size)) + Self.little(UInt16(name.count)) + [
        0, 0,
      ]
    bytes += Self.little(0x0403_4B50 as UInt32) + shared + name
    bytes += data
    directory += Self.little(0x0201_4B50 as UInt32) + [20, 0] + shared + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    directory += Self.little(start) + name
    count += 1
  }

  private func deflated(_ content: [UInt8]) -> [UInt8] {
    let bound = unsafe libdeflate_deflate_compress_bound(compressor, content.count)
    return unsafe content.withUnsafeBytes { input in
      unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        count = unsafe libdeflate_deflate_compress(
          compressor, input.baseAddress, input.count, buffer.baseAddress, bound)
      }
    }
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
