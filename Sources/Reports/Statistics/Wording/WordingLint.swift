internal import Assessment
internal import Objectivity

/// Words that a statistic may not use of a school: it shows signs, and judges nobody.
public enum WordingLint {
  /// Beginnings of words, in lower case.
  public static let bannedStems = [
    "нарушен", "нарушил", "нарушает", "фальсифи", "виновн", "виноват", "доказан", "доказыва", "необъективн",
    "завысил",
    "завышен", "списыва", "списал", "подтасов", "подделк", "рейтинг", "худш", "нечестн", "недобросовестн",
    "violat", "falsif", "guilt", "proven", "proves", "cheat", "fraud", "dishonest", "inflated",
    "league table",
    "ranking", "worst",
  ]

  /// The sentences in which such a word is denied; they stand in reports word for word.
  public static let disclaimers = [
    "Признак сам по себе не свидетельствует о нарушении порядка.",
    "A sign by itself does not show that the procedure was violated.",
  ]

  /// The banned stems with which words of a text begin, in the order of the list.
  public static func found(in text: String) -> [String] {
    // Pages bind short words by spaces that do not break.
    let plain = text.replacing("\u{A0}", with: " ")
    let judged = disclaimers.reduce(plain) { $0.replacing($1, with: "") }.lowercased()
    let words = judged.unicodeScalars.split { !$0.properties.isAlphabetic }.map(String.init)
    let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
    return bannedStems.filter { stem in
      (stem.contains(" ") ? pairs : words).contains { $0.hasPrefix(stem) }
    }
  }

  /// The word that only a second marking may use.
  public static let confirmedStem = "подтвержден"

  /// What is wrong with a statement: banned stems, and «подтверждено» below the grade that may say so.
  public static func found(in statement: Statement) -> [String] {
    var stems = found(in: statement.text.ru) + found(in: statement.text.en)
    if statement.grade != .confirmedByRecheck, statement.text.ru.lowercased().contains(confirmedStem) {
      stems.append(confirmedStem)
    }
    return stems
  }
}
