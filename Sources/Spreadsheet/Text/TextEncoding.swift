/// Tells the encoding of a text file and turns it into UTF-8 without a byte order mark.
enum TextEncoding {
  struct Decoded {
    let text: [UInt8]
    /// Whether the encoding was inferred and not stated by a mark; plain ASCII needs no guess.
    let isGuess: Bool
  }

  static func decode(_ bytes: [UInt8]) throws(SpreadsheetError) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Decoded(text: try utf8(bytes.dropFirst(3)), isGuess: false)
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return Decoded(text: try utf16(bytes.dropFirst(2), isBig: false), isGuess: false)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return Decoded(text: try utf16(bytes.dropFirst(2), isBig: true), isGuess: false)
    }
    if let isBig = looksLikeUTF16(bytes) {
      return Decoded(text: try utf16(bytes[...], isBig: isBig), isGuess: true)
    }
    guard !isBinary(bytes) else { throw SpreadsheetError(.notSpreadsheet) }
    if isUTF8(bytes[...]) { return Decoded(text: bytes, isGuess: bytes.contains { $0 >= 0x80 }) }
    // Without a line or a separator it is no table, whatever the encoding.
    guard bytes.contains(where: { [9, 10, 13, 44, 59, 124].contains($0) }) else {
      throw SpreadsheetError(.notSpreadsheet)
    }
    if isDamagedUTF8(bytes) { throw SpreadsheetError(.badEncoding) }
    return Decoded(text: try SingleByte.decode(bytes), isGuess: true)
  }

  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    Array(bytes).withView { $0.isCleanText(0..<$0.count) }
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>) throws(SpreadsheetError) -> [UInt8] {
    guard isUTF8(bytes) else { throw SpreadsheetError(.badEncoding) }
    return Array(bytes)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBig: Bool) throws(SpreadsheetError) -> [UInt8] {
    guard bytes.count % 2 == 0 else { throw SpreadsheetError(.badEncoding) }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
      let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBig ? a << 8 | b : b << 8 | a
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw SpreadsheetError(.badEncoding) }
    let utf8 = Array(text.utf8)
    guard isUTF8(utf8[...]) else { throw SpreadsheetError(.badEncoding) }
    return utf8
  }

  /// UTF-16 without a mark: the zero bytes of ASCII, or the 0x04 of Cyrillic, stand on one side only.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 4, sample.contains(0) else { return nil }
    var highs = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 || byte == 4 { highs[index % 2] += 1 }
    let half = sample.count / 2
    if highs[1] * 10 > half * 9, highs[0] * 10 < half { return false }
    if highs[0] * 10 > half * 9, highs[1] * 10 < half { return true }
    return nil
  }

  /// Control characters that no text table holds.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let controls = bytes.reduce(0) { $0 + ($1 < 32 && $1 != 9 && $1 != 10 && $1 != 13 && $1 != 12 ? 1 : 0) }
    return controls > 0 && (bytes.contains(0) || controls * 200 > bytes.count || bytes.count < 16)
  }

  /// Whether most high bytes form Cyrillic letters of UTF-8: then it is UTF-8 with something broken in it.
  private static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
    var pairs = 0
    var high = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0xD0 || byte == 0xD1, index + 1 < bytes.count, (0x80...0xBF).contains(bytes[index + 1]) {
        pairs += 2
        index += 1
      }
      if byte >= 0x80 { high += index < bytes.count && bytes[index] != byte ? 2 : 1 }
      index += 1
    }
    let hasOverlong = bytes.indices.dropLast().contains { bytes[$0] == 0xC0 && bytes[$0 + 1] & 0xC0 == 0x80 }
    return hasOverlong || pairs * 2 > high
  }
}
