/// Lines of an iCalendar stream (RFC 5545): escaped, folded at 75 octets, ended by CR LF.
struct ICSText {
  private(set) var text = ""

  /// Adds a content line whose value is text, which is escaped (3.3.11).
  mutating func add(_ name: String, text value: String) {
    add(name, Self.escaped(value))
  }

  /// Adds a content line as it is, folded where it is longer than 75 octets (3.1); a character is never cut.
  mutating func add(_ name: String, _ value: String) {
    var octets = 0
    for scalar in "\(name):\(value)".unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > 75 {
        text += "\r\n "
        octets = 1
      }
      text.unicodeScalars.append(scalar)
      octets += width
    }
    text += "\r\n"
  }

  /// Backslash, semicolon, comma and line break escaped; other control characters left out.
  private static func escaped(_ value: String) -> String {
    var result = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n": result += "\\n"
      default: if scalar.value >= 32, scalar.value != 127 { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
