/// Which work it is: the key of every table of criteria.
public struct Work: Hashable, Sendable {
  /// The season's year.
  public var season: Int
  /// The grade (параллель).
  public var grade: Int
  /// The subject's code: `МА`, `РУ` …
  public var subject: String
  /// The level of the work.
  public var level: Level

  /// The levels at which a subject is tested; mathematics and physics have a work of their own for advanced classes.
  public enum Level: String, Sendable, CaseIterable, Codable {
    case basic, advanced
  }

  /// A work by its key.
  public init(season: Int, grade: Int, subject: String, level: Level = .basic) {
    self.season = season
    self.grade = grade
    self.subject = subject
    self.level = level
  }

  /// Reads `2024/4-МА/basic`; the level may be left out.
  public init?(id: String) {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let season = Int(parts[0]), (2000...2100).contains(season) else {
      return nil
    }
    let key = parts[1].split(separator: "-", maxSplits: 1)
    guard key.count == 2, let grade = Int(key[0]), (1...11).contains(grade) else { return nil }
    guard let level = parts.count == 3 ? Level(rawValue: String(parts[2])) : .basic else { return nil }
    self.init(season: season, grade: grade, subject: Self.cyrillic(key[1]), level: level)
  }

  /// The subject's code in Cyrillic capitals, also where it was typed with Latin look-alikes.
  private static func cyrillic(_ code: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in code.lowercased().unicodeScalars { scalars.append(Folded.lookAlike(scalar)) }
    return String(scalars).uppercased()
  }

  /// The key as the program prints it: `2024/4-МА/basic`.
  public var id: String { "\(season)/\(grade)-\(subject)/\(level.rawValue)" }
}

/// The subjects of the ВПР with their codes in the federal system.
public enum Subject {
  /// Code, title, and how the title begins once it is folded, longest first.
  package static let all: [(code: String, title: String, stem: String)] = [
    ("РУ", "Русский язык", "русск"), ("МА", "Математика", "математ"), ("ОМ", "Окружающий мир", "окружающ"),
    ("ИС", "История", "истори"), ("БИ", "Биология", "биолог"), ("ГГ", "География", "географ"),
    ("ОБ", "Обществознание", "обществозн"), ("ФИ", "Физика", "физик"), ("ХИ", "Химия", "хими"),
    ("АЯ", "Английский язык", "английск"), ("НЯ", "Немецкий язык", "немецк"),
    ("ФЯ", "Французский язык", "французск"),
    ("ЛИ", "Литературное чтение", "литературн"),
  ]

  /// How people shorten a title, at the beginning of a text: «Рус. яз.», «Окр. мир», «Лит. чтение».
  private static let abbreviations = [
    "рус": "РУ", "мат": "МА", "окр": "ОМ", "ист": "ИС", "био": "БИ", "общ": "ОБ", "хим": "ХИ", "англ": "АЯ",
    "нем": "НЯ",
    "франц": "ФЯ", "лит. чт": "ЛИ",
  ]

  /// The code of the subject that a text names, by code, title or abbreviation; `nil` when it names none.
  public static func code(in text: String) -> String? {
    let folded = Folded(text).text
    if let exact = all.first(where: { $0.code.lowercased() == folded }) { return exact.code }
    if let named = all.first(where: { folded.contains($0.stem) }) { return named.code }
    return abbreviations.first { folded.hasPrefix($0.key) }?.value
  }

  /// The titles of all subjects, in the order of their codes' list.
  public static var titles: [String] { all.map(\.title) }

  /// The title of a subject; the code itself when it is not known.
  public static func title(_ code: String) -> String {
    all.first { $0.code == code }?.title ?? code
  }
}
