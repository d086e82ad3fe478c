public import Assessment
public import Objectivity
internal import Seasons

/// The results that a district remembers, joined by work.
public struct DistrictResults: Sendable {
  /// The results of one work of one school.
  public struct Part: Sendable {
    /// The school's login.
    public let school: String
    /// The work.
    public let work: Work
    /// Points by code.
    public let results: ProtocolResults

    /// A school's results.
    public init(school: String, work: Work, results: ProtocolResults) {
      self.school = school
      self.work = work
      self.results = results
    }
  }

  /// The works in the order of seasons, grades and subjects; the schools in alphabetical order.
  public let works: [WorkResults]
  /// Results whose tasks are not those of most schools in their work, by school and work: they cannot be compared.
  public let leftOut: [(school: String, work: Work)]

  /// Joins parts; marks are told by the season's criteria.
  public init(_ parts: [Part], under regulations: Regulations) {
    var works: [WorkResults] = []
    var leftOut: [(school: String, work: Work)] = []
    let groups = Dictionary(grouping: parts.filter(\.results.isSound), by: \.work)
    for (work, parts) in groups.sorted(by: { Self.precedes($0.key, $1.key) }) {
      let counts = Dictionary(grouping: parts) { TaskList($0.results) }.mapValues(\.count)
      let usual = counts.max { ($0.value, $1.key.tasks.joined()) < ($1.value, $0.key.tasks.joined()) }?.key
      guard let usual else { continue }
      let same = parts.filter { TaskList($0.results) == usual }.sorted { $0.school < $1.school }
      leftOut += parts.filter { TaskList($0.results) != usual }.map { ($0.school, work) }
      let criteria = try? regulations.seasons.criteria(for: work)
      let scale = criteria?.tasks.map(\.maximum) == usual.maxima ? criteria : nil
      works.append(
        WorkResults(
          work: work.id, tasks: zip(usual.tasks, usual.maxima).map { .init(id: $0, maximum: $1) },
          cuts: scale.map { ResultsReader.cuts(of: $0) } ?? [],
          schools: same.map { part in
            SchoolWorks(school: part.school, pupils: Self.pupils(part.results, scale))
          }))
    }
    self.works = works
    self.leftOut = leftOut
  }

  private struct TaskList: Hashable {
    let tasks: [String]
    let maxima: [Int]

    init(_ results: ProtocolResults) {
      tasks = results.tasks
      maxima = results.maxima
    }
  }

  private static func pupils(_ results: ProtocolResults, _ scale: Criteria?) -> [PupilWork] {
    results.codes.indices.map { place in
      let points = results.points[place]
      return PupilWork(
        code: results.codes[place], points: points, mark: scale?.mark(for: points.reduce(0, +)),
        journal: results.journal[place])
    }
  }

  private static func precedes(_ a: Work, _ b: Work) -> Bool {
    (a.season, a.grade, a.subject, a.level.rawValue) < (b.season, b.grade, b.subject, b.level.rawValue)
  }
}
