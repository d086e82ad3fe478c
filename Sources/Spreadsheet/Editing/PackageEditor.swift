/// An XLSX package in which cells of one sheet are changed and everything else stays as it was, byte for byte.
public struct PackageEditor: ~Copyable {
  private let archive: Archive
  private let limits: Limits

  /// Opens the package.
  public init(_ bytes: [UInt8], limits: Limits = Limits()) throws(SpreadsheetError) {
    archive = try Archive(bytes, limits: limits)
    self.limits = limits
  }

  /// The package with the edits in one of its worksheet parts.
  ///
  /// Other entries are copied in their compressed bytes, in the same order, with the same times. The same input gives
  /// the same bytes.
  ///
  /// - Parameter level: of compression, 1 to 12, for the changed part.
  /// - Throws: ``SpreadsheetError`` with `cannotWrite` when the part is written in a way that cannot be edited safely
  ///   (comments or CDATA among the rows, another encoding than UTF-8).
  public consuming func applying(
    _ edits: SheetEdits, toPart part: String, level: Int = 6
  ) throws(SpreadsheetError) -> [UInt8] {
    guard let target = archive.entry(part) else { throw SpreadsheetError(.missingPart, part: part) }
    var inflater = Inflater(limits: limits)
    let sheet = try inflater.bytes(of: target, in: archive)
    let words = try sharedWords(edits, &inflater)
    guard let edited = Self.edit(sheet, edits, words) else {
      throw SpreadsheetError(.cannotWrite, part: part)
    }
    var writer = PackageWriter(level: level)
    for entry in archive.entries {
      if entry.index == target.index {
        writer.add(rawName: entry.rawName, edited, time: entry.time)
      } else {
        writer.copy(entry, raw: try archive.raw(entry))
      }
    }
    return writer.finish()
  }

  /// The numbers of the words among the shared strings.
  private func sharedWords(_ edits: SheetEdits, _ inflater: inout Inflater) throws(SpreadsheetError)
    -> [String: Int]
  {
    guard let entry = archive.entry("xl/sharedStrings.xml") else { return [:] }
    var wanted: Set<String> = []
    for row in edits.rows {
      for cell in row.cells {
        if case .text(let word) = cell.edit { wanted.insert(word) }
      }
    }
    var arena = TextArena()
    let strings = try SharedStrings.read(
      try inflater.bytes(of: entry, in: archive), into: &arena, limits: limits)
    var numbers: [String: Int] = [:]
    for (number, bits) in strings.enumerated() {
      let cell = Cell(row: 0, column: 0, kind: .text, hasFormula: false, bits: bits)
      guard cell.text.count < 64 else { continue }
      let text = arena.string(cell.text)
      if wanted.contains(text), numbers[text] == nil { numbers[text] = number }
    }
    return numbers
  }

  private static func edit(_ sheet: [UInt8], _ edits: SheetEdits, _ words: [String: Int]) -> [UInt8]? {
    sheet.withView { view in
      guard let head = SheetHead(view) else { return nil }
      return RowEditor.edited(view, rowsFrom: head.rows, prefix: head.prefix, words: words, edits)
    }
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
