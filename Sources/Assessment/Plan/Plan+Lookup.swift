internal import SchoolCalendar

extension Plan {
  /// The year of the season: that of most test days; `nil` without any.
  public var season: Int? {
    let years = works.compactMap { $0.held.value?.year }
    let counts = Dictionary(years.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// The school of a login or a name; of two schools with one login the first.
  public func school(_ word: String?) -> School? {
    word.flatMap { index?.school($0) }.map { schools[$0] }
  }

  /// The login of the school that a word names; the word itself, folded, when the plan has no such school.
  func schoolKey(_ word: String) -> String {
    school(word)?.login.value ?? SchoolLogin(word)?.text ?? Folded(word).text
  }

  /// The entries of an expert: one for each subject.
  func experts(named name: String) -> [Expert] { (index?.experts(name) ?? []).map { experts[$0] } }

  /// The observer of a name.
  func observer(named name: String) -> Observer? { index?.observer(name).map { observers[$0] } }

  /// All staff that the plan names, who are known and may stand in acts and letters.
  public var staff: [String] {
    let lists = observers.compactMap(\.name.value) + experts.compactMap(\.name.value)
    let works = works.flatMap { [$0.observer.value] + $0.experts.map(\.value) }.compactMap { $0 }
    var seen: Set<String> = []
    return (lists + works + schools.compactMap(\.coordinator.value)).filter { seen.insert($0).inserted }
  }
}

extension Plan.PlannedWork {
  /// The work in a season; `nil` when grade or subject is not known.
  public func work(season: Int) -> Work? {
    guard let grade = grade.value?.grade, let subject = subject.value else { return nil }
    return Work(season: season, grade: grade, subject: subject, level: level.value ?? .basic)
  }

  /// What tells the work within a plan: `edu380001 7-ГГ`, with the letters of its classes and the level when needed.
  public var key: String {
    let grade = grade.value.map { "\($0.grade)\($0.letters)" } ?? "?"
    let level = level.value == .advanced ? " углубл." : ""
    return "\(school.value ?? "?") \(grade)-\(subject.value ?? "?")\(level)"
  }

  /// The names of the experts.
  var expertNames: [String] { experts.compactMap(\.value) }
}

extension Plan {
  /// Whether two works are written by the same classes; a whole grade holds each of its classes.
  public static func sharePupils(_ a: PlannedWork, _ b: PlannedWork) -> Bool {
    guard let left = a.grade.value, let right = b.grade.value, left.grade == right.grade else { return false }
    return left.letters.isEmpty || right.letters.isEmpty || !Set(left.letters).isDisjoint(with: right.letters)
  }

  /// What tells the school of each work, in the order of the works: its login, or the word for it; `nil` without one.
  public var schoolKeys: [String?] { works.map { $0.school.value.map(schoolKey) } }

  /// A number for the observer of each work, the same for all spellings of a name; `nil` without an observer.
  public var observerNumbers: [Int?] {
    var people = People()
    return works.map { work in work.observer.value.map { people.number(of: $0) } }
  }
}
