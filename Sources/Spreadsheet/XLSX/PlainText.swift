/// Character data without markup: the five entities and character numbers, nothing else.
enum PlainText {
  /// Copies text up to the next `<`; `false` when it holds what only the strict way understands: a carriage
  /// return, another entity, `]]>`, or Excel's own escape `_x000D_`.
  @inline(__always)
  static func copy(
    _ bytes: ByteView, from index: inout Int, to text: inout [UInt8], hasEscapes: Bool = true
  ) -> Bool {
    var start = index
    while case let byte = bytes[index], byte != UInt8(ascii: "<") {
      switch byte {
      case UInt8(ascii: "&"):
        bytes.append(start..<index, to: &text)
        guard let scalar = entity(bytes, at: &index), scalar != "_" else { return false }
        append(scalar.value, to: &text)
        start = index
      case 0, 13:
        return false
      case UInt8(ascii: "_") where hasEscapes && Self.mayBeEscape(bytes[index &+ 1]):
        return false
      case UInt8(ascii: "]") where bytes[index &+ 1] == UInt8(ascii: "]"):
        return false
      default:
        index &+= 1
      }
    }
    bytes.append(start..<index, to: &text)
    return true
  }

  /// Whether what follows a `_` can make it Excel's escape: the `x` itself, or an entity that stands for it.
  private static func mayBeEscape(_ next: UInt8) -> Bool {
    next == UInt8(ascii: "x") || next == UInt8(ascii: "&")
  }

  private static func entity(_ bytes: ByteView, at index: inout Int) -> Unicode.Scalar? {
    // Numbers first: some programs write all of Cyrillic so.
    guard bytes.has("&#", at: index) else { return named(bytes, at: &index) }
    let isHex = bytes[index &+ 2] == UInt8(ascii: "x")
    var place = index &+ (isHex ? 3 : 2)
    var value: UInt32 = 0
    while let digit = digit(bytes[place], isHex: isHex), value <= 0x10FFFF {
      value = value * (isHex ? 16 : 10) + digit
      place &+= 1
    }
    guard bytes[place] == UInt8(ascii: ";"), value >= 32 || value == 9 || value == 10,
      value != 0xFFFE, value != 0xFFFF, let scalar = Unicode.Scalar(value)
    else { return nil }
    index = place &+ 1
    return scalar
  }

  private static func named(_ bytes: ByteView, at index: inout Int) -> Unicode.Scalar? {
    let names: [(StaticString, Unicode.Scalar)] = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"),
    ]
    for (name, scalar) in names where bytes.has(name, at: index) {
      index &+= name.utf8CodeUnitCount
      return scalar
    }
    return nil
  }

  /// Appends the bytes of a scalar, by hand: through the standard library they cost four times as much.
  private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F) }
    if scalar < 0x80 {
      text.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      text.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    } else if scalar < 0x10000 {
      text.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
    } else {
      text.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      text.append(tail(12))
    }
    if scalar >= 0x800 { text.append(tail(6)) }
    if scalar >= 0x80 { text.append(tail(0)) }
  }

  private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
    switch byte {
    case 48...57: UInt32(byte - 48)
    case 65...70 where isHex: UInt32(byte - 55)
    case 97...102 where isHex: UInt32(byte - 87)
    default: nil
    }
  }
}
