internal import CZip
internal import Glibc

/// An open ZIP archive in memory, through libzip; closed when it goes.
///
/// libzip is asked to check consistency, but it neither counts what it inflates nor sees overlapping entries, so
/// sizes are checked here and inflating is done by ``Inflater`` into a buffer of the declared size.
@safe struct Archive: ~Copyable {
  /// What the central directory says of an entry.
  struct Entry {
    let index: Int
    /// The name as bytes; a backslash counts as a slash, as some exporters write it.
    let name: String
    /// The name's bytes as the archive holds them.
    let rawName: [UInt8]
    let size: Int
    let compressedSize: Int
    let crc: UInt32
    let isStored: Bool
    /// The time and day of the entry as MS-DOS counts them, time in the lower half.
    let time: UInt32
  }

  let entries: [Entry]
  /// What was unusual about the container.
  let notes: [ReadingNote.Word]
  private let handle: OpaquePointer
  private let memory: UnsafeMutableRawPointer
  private let byName: [String: Int]

  /// Opens the archive and checks every entry against the limits.
  init(_ bytes: [UInt8], limits: Limits) throws(SpreadsheetError) {
    // libzip reads from this copy until the archive is closed; `deinit` frees it after that.
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
    unsafe bytes.withUnsafeBytes {
      unsafe memory.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count)
    }
    let handle: OpaquePointer
    let lenient: Bool
    do throws(SpreadsheetError) {
      unsafe (handle, lenient) = try Self.open(memory, count: bytes.count, limits: limits)
    } catch {
      unsafe memory.deallocate()
      throw error
    }
    do throws(SpreadsheetError) {
      let listed = try unsafe Self.list(handle, fileSize: bytes.count, limits: limits)
      entries = listed.entries
      notes = listed.notes + (lenient ? [.zipMalformed] : [])
    } catch {
      unsafe zip_discard(handle)
      unsafe memory.deallocate()
      throw error
    }
    unsafe self.handle = handle
    unsafe self.memory = memory
    byName = Dictionary(entries.map { ($0.name, $0.index) }) { first, _ in first }
  }

  deinit {
    unsafe zip_discard(handle)
    unsafe memory.deallocate()
  }

  /// The entry of exactly that name, or of that name in another case.
  func entry(_ name: String) -> Entry? {
    if let index = byName[name] { return entries[index] }
    let folded = name.lowercased()
    return entries.first { $0.name.utf8.count == name.utf8.count && $0.name.lowercased() == folded }
  }

  /// The bytes of an entry as the archive holds them, compressed or stored.
  func raw(_ entry: Entry) throws(SpreadsheetError) -> [UInt8] {
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

  /// An entry to be inflated piece by piece.
  func stream(_ entry: Entry) throws(SpreadsheetError) -> EntryStream {
    guard let file = unsafe zip_fopen_index(handle, UInt64(entry.index), 0) else {
      throw SpreadsheetError(.zipInconsistent, part: entry.name)
    }
    return unsafe EntryStream(file, entry)
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

  private static func list(_ handle: OpaquePointer, fileSize: Int, limits: Limits) throws(SpreadsheetError)
    -> (entries: [Entry], notes: [ReadingNote.Word])
  {
    let count = Int(unsafe zip_get_num_entries(handle, 0))
    guard count <= limits.entries else { throw SpreadsheetError(.tooManyEntries, limit: limits.entries) }
    var entries: [Entry] = []
    var names: Set<String> = []
    var badNames = false
    var compressed = 0
    for index in 0..<max(0, count) {
      let entry = try unsafe stat(handle, index)
      compressed += entry.compressedSize
      guard compressed <= fileSize else { throw SpreadsheetError(.zipOverlap) }
      guard entry.size <= limits.partBytes else {
        throw SpreadsheetError(.zipBomb, part: entry.name, limit: limits.partBytes)
      }
      if Self.isSuspicious(Array(entry.name.utf8)) { badNames = true }
      guard names.insert(entry.name).inserted else {
        throw SpreadsheetError(.zipInconsistent, part: entry.name)
      }
      entries.append(entry)
    }
    return (entries, badNames ? [.badEntryName] : [])
  }

  private static func stat(_ handle: OpaquePointer, _ index: Int) throws(SpreadsheetError) -> Entry {
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
    return unsafe Entry(
      index: index,
      name: rawName.contains(UInt8(ascii: "\\")) ? String(name.map { $0 == "\\" ? "/" : $0 }) : name,
      rawName: rawName, size: size, compressedSize: packed, crc: stat.crc,
      isStored: stat.comp_method == ZIP_CM_STORE,
      time: PackageTime.dos(Int(stat.mtime)))
  }

  /// Names that would leave a folder if they were written there; nothing of ours ever writes one.
  private static func isSuspicious(_ name: [UInt8]) -> Bool {
    // By bytes: as characters the names of a package cost as much as a hundred of its cells.
    let slash = UInt8(ascii: "/")
    var start = 0
    for end in 0...name.count where end == name.count || name[end] == slash {
      let isDots = end - start == 1 || end - start == 2
      if isDots, name[start..<end].allSatisfy({ $0 == UInt8(ascii: ".") }) { return true }
      start = end + 1
    }
    let devices: [StaticString] = ["CON", "NUL", "AUX", "PRN"]
    return name.isEmpty || name.count > 255 || name[0] == slash || name[0] == UInt8(ascii: "~")
      || name.contains { $0 < 32 || $0 == UInt8(ascii: ":") }
      || name.contains(0xEF) && String(decoding: name, as: UTF8.self).unicodeScalars.contains("\u{FFFD}")
      || name.count == 3 && name.withView { view in devices.contains { view.has($0, at: 0) } }
  }
}
