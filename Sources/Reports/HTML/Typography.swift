package import Assessment

/// Text set as Russian books set it: what belongs together is not torn apart at the end of a line.
package enum Typography {
  /// The text with no-break spaces behind short words and «№», between a number and its noun, and before a dash.
  package static func set(_ text: String, _ language: Language) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    var result = ""
    for (place, word) in words.enumerated() {
      result += word
      guard place + 1 < words.count else { break }
      let binds = binds(word, words[place + 1], language)
      result += binds ? "\u{A0}" : " "
    }
    return result
  }

  private static func binds(_ word: Substring, _ next: Substring, _ language: Language) -> Bool {
    if next.first == "—" || word == "№" { return true }
    if isNumber(word), next.prefix(while: \.isLetter).count > 2 { return true }
    let bare = word.drop { !$0.isLetter }
    return language == .ru && bare.count <= 2 && !bare.isEmpty
      && bare.allSatisfy { $0.isLowercase && $0.isLetter }
  }

  private static func isNumber(_ word: Substring) -> Bool { !word.isEmpty && word.allSatisfy(\.isNumber) }
}
