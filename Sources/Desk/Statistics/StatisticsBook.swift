internal import Assessment
internal import Checking
internal import District
internal import Objectivity
internal import Registry
internal import Reports
internal import SchoolCalendar
internal import Seasons

/// Statistics over the works that the registry remembers and that nothing stands against: counted one at a time, and once
/// for each state of the registry.
actor StatisticsBook {
  /// Whose view it is.
  enum View: Hashable, Sendable {
    /// Somebody who sees all schools, or those of one municipality.
    case district(String)
    /// A school that sees its own works; the others have no names.
    case school(String)
  }

  /// What can be counted from.
  struct Contents: Sendable {
    /// A work with its schools and participants.
    struct Line: Sendable {
      let work: String
      let schools: Int
      let participants: Int
    }

    /// The works, and those of them that a school may be compared in.
    let lines: [Line]
    /// The works in which the view's schools took part and too few others to hide among.
    let uncompared: [String]
    /// The schools of the view.
    let schools: [String]
    /// How many works nothing stands against, of how many that have come.
    let counted: Int, received: Int
    /// Works whose tasks are not those of the other schools.
    let leftOut: [(school: String, work: Work)]
  }

  /// So few other schools would be recognised behind «the rest».
  static let fewestOthers = 3

  private struct Key: Hashable {
    let kind: StatisticsKind
    let view: View
  }

  private let registry: DistrictRegistry
  private let regulations: Regulations
  private let language: Language
  private var mark = ""
  private var results: DistrictResults
  private var municipalities: [String: String] = [:]
  private var received = 0
  private var counted = 0
  private var reports: [Key: StatisticsReport] = [:]

  init(_ registry: DistrictRegistry, under regulations: Regulations, _ language: Language) {
    self.registry = registry
    self.regulations = regulations
    self.language = language
    results = DistrictResults([], under: regulations)
  }

  /// What there is to count.
  func contents(_ view: View) throws -> Contents {
    try refresh()
    let works = results.works.filter { !own($0, view).isEmpty }
    return Contents(
      lines: works.map { work in
        Contents.Line(
          work: work.work, schools: work.schools.count,
          participants: own(work, view).reduce(0) { $0 + $1.pupils.count })
      },
      uncompared: works.filter { !isCompared($0, view) }.map(\.work),
      schools: Set(works.flatMap { own($0, view).map(\.school) }).sorted(), counted: counted,
      received: received, leftOut: results.leftOut)
  }

  /// A report of a kind.
  ///
  /// - Parameter day: the day that stands under the report.
  func report(_ kind: StatisticsKind, _ view: View, day: CalendarDay) throws -> StatisticsReport {
    try refresh()
    let key = Key(kind: kind, view: view)
    if let made = reports[key], made.origin.day == day { return made }
    let works = results.works.filter { isCompared($0, view) }.compactMap { looked($0, view) }
    let origin = StatisticsReport.Origin(
      sources: [language.say("реестр района", "the district's registry")], day: day)
    let report = make(kind, works, view, origin)
    reports[key] = report
    return report
  }

  private func make(
    _ kind: StatisticsKind, _ works: [WorkResults], _ view: View, _ origin: StatisticsReport.Origin
  ) -> StatisticsReport {
    var school: String?
    if case .school(let login) = view { school = login }
    let report: StatisticsReport
    switch kind {
    case .threshold: report = StatisticsReport(threshold: ThresholdAnalysis(works), origin: origin)
    case .means:
      let all = MeansAnalysis(works)
      return StatisticsReport(
        means: school.map { all.focused(on: $0) } ?? all, own: school, origin: origin)
    case .journal: report = StatisticsReport(journal: JournalAnalysis(works), origin: origin)
    case .profile:
      report = StatisticsReport(
        profile: ProfileAnalysis(works, seed: 1), works: works, seed: 1, origin: origin)
    case .order: report = StatisticsReport(order: OrderAnalysis(works), origin: origin)
    }
    return school.map { report.showing(school: $0) } ?? report
  }

  // MARK: Whose works

  private func own(_ work: WorkResults, _ view: View) -> [SchoolWorks] {
    switch view {
    case .school(let login): work.schools.filter { $0.school == login }
    case .district(let name):
      name.isEmpty ? work.schools : work.schools.filter { municipalities[$0.school] == name }
    }
  }

  /// Who sees all schools may compare any two; a school is compared where it cannot make out another one.
  private func isCompared(_ work: WorkResults, _ view: View) -> Bool {
    if case .school = view { work.schools.count > Self.fewestOthers } else { true }
  }

  /// A work with the schools that are looked at, those of one municipality, and the others to compare with: what a school
  /// sees of itself was corrected for the same schools as what the centre sees of it.
  private func looked(_ work: WorkResults, _ view: View) -> WorkResults? {
    guard !own(work, view).isEmpty else { return nil }
    let name =
      switch view {
      case .district(let name): name
      case .school(let login): municipalities[login] ?? ""
      }
    guard !name.isEmpty else { return work }
    return WorkResults(
      work: work.work, tasks: work.tasks, cuts: work.cuts,
      schools: work.schools.filter { municipalities[$0.school] == name },
      reference: work.schools.filter { municipalities[$0.school] != name })
  }

  // MARK: The registry

  private func refresh() throws {
    let now = try registry.changeMark()
    guard now != mark else { return }
    reports = [:]
    municipalities = Dictionary(try registry.schools().map { ($0.login, $0.district) }) { first, _ in first }
    received = 0
    try registry.forEachWork(withFindings: false) { record in
      if record.result.state != .missing { received += 1 }
    }
    let parts = try registry.results().compactMap(\.part)
    counted = parts.count
    results = DistrictResults(parts, under: regulations)
    mark = now
  }
}
