/// The attributes of a tag as they stand in its bytes; their syntax was checked when the tag was found.
struct PlainAttributes {
  let bytes: ByteView
  /// From behind the name of the element to the end of its tag.
  let range: Range<Int>

  /// The value of an attribute of that local name: one without a prefix, or else the first with one, unless only those
  /// are wanted; declarations of namespaces are none.
  func value(of name: StaticString, isQualified: Bool) -> String? {
    var index = range.lowerBound
    var other: Range<Int>?
    while let equals = bytes.first(UInt8(ascii: "="), from: index), equals < range.upperBound,
      let end = bytes.first(bytes[equals + 1], from: equals + 2)
    {
      let start = equals - name.utf8CodeUnitCount
      if bytes.has(name, at: start) {
        let isPrefixed = bytes[start - 1] == UInt8(ascii: ":") && !isDeclaration(before: start - 1)
        if isPrefixed, other == nil { other = equals + 2..<end }
        if !isQualified, bytes[start - 1] <= 32, !bytes.has("xmlns=", at: start) {
          return text(equals + 2..<end)
        }
      }
      index = end + 1
    }
    return other.map { text($0) }
  }

  private func text(_ value: Range<Int>) -> String {
    let text = bytes.text(value)
    let hasEntity =
      bytes.first(UInt8(ascii: "&"), from: value.lowerBound).map { $0 < value.upperBound } ?? false
    return hasEntity ? XMLText.plain(text) : text
  }

  private func isDeclaration(before colon: Int) -> Bool {
    bytes.has("xmlns", at: colon - 5) && bytes[colon - 6] <= 32
  }
}
