/// Tells text that looks like a person's name, where text must be shown but a name must not.
package enum PersonName {
  /// «Иванова Анна», «Иванова А. Б.», «И. И. Иванов», «4А Иванова Анна»: two words beside each other with a capital
  /// letter, one of them no initial.
  ///
  /// A sentence that ends between them keeps them apart: «Проверено. Верно» is no name.
  package static func isLikely(_ text: String) -> Bool {
    var previous: Substring?
    for piece in text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == "_" }) {
      for word in piece.split(separator: ".") {
        if let previous, isCapitalised(previous), isCapitalised(word), max(previous.count, word.count) > 2 {
          return true
        }
        previous = word
      }
      let endsSentence = piece.last == "." && (previous?.count ?? 0) > 1
      if endsSentence || piece.last == ";" || piece.last == ":" { previous = nil }
    }
    return false
  }

  private static func isCapitalised(_ word: Substring) -> Bool {
    word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || $0 == "-" }
  }
}
