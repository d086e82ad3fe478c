/// Finds rules by what a person types: a code or a slug in any case and alphabet, the beginning of a code, or words.
public enum RuleSearch {
  /// The rules that fit, the best one first; one alone when there is no doubt, none when nothing fits.
  public static func rules(_ query: String) -> [Rule] {
    let trimmed = query.trimmedOfSpaces
    if let rule = named(trimmed) { return [rule] }
    let family = beginning(with: trimmed)
    return family.isEmpty ? bySense(trimmed) : family
  }

  // MARK: By name

  private static func named(_ text: String) -> Rule? {
    let folded = Folded(text).text
    if let rule = RuleBook.all.first(where: {
      $0.slug == text.lowercased() || Folded($0.title.ru).text == folded || Folded($0.title.en).text == folded
    }) {
      return rule
    }
    return spellings(text).lazy.compactMap { RuleBook.rule($0) }.first
  }

  /// The rules of a family: «SCR», «скр», «SCR00».
  private static func beginning(with text: String) -> [Rule] {
    guard text.count >= 3, text.prefix(3).allSatisfy(\.isLetter), text.dropFirst(3).allSatisfy(\.isNumber)
    else {
      return []
    }
    return spellings(text).lazy.map { code in RuleBook.all.filter { $0.code.hasPrefix(code) } }
      .first { !$0.isEmpty } ?? []
  }

  /// A code as it was typed, and with letters of the other alphabet taken by their look and by their sound.
  private static func spellings(_ text: String) -> [String] {
    let upper = text.uppercased()
    return [
      upper, String(upper.map { look[$0] ?? $0 }), upper.map { sound[$0] ?? String($0) }.joined(),
    ]
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

  // MARK: By words

  /// The rules that hold most of the words, those with the words in their title first.
  private static func bySense(_ text: String) -> [Rule] {
    let words = words(of: text).filter { !empty.contains($0) }
    guard !words.isEmpty else { return [] }
    let scored = RuleBook.all.map { rule -> (rule: Rule, found: Int, score: Int) in
      let weights = words.map { weight(of: $0, in: rule) }
      return (rule, weights.count { $0 > 0 }, weights.reduce(0, +))
    }
    let most = scored.map(\.found).max() ?? 0
    guard most > 0, 2 * most > words.count else { return [] }
    let best = scored.filter { $0.found == most }
    let top = best.map(\.score).max() ?? 0
    // A word in the title tells more than the same word in an explanation.
    return best.filter { 2 * $0.score >= top }.enumerated()
      .sorted { a, b in (b.element.score, a.offset) < (a.element.score, b.offset) }
      .prefix(longest).map(\.element.rule)
  }

  /// More would help nobody.
  private static let longest = 12

  /// Words that stand in every other sentence.
  private static let empty: Set<String> = [
    "не", "и", "в", "на", "с", "у", "из", "что", "как", "это", "the", "a", "an", "of", "in", "is", "not",
    "to",
  ]

  private static func weight(of word: String, in rule: Rule) -> Int {
    let fields: [(texts: [String], weight: Int)] = [
      ([rule.slug, rule.title.ru, rule.title.en], 4), ([rule.message.ru, rule.message.en], 2),
      ([rule.why.ru, rule.why.en, rule.mend.ru, rule.mend.en], 1),
    ]
    return fields.first { field in
      field.texts.contains { words(of: $0).contains { isAlike(word, $0) } }
    }?.weight ?? 0
  }

  private static func words(of text: String) -> [String] {
    Folded(text).text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Whether two words differ in their endings only: «максимума» and «максимум», «points» and «point».
  private static func isAlike(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let common = zip(a, b).prefix { $0 == $1 }.count
    let (shorter, longer) = (min(a.count, b.count), max(a.count, b.count))
    return common >= 3 && common >= shorter - 1 && longer - common <= 3
  }
}
