/// An opening tag of which single attributes are read and changed; the others stay as they are spelled.
struct XMLTag {
  private(set) var text: String

  init(_ text: String) { self.text = text }

  /// The value of an attribute as it stands, entities and all.
  subscript(name: String) -> String? { range(of: name).map { String(text[$0]) } }

  /// The value of an attribute of that local name behind a prefix: `r:id`.
  func qualified(_ name: String) -> String? { range { $0.hasSuffix(":\(name)") }.map { String(text[$0]) } }

  /// The tag with an attribute changed or added.
  func with(_ name: String, _ value: String) -> XMLTag {
    var tag = self
    if let range = range(of: name) {
      tag.text.replaceSubrange(range, with: value)
    } else if let end = text.lastIndex(where: { $0 != ">" && $0 != "/" && !$0.isWhitespace }) {
      tag.text.insert(contentsOf: " \(name)=\"\(value)\"", at: text.index(after: end))
    }
    return tag
  }

  /// Where the value of an attribute stands between its quotes.
  private func range(of name: String) -> Range<String.Index>? { range { $0 == name } }

  private func range(where isWanted: (String) -> Bool) -> Range<String.Index>? {
    var rest = text.drop { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    while let equals = rest.firstIndex(of: "="),
      let quote = rest[equals...].firstIndex(where: { $0 == "\"" || $0 == "'" }),
      let end = rest[rest.index(after: quote)...].firstIndex(of: rest[quote])
    {
      let found = rest[..<equals].filter { !$0.isWhitespace }
      if isWanted(found) { return rest.index(after: quote)..<end }
      rest = rest[rest.index(after: end)...]
    }
    return nil
  }
}
