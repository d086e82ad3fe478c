internal import CDeflate

/// Inflates entries with libdeflate into buffers of the declared size, and counts what a package inflates to.
///
/// A buffer of the declared size is also the bound: an entry that lies about its size is refused, not grown.
@safe struct Inflater: ~Copyable {
  private let decompressor: OpaquePointer?
  private let limits: Limits
  private var total = 0
  /// A part that deflated suspiciously well: it is still read, for what is wrong with it says more, and then refused.
  private var suspicion: SpreadsheetError?

  init(limits: Limits) {
    self.limits = limits
    unsafe decompressor = libdeflate_alloc_decompressor()
  }

  deinit { unsafe libdeflate_free_decompressor(decompressor) }

  /// The inflated bytes of an entry; one that was admitted before is not counted again.
  ///
  /// - Parameter slack: how many bytes may be added to them in place.
  mutating func bytes(
    of entry: Archive.Entry, in archive: borrowing Archive, isAdmitted: Bool = false, slack: Int = 0
  ) throws(SpreadsheetError) -> [UInt8] {
    if !isAdmitted { try admit(entry) }
    let bytes = try unsafe archive.withRaw(entry) { packed throws(SpreadsheetError) in
      try unsafe entry.isStored ? Array(packed) : inflate(packed, entry, slack)
    }
    guard bytes.count == entry.size else { throw SpreadsheetError(.zipInconsistent, part: entry.name) }
    let crc = unsafe bytes.withUnsafeBytes { unsafe libdeflate_crc32(0, $0.baseAddress, $0.count) }
    guard crc == entry.crc else { throw SpreadsheetError(.crcMismatch, part: entry.name) }
    return bytes
  }

  /// Counts an entry that will be inflated; too much of all is refused.
  mutating func admit(_ entry: Archive.Entry) throws(SpreadsheetError) {
    if entry.size > limits.ratioFloor, entry.size / max(1, entry.compressedSize) > limits.ratio {
      suspicion = SpreadsheetError(.zipBomb, part: entry.name, limit: limits.ratio)
    }
    total += entry.size
    guard total <= limits.packageBytes else {
      throw SpreadsheetError(.zipBomb, part: entry.name, limit: limits.packageBytes)
    }
  }

  /// Refuses the package if one of the parts read looked like a bomb and nothing else was wrong with it.
  func finish() throws(SpreadsheetError) {
    if let suspicion { throw suspicion }
  }

  private func inflate(
    _ packed: UnsafeBufferPointer<UInt8>, _ entry: Archive.Entry, _ slack: Int
  ) throws(SpreadsheetError) -> [UInt8] {
    var result = LIBDEFLATE_BAD_DATA
    var used = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(1, entry.size + slack)) { buffer, count in
      var produced = 0
      result = unsafe libdeflate_deflate_decompress_ex(
        decompressor, packed.baseAddress, packed.count, buffer.baseAddress, entry.size, &used, &produced)
      count = result == LIBDEFLATE_SUCCESS ? produced : 0
    }
    switch result {
    case LIBDEFLATE_SUCCESS where used == packed.count: return bytes
    case LIBDEFLATE_SUCCESS, LIBDEFLATE_INSUFFICIENT_SPACE:
      throw SpreadsheetError(.zipInconsistent, part: entry.name)
    default: throw SpreadsheetError(.inflateError, part: entry.name)
    }
  }
}
