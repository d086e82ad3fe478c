internal import Spreadsheet

/// Text as it is compared: composed, lower case, one space between words, Latin look-alikes as Cyrillic, no «ё».
///
/// A word that holds Cyrillic letters takes its Latin look-alikes for Cyrillic ones («Kод» with a Latin K is «код»); a
/// word of Latin letters alone is taken so too, for nothing that is compared here is a Latin word.
package struct Folded: Hashable {
  package let text: String

  package init(_ original: String) {
    // By scalars: as characters the headers of one sheet took longer than reading the file.
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for original in original.composed.unicodeScalars {
      if Self.isSpace(original) || original == "_" {
        pendingSpace = !result.isEmpty
      } else if !Self.isInvisible(original) {
        if pendingSpace { result.append(" ") }
        pendingSpace = false
        Self.append(original, to: &result)
      }
    }
    text = String(result)
  }

  /// Appends the lower case of a letter, as a Cyrillic one where it looks like one.
  private static func append(_ scalar: Unicode.Scalar, to text: inout String.UnicodeScalarView) {
    switch scalar {
    case "A"..."Z": text.append(lookAlike(Unicode.Scalar(UInt8(scalar.value) + 32)))
    case "a"..."z", "ё", "\u{2012}"..."\u{2015}", "−", "\\", "|": text.append(lookAlike(scalar))
    case "\u{0}"..."\u{7F}", "а"..."я": text.append(scalar)
    case "А"..."Я": text.append(Unicode.Scalar(scalar.value + 32) ?? scalar)
    default:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars { text.append(lookAlike(lower)) }
    }
  }

  /// The letter or sign that a scalar is taken for.
  static func lookAlike(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "a": "а"
    case "b": "в"
    case "c": "с"
    case "e", "ё": "е"
    case "h": "н"
    case "k": "к"
    case "m": "м"
    case "o": "о"
    case "p": "р"
    case "t": "т"
    case "x": "х"
    case "y": "у"
    case "–", "—", "−": "-"
    case "\\", "|": "/"
    default: scalar
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 32, 9...13, 0x85, 0xA0: true
    case 0...0x167F: false
    default: scalar.properties.isWhitespace
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0xFEFF: true
    default: false
    }
  }

  /// The text without the signs that people put at the end of a header.
  package var bare: String {
    func isSign(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case ".", ":", "*", " ": true
      default: false
      }
    }
    var rest = text.unicodeScalars[...]
    while let first = rest.first, isSign(first) || first == "№" { rest.removeFirst() }
    while let last = rest.last, isSign(last) || last == ";" { rest.removeLast() }
    return String(rest)
  }

  func starts(with stems: String...) -> Bool { stems.contains { text.hasPrefix($0) } }
}

extension StringProtocol {
  /// Whether the text begins with a stem, both composed as ``Folded`` and our own words are.
  ///
  /// By bytes: `hasPrefix` composes both sides anew at every call, which made a header's meaning cost ten times as much.
  func begins(with stem: String) -> Bool { utf8.starts(with: stem.utf8) }

  /// Whether a stem stands anywhere in the text; in the same way.
  func holds(_ stem: String) -> Bool {
    utf8.indices.contains { utf8[$0...].starts(with: stem.utf8) }
  }
}
