internal import Spreadsheet

/// A JSON document that keeps the order of its keys, as a person reads it.
public enum JSON: Sendable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// Any number; one that is not finite is written as `null`.
  case number(Double)
  /// Text.
  case string(String)
  /// A list.
  case array([JSON])
  /// Keys and values in the order they are written.
  case object([(String, JSON)])

  /// Text, or `null` without it.
  public init(_ text: String?) { self = text.map { .string($0) } ?? .null }

  /// A whole number, or `null` without it.
  public init(_ number: Int?) { self = number.map { .int($0) } ?? .null }

  /// The document on one line.
  public var line: String { text(indent: nil) }

  /// The document with two spaces of indent a level and a line feed at the end.
  public var pretty: String { text(indent: 0) + "\n" }

  private func text(indent: Int?) -> String {
    var out: [UInt8] = []
    write(to: &out, indent: indent)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(to out: inout [UInt8], indent: Int?) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .int(let number): out += String(number).utf8
    case .number(let number): out += (number.isFinite ? CellValue.shortest(number) : "null").utf8
    case .string(let text): Self.write(text, to: &out)
    case .array(let items):
      Self.write(items, brackets: ("[", "]"), to: &out, indent: indent) { item, out, indent in
        item.write(to: &out, indent: indent)
      }
    case .object(let pairs):
      Self.write(pairs, brackets: ("{", "}"), to: &out, indent: indent) { pair, out, indent in
        Self.write(pair.0, to: &out)
        out += ": ".utf8
        pair.1.write(to: &out, indent: indent)
      }
    }
  }

  private static func write<T>(
    _ items: [T], brackets: (String, String), to out: inout [UInt8], indent: Int?,
    _ writeItem: (T, inout [UInt8], Int?) -> Void
  ) {
    out += brackets.0.utf8
    for (number, item) in items.enumerated() {
      if number > 0 { out += (indent == nil ? ", " : ",").utf8 }
      if let indent { out += ("\n" + String(repeating: "  ", count: indent + 1)).utf8 }
      writeItem(item, &out, indent.map { $0 + 1 })
    }
    if let indent, !items.isEmpty { out += ("\n" + String(repeating: "  ", count: indent)).utf8 }
    out += brackets.1.utf8
  }

  /// Quotes text; control characters and the invisible signs of writing direction are written as numbers.
  private static func write(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: out += "\\\"".utf8
      case 0x5C: out += "\\\\".utf8
      case 0x0A: out += "\\n".utf8
      case 0x0D: out += "\\r".utf8
      case 0x09: out += "\\t".utf8
      case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        out += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: out += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
