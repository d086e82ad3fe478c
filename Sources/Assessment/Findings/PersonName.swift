/// Tells text that looks like a person's name, where text must be shown but a name must not.
enum PersonName {
  /// «Иванова Анна», «Иванова А. Б.», «Иванова А.Б. 4А»: two words or more, the first two with a capital letter.
  static func isLikely(_ text: String) -> Bool {
    let words = text.split { $0.isWhitespace || $0 == "." || $0 == "," }.prefix(2)
    return words.count == 2
      && words.allSatisfy { $0.first?.isUppercase == true && $0.allSatisfy { $0.isLetter || $0 == "-" } }
      && words[words.startIndex].count > 2
  }
}
