internal import Spreadsheet

/// Text as it is compared: composed, lower case, one space between words, Latin look-alikes as Cyrillic, no «ё».
///
/// A word that holds Cyrillic letters takes its Latin look-alikes for Cyrillic ones («Kод» with a Latin K is «код»); a
/// word of Latin letters alone is taken so too, for nothing that is compared here is a Latin word.
package struct Folded: Hashable {
  package let text: String

  package init(_ original: String) {
    var result = ""
    var pendingSpace = false
    for character in original.composed.lowercased() {
      if character.isWhitespace || character == "\u{A0}" || character == "_" {
        pendingSpace = !result.isEmpty
      } else if !Self.isInvisible(character) {
        if pendingSpace { result.append(" ") }
        pendingSpace = false
        result.append(Self.lookAlikes[character] ?? character)
      }
    }
    text = result
  }

  static let lookAlikes: [Character: Character] = [
    "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "k": "к", "m": "м", "o": "о", "p": "р", "t": "т",
    "x": "х", "y": "у",
    "ё": "е", "–": "-", "—": "-", "−": "-", "\\": "/", "|": "/",
  ]

  private static func isInvisible(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return true }
    return [0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0xFEFF].contains(scalar.value)
  }

  /// The text without the signs that people put at the end of a header.
  package var bare: String {
    String(text.drop { ".:*№ ".contains($0) }.reversed().drop { ".:*; ".contains($0) }.reversed())
  }

  func starts(with stems: String...) -> Bool { stems.contains { text.hasPrefix($0) } }
}
