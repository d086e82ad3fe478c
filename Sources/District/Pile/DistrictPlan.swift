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
  private let bySchool: [String: [Work]]

  /// A plan of schools and works.
  public init(schools: [RegisteredSchool], works: [PlannedWork]) {
    self.schools = schools
    self.works = works
    byKey = Dictionary(works.map { ($0.key, $0) }) { first, _ in first }
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

  /// The entry as the plan's rules call it: `edu380001 7-ГГ`.
  func entry(_ key: WorkKey) -> String { "\(key.school) \(key.work.short(.ru))" }
}
