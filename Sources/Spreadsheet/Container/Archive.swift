/// An open ZIP archive in memory: its entries, checked against the limits, and their bytes.
///
/// A plain directory is read by ``PlainDirectory``, any other one by libzip, which judges it (``StrictArchive``). Neither
/// counts what is inflated: sizes are checked here, and inflating is done by ``Inflater`` into a buffer of the declared size.
@safe struct Archive: ~Copyable {
  /// What the central directory says of an entry.
  struct Entry {
    let index: Int
    /// The name as text; a backslash counts as a slash, as some exporters write it.
    let name: String
    /// The name's bytes, where they are others than those of the text.
    var otherName: [UInt8]?
    let size: Int
    let compressedSize: Int
    let crc: UInt32
    let isStored: Bool
    /// The time and day of the entry as MS-DOS counts them, time in the lower half.
    let time: UInt32
    /// Where its data stand in the archive, when its directory is plain.
    var place: Range<Int>?

    /// The name's bytes as the archive holds them.
    var rawName: [UInt8] { otherName ?? Array(name.utf8) }
  }

  let entries: [Entry]
  /// What was unusual about the container.
  let notes: [ReadingNote.Word]
  private let bytes: [UInt8]
  private let strict: StrictArchive?

  /// Opens the archive and checks every entry against the limits.
  ///
  /// - Parameter isStrictOnly: whether the fast way is left out; for comparing both ways.
  init(_ bytes: [UInt8], limits: Limits, isStrictOnly: Bool = false) throws(SpreadsheetError) {
    var check = Check(fileSize: bytes.count, limits: limits)
    var isLenient = false
    if !isStrictOnly, let plain = bytes.withView({ PlainDirectory.entries(of: $0) }) {
      for entry in plain { try check.admit(entry) }
      entries = plain
      strict = nil
    } else {
      let opened = try StrictArchive(bytes, limits: limits)
      entries = try opened.entries(&check)
      isLenient = opened.isLenient
      strict = consume opened
    }
    let hasBadName = entries.contains { Self.isSuspicious(Array($0.name.utf8)) }
    notes = (hasBadName ? [.badEntryName] : []) + (isLenient ? [.zipMalformed] : [])
    self.bytes = bytes
  }

  /// The entry of exactly that name, or of that name in another case.
  func entry(_ name: String) -> Entry? {
    // Lengths first: a workbook has ten parts, and none of them is as long as another.
    let length = name.utf8.count
    if let entry = entries.first(where: { $0.name.utf8.count == length && $0.name == name }) { return entry }
    guard entries.contains(where: { $0.name.utf8.count == length }) else { return nil }
    let folded = name.lowercased()
    return entries.first { $0.name.utf8.count == length && $0.name.lowercased() == folded }
  }

  /// The bytes of an entry as the archive holds them, compressed or stored.
  func raw(_ entry: Entry) throws(SpreadsheetError) -> [UInt8] {
    if let place = entry.place { return Array(bytes[place]) }
    return try strict?.raw(entry) ?? []
  }

  /// Lends those bytes for the time of a closure, without copying them where their place is known.
  func withRaw<R>(
    _ entry: Entry, _ body: (UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) -> R
  ) throws(SpreadsheetError) -> R {
    if let place = entry.place {
      return try unsafe bytes.withUnsafeBufferPointer { all throws(SpreadsheetError) in
        try unsafe body(UnsafeBufferPointer(rebasing: all[place]))
      }
    }
    return try unsafe raw(entry).withUnsafeBufferPointer(body)
  }

  /// An entry to be inflated piece by piece.
  func stream(_ entry: Entry) throws(SpreadsheetError) -> EntryStream {
    if let place = entry.place { return EntryStream(bytes[place], entry) }
    return EntryStream(try raw(entry)[...], entry)
  }

  /// What is looked at in every entry, in the order of the directory.
  struct Check {
    let fileSize: Int
    let limits: Limits
    private var compressed = 0
    private var count = 0

    init(fileSize: Int, limits: Limits) {
      self.fileSize = fileSize
      self.limits = limits
    }

    mutating func admit(_ entry: Entry) throws(SpreadsheetError) {
      count += 1
      guard count <= limits.entries else { throw SpreadsheetError(.tooManyEntries, limit: limits.entries) }
      compressed += entry.compressedSize
      guard compressed <= fileSize else { throw SpreadsheetError(.zipOverlap) }
      guard entry.size <= limits.partBytes else {
        throw SpreadsheetError(.zipBomb, part: entry.name, limit: limits.partBytes)
      }
    }
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
