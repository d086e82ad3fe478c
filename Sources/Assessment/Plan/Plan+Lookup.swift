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
    guard let word else { return nil }
    if let login = SchoolLogin(word) { return schools.first { $0.login.value == login.text } }
    let folded = Folded(word).text
    return schools.first { $0.name.value.map { Folded($0).text == folded } ?? false }
  }

  /// The login of the school that a word names; the word itself, folded, when the plan has no such school.
  func schoolKey(_ word: String) -> String {
    school(word)?.login.value ?? SchoolLogin(word)?.text ?? Folded(word).text
  }

  /// The entries of an expert: one for each subject.
  func experts(named name: String) -> [Expert] {
    let person = StaffName(name)
    return experts.filter { $0.name.value.map { person.isSame(as: StaffName($0)) } ?? false }
  }

  /// The observer of a name.
  func observer(named name: String) -> Observer? {
    let person = StaffName(name)
    return observers.first { $0.name.value.map { person.isSame(as: StaffName($0)) } ?? false }
  }

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
  /// Whether two works are written in the same school.
  public func isSameSchool(_ a: PlannedWork, _ b: PlannedWork) -> Bool {
    guard let left = a.school.value, let right = b.school.value else { return false }
    return schoolKey(left) == schoolKey(right)
  }

  /// Whether two works are written by the same classes; a whole grade holds each of its classes.
  public static func sharePupils(_ a: PlannedWork, _ b: PlannedWork) -> Bool {
    guard let left = a.grade.value, let right = b.grade.value, left.grade == right.grade else { return false }
    return left.letters.isEmpty || right.letters.isEmpty || !Set(left.letters).isDisjoint(with: right.letters)
  }

  /// Whether two names may be those of one person.
  public func isSamePerson(_ a: PlanField<String>, _ b: PlanField<String>) -> Bool {
    guard let left = a.value, let right = b.value else { return false }
    return StaffName(left).isSame(as: StaffName(right))
  }
}
