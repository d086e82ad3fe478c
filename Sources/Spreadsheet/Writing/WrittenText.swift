/// Text made ready for a package: what XML cannot hold is written in Excel's own escape, `_x000D_`.
enum WrittenText {
  /// The text as it goes to libxlsxwriter, which escapes the other control characters itself.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "_") || $0 == 0xEF }) else { return text }
    var result = String.UnicodeScalarView()
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.first {
      if scalar == "_", looksEscaped(rest) {
        result.append(contentsOf: "_x005F_".unicodeScalars)
      } else if scalar.value == 0 || scalar.value == 0xFFFE || scalar.value == 0xFFFF {
        let digits = scalar.value == 0 ? "0000" : String(scalar.value, radix: 16, uppercase: true)
        result.append(contentsOf: "_x\(digits)_".unicodeScalars)
      } else {
        result.append(scalar)
      }
      rest.removeFirst()
    }
    return String(result)
  }

  /// Whether a reader would take the text from here on for an escape, although a person wrote it so.
  private static func looksEscaped(_ text: Substring.UnicodeScalarView) -> Bool {
    let head = Array(text.prefix(7))
    return head.count == 7 && head[1] == "x" && head[6] == "_"
      && head[2...5].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}

/// Hands texts to a closure as C strings that live as long as the call; `nil` stays a null pointer.
func withCStrings<R>(_ texts: [String?], _ body: ([UnsafeMutablePointer<CChar>?]) -> R) -> R {
  let pointers = unsafe texts.map { text -> UnsafeMutablePointer<CChar>? in
    guard let text else { return nil }
    let bytes = Array(text.utf8CString)
    let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    unsafe pointer.initialize(from: bytes, count: bytes.count)
    return unsafe pointer
  }
  defer { unsafe pointers.forEach { unsafe $0?.deallocate() } }
  return unsafe body(pointers)
}
