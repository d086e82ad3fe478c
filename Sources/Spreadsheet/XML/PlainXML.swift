/// The fast way through a small part: one pass over the bytes finds the tags, a second tells the events.
///
/// It takes a subset of well-formed XML and nothing else: UTF-8 without comments, CDATA, processing instructions and
/// carriage returns in text, names in ASCII, no entities but the five. At the first thing it does not know it gives up
/// before any event was told, and the part goes to ``XMLReader``, which decides. Measured: the five small parts of a
/// workbook cost 0.62 million instructions through expat, of which half makes and frees the parsers.
struct PlainXML {
  /// Something that will be told.
  private struct Token {
    enum Kind { case start, empty, end, text }
    let kind: Kind
    let isKnown: Bool
    /// The local name, or the text.
    let range: Range<Int>
    /// Behind the opening tag.
    let end: Int
  }

  /// A name as it stands; the prefix is empty where there is none.
  private struct Name {
    let prefix: Range<Int>
    let local: Range<Int>

    var whole: Range<Int> { prefix.lowerBound..<local.upperBound }
  }

  /// A namespace that a prefix, or none, stands for down to a depth.
  private struct Binding {
    let prefix: Range<Int>
    let isKnown: Bool
    let depth: Int
  }

  private let bytes: ByteView
  private let limits: Limits
  private var index = 0
  private var tokens: [Token] = []
  private var open: [Range<Int>] = []
  private var bindings: [Binding] = []
  /// The attributes of the tag that is read.
  private var names: [Name] = []

  /// More tokens than a small part has: a large one goes through expat, which keeps none.
  private static let most = 1 << 14

  private init(_ bytes: ByteView, limits: Limits, expecting count: Int) {
    self.bytes = bytes
    self.limits = limits
    tokens.reserveCapacity(min(count / 16, Self.most))
    names.reserveCapacity(8)
    open.reserveCapacity(8)
  }

  /// Tells the events of a part; `false` when it is not plain, and nothing was told.
  ///
  /// - Parameter hole: bytes that are left out, as if they were not there; somebody else has read them.
  static func tell(
    _ bytes: ByteView, leavingOut hole: Range<Int>? = nil, to events: any XMLEvents, limits: Limits
  ) throws(SpreadsheetError) -> Bool {
    let hole = hole ?? bytes.count..<bytes.count
    guard bytes.isCleanText(0..<hole.lowerBound), bytes.isCleanText(hole.upperBound..<bytes.count) else {
      return false
    }
    var reader = PlainXML(bytes, limits: limits, expecting: bytes.count - hole.count)
    guard reader.findTokens(leavingOut: hole) else { return false }
    try reader.tell(to: events)
    return true
  }

  private func tell(to events: any XMLEvents) throws(SpreadsheetError) {
    // An element ends with the name with which it began: it is made text once.
    var open: [String] = []
    for token in tokens {
      switch token.kind {
      case .text:
        try unsafe bytes.lend(token.range) { text throws(SpreadsheetError) in try unsafe events.text(text) }
      case .end: try events.end(open.popLast() ?? "")
      case .start, .empty:
        let name = bytes.text(token.range)
        let attributes = PlainAttributes(bytes: bytes, range: token.range.upperBound..<token.end)
        try events.start(XMLElement(name: name, isKnown: token.isKnown, attributes: attributes))
        if token.kind == .empty { try events.end(name) } else { open.append(name) }
      }
    }
  }

  // MARK: Tags

  private mutating func findTokens(leavingOut hole: Range<Int>) -> Bool {
    skipDeclaration()
    var hasRoot = false
    while true {
      if index == hole.lowerBound { index = hole.upperBound }
      guard index < bytes.count else { return hasRoot && open.isEmpty }
      if bytes[index] != UInt8(ascii: "<") {
        guard text(upTo: index < hole.lowerBound ? hole.lowerBound : bytes.count) else { return false }
      } else if bytes[index + 1] == UInt8(ascii: "/") {
        guard closingTag() else { return false }
      } else {
        guard !open.isEmpty || !hasRoot, openingTag() else { return false }
        hasRoot = true
      }
      guard tokens.count < Self.most else { return false }
    }
  }

  /// Passes over the declarations that programs write; another one is no element, and the part will be given up.
  private mutating func skipDeclaration() {
    if bytes.has("\u{FEFF}", at: 0) { index = 3 }
    let declarations: [StaticString] = [
      #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#, #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<?xml version="1.0" encoding="utf-8"?>"#, #"<?xml version="1.0"?>"#,
      "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>", "<?xml version='1.0' encoding='UTF-8'?>",
      "<?xml version='1.0' encoding='utf-8'?>",
    ]
    if let text = declarations.first(where: { bytes.has($0, at: index) }) { index += text.utf8CodeUnitCount }
  }

  private mutating func openingTag() -> Bool {
    let start = index
    guard let name = name(at: start + 1), open.count < limits.depth else { return false }
    index = name.local.upperBound
    open.append(name.whole)
    guard let kind = attributes(), index - start <= limits.tokenBytes, let isKnown = isKnown(name.prefix)
    else { return false }
    tokens.append(Token(kind: kind, isKnown: isKnown, range: name.local, end: index))
    if kind == .empty { close() }
    return true
  }

  private mutating func closingTag() -> Bool {
    guard let name = name(at: index + 2), let opened = open.last, same(opened, name.whole) else {
      return false
    }
    let end = pastSpace(name.local.upperBound)
    guard bytes[end] == UInt8(ascii: ">") else { return false }
    index = end + 1
    tokens.append(Token(kind: .end, isKnown: true, range: name.local, end: index))
    close()
    return true
  }

