internal import Assessment

/// A file's name as the desk keeps and shows it: a word that may be a pupil's name is left out (W11).
///
/// Schools name files after what is in them, and now and then after a pupil. What stays: words of the field, numbers,
/// classes, anything of at most three letters.
enum ShownName {
  static func of(_ name: String) -> String {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let stem = name[..<dot]
    let end = name[dot...].prefix(6)
    var result = ""
    var word = ""
    func flush() {
      result += isKnown(word) ? word : "…"
      word = ""
    }
    for character in stem {
      if character.isLetter {
        word.append(character)
      } else {
        if !word.isEmpty { flush() }
        result.append(character)
      }
    }
    if !word.isEmpty { flush() }
    if result.isEmpty { result = "файл" }
    let shown = result.prefix(120) + (end.dropFirst().allSatisfy { $0.isASCII } ? end : "")
    return String(shown)
  }

  private static func isKnown(_ word: String) -> Bool {
    word.count <= 3
      && !(word.first?.isUppercase == true && word.count > 2 && word.dropFirst().allSatisfy(\.isLowercase))
      || known.contains(word.lowercased())
  }

  private static let known: Set<String> = {
    let field = [
      "форма", "сбора", "результатов", "результаты", "класс", "класса", "классы", "протокол", "протокола",
      "проверки",
      "проверка", "баллы", "балл", "комиссии", "комиссия", "эксперт", "эксперта", "школа", "школы", "список",
      "коды",
      "кодов", "бумажный", "электронный", "копия", "новый", "новая", "исправлено", "исправленный", "итог",
      "итоговый",
      "впр", "лист", "книга", "готово", "transcription", "scores", "form", "roster", "protocol", "copy",
      "письмо",
      "углубленный", "углублённый", "базовый", "уровень", "мат", "рус", "гео", "био", "физ", "хим", "общ",
      "ист", "окр",
    ]
    let subjects = Subject.all.flatMap { $0.title.lowercased().split(separator: " ").map(String.init) }
    return Set(field + subjects)
  }()
}
