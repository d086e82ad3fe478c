/// Excel's own escape of characters that XML cannot hold: `_x000D_` (ECMA-376, part 1, 22.9.2.19).
enum ExcelEscape {
  /// The text with every `_xHHHH_` replaced by its character; text without one comes back as it is.
  static func decoded(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "_")) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if let scalar = escape(text[index...]) {
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        index += 7
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static func escape(_ text: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard text.count >= 7, text.starts(with: "_x".utf8), text[text.startIndex + 6] == UInt8(ascii: "_") else {
      return nil
    }
    let digits = text[text.startIndex + 2..<text.startIndex + 6]
    guard digits.first != UInt8(ascii: "+") else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap { Unicode.Scalar($0) }
  }
}
