@_spi(_Unicode) import Swift

/// All text of a workbook in one block of bytes; cells point into it.
struct TextArena: Sendable {
  var bytes: [UInt8] = []

  /// The text of a range, spelled as the file spells it.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension String {
  /// The text in composed form (NFC), so that «й» is «й» however a program spelled it.
  ///
  /// The standard library has normalisation but does not publish it yet; its own name for it is used here only.
  public var composed: String {
    // Combining marks start at U+0300, whose first byte in UTF-8 is 0xCC; most text has none.
    guard utf8.contains(where: { $0 == 0xCC || $0 == 0xCD || $0 >= 0xE0 }) else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in _nfc { scalars.append(scalar) }
    return String(scalars)
  }
}
