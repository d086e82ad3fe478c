internal import CLate
internal import Glibc

extension SealedPackage {
  /// Opens a package and gives its files in order; nothing is written, and nothing is given before all of it was read.
  public static func open(_ package: [UInt8], password: String) throws(Fault) -> [Entry] {
    guard !package.isEmpty else { throw .damaged(entry: nil) }
    guard !password.isEmpty else { throw .wrongPassword }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, package.count), alignment: 1)
    defer { unsafe memory.deallocate() }
    unsafe package.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { unsafe memory.copyMemory(from: base, byteCount: bytes.count) }
    }
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let source = unsafe zip_source_buffer_create(memory, UInt64(package.count), 0, &error) else {
      throw .damaged(entry: nil)
    }
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
      unsafe zip_source_free(source)
      throw .damaged(entry: nil)
    }
    defer { unsafe zip_discard(archive) }
    let count = Int(unsafe zip_get_num_entries(archive, 0))
    guard count <= mostEntries else { throw .tooLarge }
    var names: Set<String> = []
    var left = mostBytes
    var entries: [Entry] = []
    for index in 0..<max(0, count) {
      let (name, size, packed) = try unsafe described(archive, index)
      guard names.insert(name.lowercased()).inserted else { throw .repeatedName(entry: name) }
      guard size <= left else { throw .tooLarge }
      left -= size
      guard packed <= package.count else { throw .damaged(entry: name) }
      let bytes = try unsafe read(archive, index, name, size, password)
      guard unsafe isAuthentic(archive, index, packed: packed, password: password) else {
        throw .damaged(entry: name)
      }
      entries.append(Entry(name: name, bytes: bytes))
    }
    return entries
  }

  /// The name and the size of an entry, once it is known to be a sealed file whose name stays within a folder.
  private static func described(_ archive: OpaquePointer, _ index: Int) throws(Fault) -> (String, Int, Int) {
    var stat = unsafe zip_stat_t()
    // The name as it is written: libzip would otherwise guess at its encoding.
    guard unsafe zip_stat_index(archive, UInt64(index), zip_flags_t(ZIP_FL_ENC_RAW), &stat) == 0,
      let pointer = unsafe stat.name
    else { throw .damaged(entry: nil) }
    let name = unsafe String(cString: pointer)
    guard isSafe(name) else { throw .unsafeName(entry: name) }
    var system: UInt8 = 0
    var attributes: UInt32 = 0
    _ = unsafe zip_file_get_external_attributes(archive, UInt64(index), 0, &system, &attributes)
    // A link of UNIX, a reparse point of Windows: both lead somewhere else.
    if attributes >> 16 & 0o170000 == 0o120000 || attributes & 0x400 != 0 { throw .unsafeName(entry: name) }
    guard unsafe stat.encryption_method == ZIP_EM_AES_256 else { throw .notSealed(entry: name) }
    guard let size = unsafe Int(exactly: stat.size), let packed = unsafe Int(exactly: stat.comp_size) else {
      throw .tooLarge
    }
    return (name, size, packed)
  }

  /// Whether a name leads to a file below a folder on any system.
  public static func isSafe(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let devices: Set<String> = ["con", "prn", "aux", "nul"]
    return !name.isEmpty && name.utf8.count <= 255 && parts.count <= 8
      && parts.allSatisfy { part in
        !part.isEmpty && part != "." && part != ".." && part.last != " " && part.last != "."
          && part.first != " "
          && !devices.contains(part.prefix { $0 != "." }.lowercased())
      }
      && name.unicodeScalars.allSatisfy { scalar in
        scalar.value >= 32 && scalar.value != 127 && scalar != "\u{FFFD}"
          && !"\\:*?\"<>|".unicodeScalars.contains(scalar)
          && !(0x200B...0x200F).contains(scalar.value) && !(0x202A...0x202E).contains(scalar.value)
          && !(0x2066...0x2069).contains(scalar.value)
      }
  }

  /// Reads an entry; one that is longer or shorter than declared is refused.
  private static func read(
    _ archive: OpaquePointer, _ index: Int, _ name: String, _ size: Int, _ password: String
  ) throws(Fault) -> [UInt8] {
    guard let file = unsafe zip_fopen_index_encrypted(archive, UInt64(index), 0, password) else {
      let code = unsafe zip_error_code_zip(zip_get_error(archive))
      throw code == ZIP_ER_WRONGPASSWD || code == ZIP_ER_NOPASSWD ? .wrongPassword : .damaged(entry: name)
    }
    defer { unsafe zip_fclose(file) }
    var done = 0
    var isWhole = false
    // One byte more than declared is asked for, so that an entry that lies about its size is seen.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while done <= size {
        let got = unsafe zip_fread(file, buffer.baseAddress?.advanced(by: done), UInt64(size + 1 - done))
        guard got > 0 else {
          isWhole = got == 0
          break
        }
        done += Int(got)
      }
      count = done
    }
    guard isWhole, done == size else { throw .damaged(entry: name) }
    return bytes
  }
}
