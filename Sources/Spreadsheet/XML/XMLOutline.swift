/// Where the elements of a small part stand in its bytes, down to a depth: for changing it in place.
///
/// expat tells the places, so comments, CDATA, prefixes and odd spacing are no matter.
struct XMLOutline {
  /// An element with its places.
  struct Element {
    /// The name without a prefix.
    let name: String
    /// The prefix with its colon, usually empty.
    let prefix: String
    /// The place of the parent in ``XMLOutline/elements``; -1 for the root.
    let parent: Int
    /// The opening tag.
    let tag: Range<Int>
    /// What stands between the tags.
    var content: Range<Int>
    /// From the opening tag to behind the closing one.
    var whole: Range<Int>

    /// Whether it is one tag only.
    var isEmpty: Bool { whole == tag }
  }

  let bytes: [UInt8]
  /// The elements in the order of their opening tags.
  let elements: [Element]

  /// Reads a part of UTF-8.
  ///
  /// - Parameter depth: 1 for the root only, 2 for its children too, and so on.
  /// - Throws: ``SpreadsheetError`` with `cannotWrite` for another encoding, or what the XML reader refuses.
  init(_ bytes: [UInt8], depth: Int, limits: Limits) throws(SpreadsheetError) {
    let isUTF16 = bytes.prefix(2).contains { $0 == 0 || $0 >= 0xFE }
    guard !isUTF16, bytes.withView({ PlainHead.isUTF8($0.prefix(256)) }) else {
      throw SpreadsheetError(.cannotWrite)
    }
    let events = OutlineXML(bytes, depth: depth)
    try XMLReader.read(bytes, into: events, limits: limits)
    self.bytes = bytes
    elements = events.elements
  }

  /// The root.
  var root: Element? { elements.first }

  /// The first element of a name that is a child of the root.
  func section(_ name: String) -> (index: Int, element: Element)? {
    elements.indices.first { elements[$0].name == name && elements[$0].parent == 0 }.map {
      ($0, elements[$0])
    }
  }

  /// The children of an element, in order.
  func children(of index: Int) -> [Element] { elements.filter { $0.parent == index } }

  /// The text of a range as it stands, entities and all.
  func raw(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The opening tag of an element, to be looked at or changed.
  func tag(of element: Element) -> XMLTag { XMLTag(raw(element.tag)) }
}

/// Gathers the places of elements.
private final class OutlineXML: XMLPlaces {
  var tag = 0..<0
  private(set) var elements: [XMLOutline.Element] = []
  private let bytes: [UInt8]
  private let limit: Int
  private var depth = 0
  private var open: [Int] = []

  init(_ bytes: [UInt8], depth: Int) {
    self.bytes = bytes
    limit = depth
  }

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    depth += 1
    guard depth <= limit else { return }
    open.append(elements.count)
    elements.append(
      XMLOutline.Element(
        name: element.name, prefix: prefix(before: element.name), parent: open.dropLast().last ?? -1,
        tag: tag,
        content: tag.upperBound..<tag.upperBound, whole: tag))
  }

  func end(_ name: String) throws(SpreadsheetError) {
    defer { depth -= 1 }
    guard depth <= limit, let index = open.popLast() else { return }
    elements[index].content = elements[index].tag.upperBound..<tag.lowerBound
    elements[index].whole = elements[index].tag.lowerBound..<tag.upperBound
  }

  private func prefix(before name: String) -> String {
    let head = bytes[tag].dropFirst().prefix { $0 != UInt8(ascii: ":") && $0 > 32 && $0 != UInt8(ascii: ">") }
    let hasPrefix = bytes.indices.contains(head.endIndex) && bytes[head.endIndex] == UInt8(ascii: ":")
    return hasPrefix ? String(decoding: head, as: UTF8.self) + ":" : ""
  }
}
