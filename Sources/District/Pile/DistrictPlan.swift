internal import Assessment
public import Registry
internal import SchoolCalendar

/// What a bulk run needs of the plan: which works of which schools, and when.
public struct DistrictPlan: Sendable {
  /// The schools in the order of the plan.
  public let schools: [RegisteredSchool]
  /// The works.
  public let works: [PlannedWork]
  private let byKey: [WorkKey: PlannedWork]
  /// All entries of a work: classes may be planned one by one.
  private let entries: [WorkKey: [PlannedWork]]
  private let bySchool: [String: [Work]]
  private let byWork: [Work: Set<WorkKey>]
  private let names: [String: String]
  /// Logins by the digest of the school's name; `nil` where two schools have the same.
  private let logins: [String: String?]

  /// A plan of schools and works.
  public init(schools: [RegisteredSchool], works: [PlannedWork]) {
    self.schools = schools
    self.works = works
    byKey = Dictionary(works.map { ($0.key, $0) }) { first, _ in first }
    byWork = Dictionary(grouping: works.map(\.key), by: \.work).mapValues(Set.init)
    names = Dictionary(schools.map { ($0.login, $0.name) }) { first, _ in first }
    logins = Dictionary(
      schools.compactMap { school in SchoolName.key(school.name).map { ($0, Optional(school.login)) } }
    ) { first, second in first == second ? first : nil }
    entries = Dictionary(grouping: works, by: \.key)
    bySchool = Dictionary(grouping: works.map(\.key), by: \.school).mapValues { keys in
      var seen: Set<Work> = []
      return keys.map(\.work).filter { seen.insert($0).inserted }
    }
  }

  /// The year of the season, by most works.
  public var season: Int? {
    let counts = Dictionary(works.map { ($0.key.work.season, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// Every planned work once.
  var keys: [WorkKey] { byKey.keys.sorted() }

  /// The school of a plan that has only one.
  var onlySchool: String? { bySchool.count == 1 ? bySchool.keys.first : nil }

  func works(of school: String?) -> [Work] { school.flatMap { bySchool[$0] } ?? [] }

  func holds(_ key: WorkKey) -> Bool { byKey[key] != nil }

  func held(_ key: WorkKey) -> CalendarDay? { byKey[key]?.held }

  /// The codes given out for a work, in ascending order; `nil` where the plan leaves some of them open.
  func codes(_ key: WorkKey) -> [ClosedRange<Int>]? {
    let ranges = entries[key]?.map(\.codes) ?? []
    let known = ranges.compactMap { $0 }
    return known.isEmpty || known.count < ranges.count ? nil : known.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// How many write a work; `nil` where the plan leaves it open.
  func participants(_ key: WorkKey) -> Int? {
    let counts = entries[key]?.map(\.participants) ?? []
    let known = counts.compactMap { $0 }
    return known.isEmpty || known.count < counts.count ? nil : known.reduce(0, +)
  }

  /// The one school whose name a file bears, by its digest.
  func login(named school: String?) -> String? { school.flatMap { logins[$0] ?? nil } }

  /// The one school to which codes were given out for a work, or for any, by the ranges of the plan.
  func owner(of codes: CodeSet, work: Work?) -> String? {
    guard !codes.isEmpty else { return nil }
    let keys = work.map { byWork[$0] ?? [] } ?? Set(byKey.keys)
    let owners = keys.filter { key in self.codes(key).map { codes.outside($0).isEmpty } ?? false }
    let schools = Set(owners.map(\.school))
    return schools.count == 1 ? schools.first : nil
  }

  /// The name of a school with its login.
  func title(_ login: String) -> String {
    let name = names[login] ?? ""
    return name.isEmpty ? login : "\(login) (\(name))"
  }

  /// The entry as the plan's rules call it: `edu380001 7-ГГ`.
  func entry(_ key: WorkKey) -> String { "\(key.school) \(key.work.short(.ru))" }
}
