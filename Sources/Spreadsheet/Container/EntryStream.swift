internal import CDeflate
internal import CZlib

/// An entry that is inflated piece by piece, for parts too large to stand in memory whole.
///
/// libdeflate inflates wholes only, so this is zlib; the sum is libdeflate's, ten times as fast as zlib's own.
@safe struct EntryStream: ~Copyable {
  private let packed: ArraySlice<UInt8>
  private let entry: Archive.Entry
  private let state: UnsafeMutablePointer<z_stream>
  private var used = 0
  private var count = 0
  private var crc: UInt32 = 0
  private var isFinished = false

  init(_ packed: ArraySlice<UInt8>, _ entry: Archive.Entry) {
    self.packed = packed
    self.entry = entry
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: z_stream())
    // Raw deflate with the largest window; without memory the first piece will fail.
    unsafe inflateInit2_(state, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    unsafe inflateEnd(state)
    unsafe state.deallocate()
  }

  /// The declared size of the whole entry.
  var size: Int { entry.size }

  /// Appends the next piece; `false` at the end, when the entry was as long as it said and its sum was right.
  mutating func append(upTo size: Int, to bytes: inout [UInt8]) throws(SpreadsheetError) -> Bool {
    let piece = entry.isStored ? Array(packed.dropFirst(used).prefix(size)) : try inflated(upTo: size)
    if entry.isStored {
      used += piece.count
      isFinished = used == packed.count
    }
    count += piece.count
    crc = unsafe piece.withUnsafeBytes { unsafe libdeflate_crc32(crc, $0.baseAddress, $0.count) }
    guard count <= entry.size, !piece.isEmpty || isFinished && used == packed.count && count == entry.size
    else {
      throw SpreadsheetError(.zipInconsistent, part: entry.name)
    }
    guard !piece.isEmpty || crc == entry.crc else { throw SpreadsheetError(.crcMismatch, part: entry.name) }
    bytes += piece
    return !piece.isEmpty
  }

  private mutating func inflated(upTo size: Int) throws(SpreadsheetError) -> [UInt8] {
    guard !isFinished else { return [] }
    var status = Z_OK
    // zlib counts with four bytes.
    let offered = min(packed.count - used, Int(UInt32.max))
    let piece = unsafe packed.withUnsafeBytes { all in
      unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        // zlib does not write through the address of its input.
        unsafe state.pointee.next_in = UnsafeMutablePointer(
          mutating: all.baseAddress?.advanced(by: used).assumingMemoryBound(to: UInt8.self))
        unsafe state.pointee.avail_in = UInt32(offered)
        unsafe state.pointee.next_out = buffer.baseAddress
        unsafe state.pointee.avail_out = UInt32(size)
        status = unsafe inflate(state, Z_NO_FLUSH)
        used += unsafe offered - Int(state.pointee.avail_in)
        filled = unsafe size - Int(state.pointee.avail_out)
      }
    }
    isFinished = status == Z_STREAM_END
    guard status == Z_OK && !piece.isEmpty || isFinished else {
      throw SpreadsheetError(.inflateError, part: entry.name)
    }
    return piece
  }
}
