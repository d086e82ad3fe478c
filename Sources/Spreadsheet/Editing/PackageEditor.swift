/// An XLSX package of which some parts change and everything else stays as it was, byte for byte.
public struct PackageEditor: ~Copyable {
  private let archive: Archive
  private var inflater: Inflater
  let limits: Limits
  private var changed: [Int: [UInt8]] = [:]
  /// A part that somebody has inflated before.
  private var known: (part: String, bytes: [UInt8])?
  private var added: [(name: String, bytes: [UInt8])] = []

  /// Opens the package.
  public init(_ bytes: [UInt8], limits: Limits = Limits()) throws(SpreadsheetError) {
    archive = try Archive(bytes, limits: limits)
    inflater = Inflater(limits: limits)
    self.limits = limits
  }

  /// The package with the edits in one of its worksheet parts.
  ///
  /// Other entries are copied in their compressed bytes, in the same order, with the same times. The same input gives
  /// the same bytes.
  ///
  /// - Parameters:
  ///   - edits: what changes.
  ///   - part: the worksheet part, by its name in the package.
  ///   - level: of compression, 1 to 12, for the changed part.
  /// - Throws: ``SpreadsheetError`` with `cannotWrite` when the part is written in a way that cannot be edited safely
  ///   (comments or CDATA among the rows, another encoding than UTF-8).
  public consuming func applying(
    _ edits: SheetEdits, toPart part: String, level: Int = 6
  ) throws(SpreadsheetError) -> [UInt8] {
    try edit(edits, inPart: part)
    return try finish(level: level)
  }

  /// The package with the edits in one of its sheets, which was read from these very bytes with its formulas: then its
  /// part is still there, and need not be inflated again.
  public consuming func applying(
    _ edits: SheetEdits, to sheet: Sheet, level: Int = 6
  ) throws(SpreadsheetError) -> [UInt8] {
    if let bytes = sheet.xml?.take(), !bytes.isEmpty { known = (sheet.part, bytes) }
    return try applying(edits, toPart: sheet.part, level: level)
  }

  /// Makes the edits in one of the worksheet parts.
  mutating func edit(_ edits: SheetEdits, inPart part: String) throws(SpreadsheetError) {
    let words = try sharedWords(edits)
    guard var sheet = try taken(part) else { throw SpreadsheetError(.missingPart, part: part) }
    guard Self.edit(&sheet, edits, words) else { throw SpreadsheetError(.cannotWrite, part: part) }
    put(sheet, as: part)
  }

  /// A part that will be put back: one that is known is given away, and nobody else holds its bytes.
  private mutating func taken(_ part: String) throws(SpreadsheetError) -> [UInt8]? {
    guard let known, known.part == part else { return try bytes(of: part) }
    self.known = nil
    return known.bytes
  }

  /// A part as it stands now; `nil` when there is none of that name.
  mutating func bytes(of part: String) throws(SpreadsheetError) -> [UInt8]? {
    if let entry = archive.entry(part) {
      if let bytes = changed[entry.index] { return bytes }
      if let known, known.part == part { return known.bytes }
      return try inflater.bytes(of: entry, in: archive)
    }
    return added.first { $0.name == part }?.bytes
  }

  /// Puts a part in the place of the one of that name, or behind all others.
  mutating func put(_ bytes: [UInt8], as part: String) {
    if let entry = archive.entry(part) {
      changed[entry.index] = bytes
    } else if let index = added.firstIndex(where: { $0.name == part }) {
      added[index].bytes = bytes
    } else {
      added.append((part, bytes))
    }
  }

  /// A name for a new part that no part has: `xl/comments1.xml` for `xl/comments` and `.xml`.
  func freeName(_ stem: String, _ end: String) -> String {
    var number = 1
    func isTaken(_ name: String) -> Bool {
      archive.entry(name) != nil || added.contains { $0.name == name }
    }
    while isTaken("\(stem)\(number)\(end)") { number += 1 }
    return "\(stem)\(number)\(end)"
  }

  /// The package with all changes.
  consuming func finish(level: Int = 6) throws(SpreadsheetError) -> [UInt8] {
    var writer = PackageWriter(level: level)
    for entry in archive.entries {
      if let bytes = changed[entry.index] {
        writer.add(rawName: entry.rawName, bytes, time: entry.time)
      } else {
        writer.copy(entry, raw: try archive.raw(entry))
      }
    }
    for part in added { writer.add(part.name, part.bytes) }
    return writer.finish()
  }

  /// The numbers of the words among the shared strings.
  private mutating func sharedWords(_ edits: SheetEdits) throws(SpreadsheetError) -> [String: Int] {
    var wanted: Set<String> = []
    for row in edits.rows {
      for cell in row.cells {
        if case .text(let word) = cell.edit { wanted.insert(word) }
      }
    }
    guard !wanted.isEmpty, let part = try bytes(of: "xl/sharedStrings.xml") else { return [:] }
    var arena = TextArena()
    let strings = try SharedStrings.read(part, into: &arena, limits: limits)
    var numbers: [String: Int] = [:]
    for (number, bits) in strings.enumerated() {
      let cell = Cell(row: 0, column: 0, kind: .text, hasFormula: false, bits: bits)
      guard cell.text.count < 64 else { continue }
      let text = arena.string(cell.text)
      if wanted.contains(text), numbers[text] == nil { numbers[text] = number }
    }
    return numbers
  }

  private static func edit(_ sheet: inout [UInt8], _ edits: SheetEdits, _ words: [String: Int]) -> Bool {
    let edited = sheet.withView { view -> (head: [UInt8], count: Int)? in
      guard let head = SheetHead(view) else { return nil }
      return RowEditor.edited(view, rowsFrom: head.rows, prefix: head.prefix, words: words, edits)
    }
    guard let edited else { return false }
    sheet.replaceSubrange(..<edited.count, with: edited.head)
    return true
  }
}

/// Where the rows of a worksheet part begin, and which prefix its elements carry.
private struct SheetHead {
  let rows: Int
  let prefix: String

  init?(_ bytes: ByteView) {
    guard let name = bytes.first("sheetData", from: 0), let end = bytes.first(">", from: name),
      bytes[end - 1] != UInt8(ascii: "/")
    else { return nil }
    var start = name
    while start > 0, bytes[start] != UInt8(ascii: "<") { start -= 1 }
    var text: [UInt8] = []
    bytes.append(start + 1..<name, to: &text)
    prefix = String(decoding: text, as: UTF8.self)
    rows = end + 1
    guard prefix.isEmpty || prefix.hasSuffix(":"), PlainHead.isPlain(bytes.prefix(start)),
      !Self.hasDeclarations(bytes, from: end)
    else { return nil }
  }

  /// Whether a comment or CDATA stands there: a tag that begins with `<!`. The rare `!` is looked for, not the `<`.
  private static func hasDeclarations(_ bytes: ByteView, from start: Int) -> Bool {
    var index = start
    while let place = bytes.first(UInt8(ascii: "!"), from: index) {
      if bytes[place - 1] == UInt8(ascii: "<") { return true }
      index = place + 1
    }
    return false
  }
}
