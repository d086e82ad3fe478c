internal import CLate
internal import Glibc

/// The strict way through an archive: libzip, which knows what is wrong with one; closed when it goes.
///
/// libzip is asked to check consistency, but it does not see overlapping entries; ``Archive`` counts for both ways.
@safe struct StrictArchive: ~Copyable {
  /// Whether something was wrong that no program minds.
  let isLenient: Bool
  private let handle: OpaquePointer
  private let memory: UnsafeMutableRawPointer

  /// Opens the archive.
  init(_ bytes: [UInt8], limits: Limits) throws(SpreadsheetError) {
    // libzip reads from this copy until the archive is closed; `deinit` frees it after that.
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
    unsafe bytes.withUnsafeBytes {
      unsafe memory.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count)
    }
    do throws(SpreadsheetError) {
      unsafe (handle, isLenient) = try Self.open(memory, count: bytes.count, limits: limits)
    } catch {
      unsafe memory.deallocate()
      throw error
    }
    unsafe self.memory = memory
  }

  deinit {
    unsafe zip_discard(handle)
    unsafe memory.deallocate()
  }

  /// The entries in the order of the directory, each checked as it comes.
  func entries(_ check: inout Archive.Check) throws(SpreadsheetError) -> [Archive.Entry] {
    let count = Int(unsafe zip_get_num_entries(handle, 0))
    guard count <= check.limits.entries else {
      throw SpreadsheetError(.tooManyEntries, limit: check.limits.entries)
    }
    var entries: [Archive.Entry] = []
    var names: Set<String> = []
    for index in 0..<max(0, count) {
      let entry = try unsafe Self.stat(handle, index)
      try check.admit(entry)
      guard names.insert(entry.name).inserted else {
        throw SpreadsheetError(.zipInconsistent, part: entry.name)
      }
      entries.append(entry)
    }
    return entries
  }

  /// The bytes of an entry as the archive holds them, compressed or stored.
  func raw(_ entry: Archive.Entry) throws(SpreadsheetError) -> [UInt8] {
    guard let file = unsafe zip_fopen_index(handle, UInt64(entry.index), zip_flags_t(ZIP_FL_COMPRESSED))
    else {
      throw SpreadsheetError(.zipInconsistent, part: entry.name)
    }
    defer { unsafe zip_fclose(file) }
    var got: Int64 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: entry.compressedSize) { buffer, count in
      got = unsafe zip_fread(file, buffer.baseAddress, UInt64(entry.compressedSize))
      count = max(0, Int(got))
    }
    guard got == entry.compressedSize else { throw SpreadsheetError(.zipMalformed, part: entry.name) }
    return bytes
  }

  // MARK: Opening

  private static func open(
    _ memory: UnsafeMutableRawPointer, count: Int, limits: Limits
  ) throws(SpreadsheetError) -> (OpaquePointer, lenient: Bool) {
    if let handle = unsafe attempt(memory, count, ZIP_RDONLY | ZIP_CHECKCONS) {
      return unsafe (handle, hasJunkBefore(memory, count: count))
    }
    // A second, lenient look tells what is wrong; forgiven are junk before the first entry and what no program minds.
    guard let handle = unsafe attempt(memory, count, ZIP_RDONLY) else {
      throw SpreadsheetError(.zipMalformed)
    }
    if unsafe hasJunkBefore(memory, count: count) { return unsafe (handle, true) }
    let view = unsafe ByteView(
      UnsafeBufferPointer(start: memory.assumingMemoryBound(to: UInt8.self), count: count))
    if HarmlessOddities.areAll(in: view) { return unsafe (handle, true) }
    defer { unsafe zip_discard(handle) }
    let entries = Int(unsafe zip_get_num_entries(handle, 0))
    if entries > limits.entries { throw SpreadsheetError(.tooManyEntries, limit: limits.entries) }
    throw SpreadsheetError(entries == 0 ? .zipMalformed : .zipInconsistent)
  }

  private static func attempt(_ memory: UnsafeMutableRawPointer, _ count: Int, _ flags: Int32)
    -> OpaquePointer?
  {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let source = unsafe zip_source_buffer_create(memory, UInt64(count), 0, &error) else { return nil }
    if let handle = unsafe zip_open_from_source(source, flags, &error) { return unsafe handle }
    unsafe zip_source_free(source)
    return nil
  }

  /// Whether the bytes begin with something else than a local header.
  private static func hasJunkBefore(_ memory: UnsafeMutableRawPointer, count: Int) -> Bool {
    count >= 4 && (unsafe memory.loadUnaligned(as: UInt32.self)) != 0x0403_4B50
  }

  private static func stat(_ handle: OpaquePointer, _ index: Int) throws(SpreadsheetError) -> Archive.Entry {
    var stat = unsafe zip_stat_t()
    guard unsafe zip_stat_index(handle, UInt64(index), zip_flags_t(ZIP_FL_ENC_RAW), &stat) == 0,
      let pointer = unsafe stat.name
    else { throw SpreadsheetError(.zipMalformed) }
    let name = unsafe String(cString: pointer)
    let rawName = unsafe [UInt8](UnsafeRawBufferPointer(start: pointer, count: strlen(pointer)))
    if unsafe stat.encryption_method != ZIP_EM_NONE { throw SpreadsheetError(.encrypted, part: name) }
    guard unsafe stat.comp_method == ZIP_CM_STORE || stat.comp_method == ZIP_CM_DEFLATE else {
      throw SpreadsheetError(.zipMethod, part: name)
    }
    var system: UInt8 = 0
    var attributes: UInt32 = 0
    _ = unsafe zip_file_get_external_attributes(handle, UInt64(index), 0, &system, &attributes)
    if system == ZIP_OPSYS_UNIX, attributes >> 16 & 0o170000 == 0o120000 {
      throw SpreadsheetError(.symlinkEntry, part: name)
    }
    guard let size = unsafe Int(exactly: stat.size), let packed = unsafe Int(exactly: stat.comp_size) else {
      throw SpreadsheetError(.zipBomb, part: name)
    }
    return unsafe Archive.Entry(
      index: index,
      name: rawName.contains(UInt8(ascii: "\\")) ? String(name.map { $0 == "\\" ? "/" : $0 }) : name,
      otherName: rawName, size: size, compressedSize: packed, crc: stat.crc,
      isStored: stat.comp_method == ZIP_CM_STORE,
      time: PackageTime.dos(Int(stat.mtime)))
  }
}
