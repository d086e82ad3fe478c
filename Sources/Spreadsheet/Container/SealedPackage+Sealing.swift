internal import CLate
internal import Glibc

extension SealedPackage {
  /// Packs files into a ZIP, each encrypted with the password.
  ///
  /// The salt is random, so that the same files never give the same bytes twice.
  public static func seal(_ entries: [Entry], password: String) throws(Fault) -> [UInt8] {
    guard Libraries.canSeal else {
      throw .cannotSeal
    }
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let output = unsafe zip_source_buffer_create(nil, 0, 0, &error) else { throw .cannotSeal }
    guard let archive = unsafe zip_open_from_source(output, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      unsafe zip_source_free(output)
      throw .cannotSeal
    }
    // The archive frees its source when it is closed; the bytes are still to be read then.
    unsafe zip_source_keep(output)
    defer { unsafe zip_source_free(output) }
    for entry in entries {
      guard unsafe add(entry, password, to: archive) else {
        unsafe zip_discard(archive)
        throw .cannotSeal
      }
    }
    guard unsafe zip_close(archive) == 0 else {
      unsafe zip_discard(archive)
      throw .cannotSeal
    }
    return try unsafe bytes(of: output)
  }

  private static func add(_ entry: Entry, _ password: String, to archive: OpaquePointer) -> Bool {
    // libzip reads the bytes while it closes the archive and frees them with free().
    let count = entry.bytes.count
    guard let copy = unsafe malloc(max(1, count)) else { return false }
    unsafe entry.bytes.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { unsafe memcpy(copy, base, count) }
    }
    guard let source = unsafe zip_source_buffer(archive, copy, UInt64(count), 1) else {
      unsafe free(copy)
      return false
    }
    let index = unsafe zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      unsafe zip_source_free(source)
      return false
    }
    let place = UInt64(index)
    return unsafe zip_file_set_encryption(archive, place, zip_uint16_t(ZIP_EM_AES_256), password) == 0
      && zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, 6) == 0
  }

  private static func bytes(of source: OpaquePointer) throws(Fault) -> [UInt8] {
    var stat = unsafe zip_stat_t()
    guard unsafe zip_source_stat(source, &stat) == 0, unsafe zip_source_open(source) == 0 else {
      throw .cannotSeal
    }
    defer { unsafe zip_source_close(source) }
    let size = unsafe Int(stat.size)
    var done = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while done < size {
        let got = unsafe zip_source_read(source, buffer.baseAddress?.advanced(by: done), UInt64(size - done))
        guard got > 0 else { break }
        done += Int(got)
      }
      count = done
    }
    guard done == size else { throw .cannotSeal }
    return bytes
  }
}
