/// Tells text that looks like a person's name, where text must be shown but a name must not.
package enum PersonName {
  /// «Иванова Анна», «Иванова А. Б.», «И. И. Иванов», «4А Иванова Анна»: two words beside each other with a capital
  /// letter, one of them no initial.
  package static func isLikely(_ text: String) -> Bool {
    let words = text.split { $0.isWhitespace || $0 == "." || $0 == "," || $0 == "_" }
    return zip(words, words.dropFirst()).contains { first, second in
      isCapitalised(first) && isCapitalised(second) && max(first.count, second.count) > 2
    }
  }

  private static func isCapitalised(_ word: Substring) -> Bool {
    word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || $0 == "-" }
  }
}
