/// The words with which rows of sums, counts and signatures begin.
enum FooterLabel {
  /// Whether a text begins with such a word; whole words, for «Максимов» is a pupil.
  static func begins(_ text: String) -> Bool {
    let words = Folded(text).text.split { " :,;=*".contains($0) }
    guard let first = words.first else { return false }
    let whole = String(first.last == "." ? first.dropLast() : first)
    let word = Self.words.contains(whole) ? whole : String(first.prefix { $0 != "." })
    guard Self.adjectives.contains(word) else { return Self.words.contains(word) || word.hasPrefix("%") }
    let rest = first.dropFirst(word.count).drop { $0 == "." }
    let next = rest.isEmpty ? words.dropFirst().first ?? "" : rest
    return next.isEmpty || Self.nouns.contains { next.hasPrefix($0) }
  }

  private static let words: Set<String> = [
    "итого", "всего", "среднее", "ср", "максимум", "минимум", "медиана", "сумма", "процент",
    "количество", "кол-во", "число", "писали", "писало", "выполняли", "выполняло", "выполнили", "выполнило",
    "присутствовали", "присутствовало", "отсутствовали", "отсутствовало", "качество", "успеваемость",
    "подпись", "подписи", "эксперт", "эксперты", "председатель", "члены", "комиссия", "ответственный",
    "организатор",
    "координатор", "наблюдатель", "учитель", "директор", "проверил", "проверила", "проверили",
    "дата", "м.п", "примечание", "примечания",
  ]

  /// «Средний балл» and «Макс. балл» are labels, «Средний Иван» and «Мин Анна» are pupils.
  private static let adjectives: Set<String> = [
    "средний", "средняя", "максимальный", "минимальный", "макс", "мин",
  ]

  private static let nouns = [
    "балл", "первич", "процент", "результат", "показател", "отметк", "оценк", "значени", "по", "%",
  ]
}
