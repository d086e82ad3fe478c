internal import Spreadsheet

/// Words that are asked for a few times in a process: one text, taken apart and compared by bytes.
///
/// As sets of strings the words of ``ShownName`` cost five of the 142 million instructions of a conversion: strings of
/// letters that are not ASCII are composed anew whenever they are hashed or compared.
struct WordList: Sendable {
  private let words: [Substring.UTF8View]

  /// The words of a text, composed and in small letters, between single spaces or ends of lines.
  init(_ text: String) { words = text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") } }

  /// Whether a word is one of them, spelled in the same way.
  func contains(_ word: String) -> Bool {
    words.contains { $0.count == word.utf8.count && $0.elementsEqual(word.utf8) }
  }

  /// Whether a word is one of the long ones, from seven letters on, in another case: with other letters behind all but
  /// the last two, and at most two letters longer or shorter.
  func containsStem(of word: String) -> Bool {
    let count = word.unicodeScalars.count
    return words.contains { known in
      // A letter takes two bytes at most.
      guard known.count > 6, known.first == word.utf8.first else { return false }
      let letters = Substring(known).unicodeScalars
      return letters.count > 6 && abs(letters.count - count) <= 2
        && word.utf8.starts(with: Substring(letters.dropLast(2)).utf8)
    }
  }

  /// Whether a word ends like one of them.
  func containsEnd(of word: String) -> Bool {
    words.contains { word.utf8.count >= $0.count && word.utf8.suffix($0.count).elementsEqual($0) }
  }
}
