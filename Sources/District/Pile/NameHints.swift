public import Assessment

/// What the name of a file and those of its folders tell, where the file itself says nothing.
public struct NameHints: Sendable, Hashable {
  /// The login of the school, of the innermost folder or ZIP that bears one, or of the file itself.
  public private(set) var login: String?
  /// The folder above that of the school: the district, where a region was sent.
  public private(set) var district: String?
  /// The subject's code, `МА`.
  public private(set) var subject: String?
  /// The subject's code by two letters that are a surname too, «ли»: they tell nothing against a plan.
  private(set) var possibleSubject: String?
  /// The grade.
  public private(set) var grade: Int?
  /// The year of the season.
  public private(set) var season: Int?
  /// The level; basic unless a name says otherwise.
  public private(set) var level = Work.Level.basic

  /// Reads a path: `почта.zip/edu380001/7А география.xlsx`. What is nearer to the file counts first.
  public init(path: String) {
    let parts = path.split(separator: "/")
    if let school = parts.indices.dropLast().last(where: { Self.login(in: parts[$0]) != nil }), school > 0,
      !parts[school - 1].lowercased().hasSuffix(".zip")
    {
      // Districts are called after places; a folder that is called after somebody is none.
      district = PersonName.isLikely(String(parts[school - 1])) ? nil : String(parts[school - 1])
    }
    for part in parts.reversed() {
      let written = Self.words(part)
      let words = written.map { $0.lowercased() }
      login = login ?? Self.login(in: part)
      subject = subject ?? Self.subject(words)
      possibleSubject = possibleSubject ?? Self.possibleSubject(written)
      grade = grade ?? Self.grade(words)
      season = season ?? words.lazy.compactMap { Int($0) }.first { (2015...2100).contains($0) }
      if part.lowercased().contains("углубл") { level = .advanced }
    }
  }

  /// `edu380001` anywhere in a name; a Cyrillic «е» is taken for the Latin letter.
  private static func login(in part: some StringProtocol) -> String? {
    let letters = part.lowercased().map { $0 == "е" ? "e" : $0 }
    for start in letters.indices where letters[start...].starts(with: "edu") {
      let digits = letters[(start + 3)...].prefix { $0.isASCII && $0.isNumber }
      if digits.count == 6, start == 0 || !letters[start - 1].isLetter { return "edu" + String(digits) }
    }
    return nil
  }

  /// Runs of letters and runs of digits; «7А» is two words.
  private static func words(_ part: some StringProtocol) -> [String] {
    var words: [String] = []
    var wasNumber: Bool?
    for character in String(part) {
      let isNumber = character.isASCII && character.isNumber
      guard isNumber || character.isLetter else {
        wasNumber = nil
        continue
      }
      if wasNumber == isNumber, !words.isEmpty {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      wasNumber = isNumber
    }
    return words
  }

  private static func subject(_ word: String) -> String? {
    guard word.count == 2 || word.count > 2, word.first?.isASCII == false else { return nil }
    // Of two letters only the codes count: «ма», «рус» is a word of three.
    if word.count == 2 { return Subject.code(in: word).flatMap { $0.lowercased() == word ? $0 : nil } }
    return Subject.code(in: word)
  }

  /// The subject of a name: a whole word stands before two letters, and two letters that are a surname count only beside
  /// a grade. «Ли Ян математика» is mathematics, «ЛИ 4» reading.
  private static func subject(_ words: [String]) -> String? {
    let named = words.lazy.filter { $0.count > 2 }.compactMap { subject($0) }.first
    return named
      ?? words.indices.lazy.filter { !surnames.contains(words[$0]) || isBesideGrade(words, $0) }
      .compactMap { subject(words[$0]) }.first
  }

  /// What two letters that are a surname too may mean, where they are not written as a name is.
  private static func possibleSubject(_ words: [String]) -> String? {
    words.lazy.filter { surnames.contains($0.lowercased()) && $0.first?.isUppercase == $0.last?.isUppercase }
      .compactMap { subject($0.lowercased()) }.first
  }

  /// Codes of subjects that people are called too.
  private static let surnames: Set<String> = ["ли", "ма", "би"]

  private static func isBesideGrade(_ words: [String], _ index: Int) -> Bool {
    [index - 1, index + 1].contains { other in
      words.indices.contains(other)
        && (Int(words[other]).map { (1...11).contains($0) } ?? words[other].hasPrefix("кл"))
    }
  }

  /// A number from 1 to 11 with a class letter, a subject or «класс» beside it, or the only such number of the name.
  private static func grade(_ words: [String]) -> Int? {
    let grades = words.indices.filter { Int(words[$0]).map { (1...11).contains($0) } ?? false }
    let beside = grades.first { index in
      let next = index + 1 < words.count ? words[index + 1] : ""
      let previous = index > 0 ? words[index - 1] : ""
      let isLetter = next.count == 1 && next.first?.isLetter == true
      return isLetter || next.hasPrefix("кл") || subject(next) != nil || subject(previous) != nil
    }
    return (beside ?? (grades.count == 1 ? grades[0] : nil)).flatMap { Int(words[$0]) }
  }
}
