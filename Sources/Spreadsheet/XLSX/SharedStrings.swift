/// The strings that all sheets of a workbook share, put into the arena; each as the bits a cell keeps.
enum SharedStrings {
  static func read(_ bytes: [UInt8], into arena: inout TextArena, limits: Limits) throws(SpreadsheetError)
    -> [UInt64]
  {
    let start = arena.bytes.count
    if let strings = bytes.withView({ view in plain(view, &arena, limits) }) { return strings }
    arena.bytes.removeLast(arena.bytes.count - start)
    let events = StringsXML(arena, limits: limits)
    arena.bytes = []
    try XMLReader.read(bytes, into: events, limits: limits)
    arena = events.arena
    return events.strings
  }

  /// The fast way: `<si><t>…</t></si>` one after another; `nil` when anything else stands there, or is wrong.
  private static func plain(_ bytes: ByteView, _ arena: inout TextArena, _ limits: Limits) -> [UInt64]? {
    guard PlainRows.fits(limits), bytes.isCleanText(0..<bytes.count), let root = bytes.first("<sst", from: 0),
      isPlainHead(bytes, root),
      let opened = bytes.first(">", from: root), bytes[opened - 1] != UInt8(ascii: "/")
    else { return nil }
    var strings: [UInt64] = []
    var index = opened + 1
    while true {
      while case let byte = bytes[index], byte == 32 || byte == 10 || byte == 13 { index &+= 1 }
      if bytes.has("<si><t", at: index) {
        index &+= 6
        if bytes.has(" xml:space=\"preserve\">", at: index) {
          index &+= 22
        } else if bytes[index] == UInt8(ascii: ">") {
          index &+= 1
        } else {
          return nil
        }
        let start = arena.bytes.count
        guard PlainText.copy(bytes, from: &index, to: &arena.bytes), bytes.has("</t></si>", at: index) else {
          return nil
        }
        index &+= 9
        guard strings.count < limits.cells, arena.bytes.count - start <= limits.textUnits else { return nil }
        strings.append(Cell.bits(text: start, count: arena.bytes.count - start))
      } else {
        return bytes.has("</sst>", at: index) && isSound(bytes, opened + 1..<index) ? strings : nil
      }
    }
  }

  /// Only a declaration in UTF-8 and the root in the default namespace are plain.
  private static func isPlainHead(_ bytes: ByteView, _ root: Int) -> Bool {
    let head = bytes.prefix(min(root + 400, bytes.first(">", from: root) ?? root))
    return head.first("xmlns=\"http", from: 0) != nil && PlainHead.isPlain(head)
  }

  /// Whether the root around the strings is plain too.
  private static func isSound(_ bytes: ByteView, _ strings: Range<Int>) -> Bool {
    do throws(SpreadsheetError) {
      return try PlainXML.tell(bytes, leavingOut: strings, to: NoEvents(), limits: Limits())
    } catch { return false }
  }
}

/// Takes the events of a part that is only looked at for whether it is well-formed.
private final class NoEvents: XMLEvents {
  func start(_ element: XMLElement) throws(SpreadsheetError) {}
}

/// What stands before the root of a part.
enum PlainHead {
  /// Whether it is a declaration, at most, and elements: no comment, no processing instruction, no other encoding.
  static func isPlain(_ head: ByteView) -> Bool {
    var index = 0
    var instructions = 0
    while let place = head.first(UInt8(ascii: "<"), from: index) {
      index = place + 1
      if head[index] == UInt8(ascii: "!") { return false }
      guard head[index] == UInt8(ascii: "?") else { continue }
      instructions += 1
      guard instructions == 1, head.has("?xml ", at: index) else { return false }
    }
    // Without a declaration a part is UTF-8, and one in UTF-16 would have no such head.
    return instructions == 0 || isUTF8(head)
  }

  /// Whether the declaration, if there is one, says UTF-8 or nothing of the encoding.
  static func isUTF8(_ head: ByteView) -> Bool {
    if head.has("<?xml version=\"1.0\" encoding=\"UTF-8\"", at: 0) { return true }
    var bytes: [UInt8] = []
    head.append(0..<head.count, to: &bytes)
    return isUTF8(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether the declaration, if there is one, says UTF-8 or nothing of the encoding.
  private static func isUTF8(_ head: String) -> Bool {
    guard let end = head.range(of: "?>") else { return !head.contains("encoding=") }
    let declaration = head[..<end].lowercased()
    guard let name = declaration.range(of: "encoding") else { return true }
    return declaration[name...].contains("utf-8")
  }
}

extension String {
  /// The index of the first occurrence of a text.
  fileprivate func range(of text: String) -> String.Index? {
    indices.first { self[$0...].hasPrefix(text) }
  }
}

/// The strict way: rich text joined, phonetic readings left out.
private final class StringsXML: XMLEvents {
  var arena: TextArena
  private(set) var strings: [UInt64] = []
  private let limits: Limits
  private var path: [String] = []
  private var item: [UInt8] = []

  init(_ arena: TextArena, limits: Limits) {
    self.arena = arena
    self.limits = limits
  }

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    if element.name == "si" { item.removeAll(keepingCapacity: true) }
    path.append(element.name)
  }

  func end(_ name: String) throws(SpreadsheetError) {
    path.removeLast()
    guard name == "si" else { return }
    let text = ExcelEscape.decoded(item)
    try SheetBuilder.checkLength(text[...], limits)
    guard strings.count < limits.cells else { throw SpreadsheetError(.tooManyStrings, limit: limits.cells) }
    strings.append(Cell.bits(text: arena.bytes.count, count: text.count))
    arena.bytes.append(contentsOf: text)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    guard path.last == "t", !path.contains("rPh") else { return }
    unsafe item.append(contentsOf: bytes)
    guard item.count <= limits.tokenBytes else {
      throw SpreadsheetError(.xmlTokenTooLong, limit: limits.tokenBytes)
    }
  }
}
