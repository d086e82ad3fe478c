internal import CZip

/// An entry that is inflated piece by piece, for parts too large to stand in memory whole.
///
/// libzip inflates and checks the sum at the end; the pieces are counted here, for libzip goes past the declared size
/// without a word.
@safe struct EntryStream: ~Copyable {
  private let file: OpaquePointer
  private let entry: Archive.Entry
  private var count = 0

  init(_ file: OpaquePointer, _ entry: Archive.Entry) {
    unsafe self.file = unsafe file
    self.entry = entry
  }

  deinit { unsafe zip_fclose(file) }

  /// The declared size of the whole entry.
  var size: Int { entry.size }

  /// Appends the next piece; `false` at the end, when the entry was as long as it said and its sum was right.
  mutating func append(upTo size: Int, to bytes: inout [UInt8]) throws(SpreadsheetError) -> Bool {
    var got: Int64 = 0
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      got = unsafe zip_fread(file, buffer.baseAddress, UInt64(size))
      filled = max(0, Int(got))
    }
    count += piece.count
    guard got >= 0 else { throw SpreadsheetError(failure, part: entry.name) }
    guard count <= entry.size, !piece.isEmpty || count == entry.size else {
      throw SpreadsheetError(.zipInconsistent, part: entry.name)
    }
    bytes += piece
    return !piece.isEmpty
  }

  private var failure: SpreadsheetError.Reason {
    guard let error = unsafe zip_file_get_error(file) else { return .inflateError }
    return unsafe error.pointee.zip_err == ZIP_ER_CRC ? .crcMismatch : .inflateError
  }
}
