/// The attributes of a tag as they stand in its bytes; their syntax was checked when the tag was found.
struct PlainAttributes {
  let bytes: ByteView
  /// From behind the name of the element to the end of its tag.
  let range: Range<Int>

  /// The value of an attribute of that local name, with a prefix or without one; declarations of namespaces are none.
  func value(of name: StaticString, isQualified: Bool) -> String? {
    var index = range.lowerBound
    while let equals = bytes.first(UInt8(ascii: "="), from: index), equals < range.upperBound,
      let end = bytes.first(bytes[equals + 1], from: equals + 2)
    {
      let start = equals - name.utf8CodeUnitCount
      if bytes.has(name, at: start) {
        let isPrefixed = bytes[start - 1] == UInt8(ascii: ":")
        let isWhole = bytes[start - 1] <= 32 && !bytes.has("xmlns=", at: start)
        if isQualified ? isPrefixed && !isDeclaration(before: start - 1) : isWhole {
          let hasEntity = bytes.first(UInt8(ascii: "&"), from: equals).map { $0 < end } ?? false
          let text = bytes.text(equals + 2..<end)
          return hasEntity ? XMLText.plain(text) : text
        }
      }
      index = end + 1
    }
    return nil
  }

  private func isDeclaration(before colon: Int) -> Bool {
    bytes.has("xmlns", at: colon - 5) && bytes[colon - 6] <= 32
  }
}
