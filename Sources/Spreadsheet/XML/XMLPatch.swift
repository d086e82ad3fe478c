/// Changes of a part: pieces that replace ranges of its bytes; everything between stays as it was.
struct XMLPatch {
  private var pieces: [(range: Range<Int>, text: String)] = []

  /// Puts text in the place of a range; texts for the same empty range stand in the order in which they came.
  mutating func replace(_ range: Range<Int>, with text: String) { pieces.append((range, text)) }

  /// Puts text before a byte.
  mutating func insert(_ text: String, at place: Int) { replace(place..<place, with: text) }

  /// Adds children at the end of an element, also of one that is a single tag.
  mutating func append(_ text: String, to element: XMLOutline.Element, in outline: XMLOutline) {
    guard element.isEmpty else { return insert(text, at: element.content.upperBound) }
    var open = outline.raw(element.tag)
    if let slash = open.lastIndex(of: "/") { open.remove(at: slash) }
    replace(element.tag, with: "\(open)\(text)</\(element.prefix)\(element.name)>")
  }

  /// The part with all changes.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    let ordered = pieces.enumerated().sorted { a, b in
      (a.element.range.lowerBound, a.offset) < (b.element.range.lowerBound, b.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + pieces.reduce(0) { $0 + $1.text.utf8.count })
    var copied = 0
    for (_, piece) in ordered where piece.range.lowerBound >= copied {
      result += bytes[copied..<piece.range.lowerBound]
      result += piece.text.utf8
      copied = piece.range.upperBound
    }
    return result + bytes[copied...]
  }
}