  private mutating func close() {
    while let last = bindings.last, last.depth == open.count { bindings.removeLast() }
    open.removeLast()
  }

  /// Text up to the next tag; outside the root only white space.
  private mutating func text(upTo limit: Int) -> Bool {
    let start = index
    index = min(bytes.first(UInt8(ascii: "<"), from: index) ?? limit, limit)
    var isBlank = true
    for place in start..<index {
      let byte = bytes[place]
      if byte > 32 { isBlank = false }
      let isPlain = byte != 13 && byte != UInt8(ascii: "&") && byte != UInt8(ascii: ">")
      guard isPlain || byte == 13 && open.isEmpty else { return false }
    }
    if open.isEmpty { return isBlank }
    tokens.append(Token(kind: .text, isKnown: true, range: start..<index, end: index))
    return true
  }

  // MARK: Names and attributes

  @inline(__always)
  private func pastSpace(_ start: Int) -> Int {
    var place = start
    while case let byte = bytes[place], byte == 32 || byte == 10 || byte == 13 || byte == 9 { place &+= 1 }
    return place
  }

  /// A name of ASCII letters, digits and `_-.`, with a prefix at most.
  @inline(__always)
  private func name(at start: Int) -> Name? {
    let first = pastName(start)
    guard first > start else { return nil }
    guard bytes[first] == UInt8(ascii: ":") else {
      return Name(prefix: start..<start, local: start..<first)
    }
    let end = pastName(first &+ 1)
    return end > first &+ 1 ? Name(prefix: start..<first, local: first &+ 1..<end) : nil
  }

  @inline(__always)
  private func pastName(_ start: Int) -> Int {
    guard bytes[start] | 0x20 &- 97 < 26 || bytes[start] == UInt8(ascii: "_") else { return start }
    var place = start &+ 1
    while Self.isNameByte(bytes[place]) { place &+= 1 }
    return place
  }

  /// Letters, digits and `_-.` as bits of two words, for a name is looked at byte by byte.
  @inline(__always)
  private static func isNameByte(_ byte: UInt8) -> Bool {
    let bits: UInt64 = byte < 64 ? 0x03FF_6000_0000_0000 : byte < 128 ? 0x07FF_FFFE_87FF_FFFE : 0
    return bits >> UInt64(byte & 63) & 1 == 1
  }

  /// Reads attributes up to the end of the tag: which end it is, or `nil` when they are not plain.
  private mutating func attributes() -> Token.Kind? {
    names.removeAll(keepingCapacity: true)
    var place = index
    while true {
      let start = place
      place = pastSpace(place)
      let isEmpty = bytes.has("/>", at: place)
      if isEmpty || bytes[place] == UInt8(ascii: ">") {
        index = place &+ (isEmpty ? 2 : 1)
        for name in names where !name.prefix.isEmpty && !isBound(name.prefix) { return nil }
        return isEmpty ? .empty : .start
      }
      guard place > start, let name = name(at: place), names.count < limits.attributes,
        bytes[name.local.upperBound] == UInt8(ascii: "="),
        let value = value(at: name.local.upperBound &+ 1)
      else { return nil }
      for other in names where same(other.local, name.local) { return nil }
      if bytes.has("xmlns", at: place) {
        guard bind(name, value) else { return nil }
      }
      names.append(name)
      place = value.upperBound &+ 1
    }
  }

  /// A quoted value with the five entities at most.
  @inline(__always)
  private func value(at start: Int) -> Range<Int>? {
    let quote = bytes[start]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    var end = bytes.endOfPlainText(from: start &+ 1, quote: quote)
    while bytes[end] != quote {
      guard isEntity(at: end) else { return nil }
      end = bytes.endOfPlainText(from: end &+ 1, quote: quote)
    }
    return start &+ 1..<end
  }

  private func isEntity(at place: Int) -> Bool {
    bytes.has("&amp;", at: place) || bytes.has("&quot;", at: place) || bytes.has("&lt;", at: place)
      || bytes.has("&gt;", at: place) || bytes.has("&apos;", at: place)
  }

  // MARK: Namespaces

  /// Takes a declaration of a namespace; `false` for one that expat would look at more closely.
  private mutating func bind(_ name: Name, _ value: Range<Int>) -> Bool {
    let isDefault = name.prefix.isEmpty && name.local.count == 5
    let isPrefixed = name.prefix.count == 5
    guard isDefault || isPrefixed else { return true }
    guard !value.isEmpty, !bytes.has("http://www.w3.org/XML/", at: value.lowerBound),
      !bytes.has("http://www.w3.org/2000/xmlns", at: value.lowerBound),
      !isPrefixed || !bytes.has("xml", at: name.local.lowerBound)
    else { return false }
    let isKnown = XMLReader.known.contains(bytes.text(value))
    let prefix = isDefault ? name.prefix : name.local
    bindings.append(Binding(prefix: prefix, isKnown: isKnown, depth: open.count))
    return true
  }

  /// Whether elements of a prefix are of a namespace that is understood; `nil` for a prefix that stands for none.
  private func isKnown(_ prefix: Range<Int>) -> Bool? {
    bindings.last { same($0.prefix, prefix) }?.isKnown ?? (prefix.isEmpty ? true : nil)
  }

  private func isBound(_ prefix: Range<Int>) -> Bool {
    prefix.count == 3 && bytes.has("xml", at: prefix.lowerBound)
      || prefix.count == 5 && bytes.has("xmlns", at: prefix.lowerBound) || isKnown(prefix) != nil
  }

  @inline(__always)
  private func same(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    var offset = 0
    while offset < a.count, bytes[a.lowerBound &+ offset] == bytes[b.lowerBound &+ offset] { offset &+= 1 }
    return offset == a.count
  }
}
