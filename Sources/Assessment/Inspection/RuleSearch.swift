/// Finds a rule by what a person types: code or slug in any case, with letters of the other alphabet.
public enum RuleSearch {
  /// The rule, or `nil` when nothing fits.
  public static func rule(_ word: String) -> Rule? {
    let trimmed = word.trimmedOfSpaces
    if let rule = RuleBook.all.first(where: { $0.slug == trimmed.lowercased() }) { return rule }
    let upper = trimmed.uppercased()
    let byLook = String(upper.map { look[$0] ?? $0 })
    let bySound = upper.map { sound[$0] ?? String($0) }.joined()
    return [upper, byLook, bySound].lazy.compactMap { RuleBook.rule($0) }.first
  }

  /// Cyrillic capitals that look like Latin ones.
  private static let look: [Character: Character] = [
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T",
    "Х": "X", "У": "Y",
  ]

  /// Cyrillic capitals as the codes sound: «СКР» is SCR, «ТПЛ» is TPL.
  private static let sound: [Character: String] = [
    "С": "S", "К": "C", "Р": "R", "Т": "T", "П": "P", "Л": "L", "Ф": "F", "И": "I", "Д": "D", "Н": "N",
    "В": "V", "О": "O",
    "У": "U", "Х": "X", "Е": "E", "Ы": "Y",
  ]
}
