internal import Assessment
internal import Checking
internal import Objectivity
internal import Registry
internal import Reports
internal import SchoolCalendar
internal import Seasons

/// Works that two experts have marked at the desk, both handed in: before that the second one stays blind.
struct TwoMarkings {
  /// A work with both markings.
  struct Pair {
    let key: WorkKey
    let first: Assignment
    let second: Assignment
  }

  let registry: DistrictRegistry
  let regulations: Regulations
  let language: Language

  /// The works with both markings, in the order of schools and works.
  ///
  /// - Parameter school: of one school, or of all.
  func pairs(of school: String?) throws -> [Pair] {
    let done = try registry.assignments().filter { $0.finished != nil }
    let groups = Dictionary(grouping: done, by: \.key).filter { school == nil || $0.key.school == school }
    return groups.sorted { $0.key < $1.key }.compactMap { key, given in
      guard let first = given.first(where: { $0.marking == 1 }),
        let second = given.first(where: { $0.marking == 2 })
      else { return nil }
      return Pair(key: key, first: first, second: second)
    }
  }

  /// The report of a pair; `nil` when the season's criteria do not know the work.
  ///
  /// - Parameter names: whether the experts are named: a school learns what they found, and not who they are.
  func report(_ pair: Pair, names: Bool, day: CalendarDay) throws -> StatisticsReport? {
    guard let criteria = try? regulations.seasons.criteria(for: pair.key.work) else { return nil }
    let tasks = criteria.tasks
    let sheets = try [pair.first, pair.second].map {
      KeyedSheet(try registry.entries(of: $0.id), tasks: tasks, codes: [])
    }
    let codes = Set(sheets[0].keyed).intersection(sheets[1].keyed).sorted()
    let third = regulations.policy.thirdExpert
    let analysis = MarkingsAnalysis(
      codes.map { code in
        MarkingsAnalysis.Pair(code: code, first: sheets[0].points(code), second: sheets[1].points(code))
      }, maxima: tasks.map(\.maximum), cuts: ResultsReader.cuts(of: criteria),
      limits: Adjudication.Limits(onePoint: third.maximumOne, more: third.maximumTwoOrMore))
    let severities = zip(
      try labels(pair, names: names), ExpertSeverity.all(sheets.map(\.totals))
    ).map { (name: $0, severity: $1) }
    return StatisticsReport(
      markings: analysis, as: .experts, work: pair.key.work.id, tasks: ResultsReader.tasks(of: criteria),
      left: (sheets[0].keyed.count - codes.count, sheets[1].keyed.count - codes.count),
      severities: severities,
      origin: StatisticsReport.Origin(
        sources: [language.say("набрано экспертами на сайте", "keyed by experts at the desk")], day: day))
  }
}

extension TwoMarkings {
  /// What the two markings are called.
  private func labels(_ pair: Pair, names: Bool) throws -> [String] {
    let words = [language.say("первая", "first"), language.say("вторая", "second")]
    guard names else { return words }
    let accounts = try registry.accounts()
    return zip([pair.first, pair.second], words).map { assignment, word in
      accounts.first { $0.id == assignment.expert }.map { "\($0.name) (\(word))" } ?? word
    }
  }
}

extension KeyedSheet {
  /// The points of a row by task; `nil` where nothing was keyed, and for a task that was not offered.
  fileprivate func points(_ code: Int) -> [Int?] {
    tasks.map { task in
      let value = value(code, task.id.description)
      return value == "X" ? 0 : Int(value)
    }
  }

  /// The totals of the rows that are whole.
  fileprivate var totals: [Int: Int] {
    Dictionary(
      uniqueKeysWithValues: keyed.compactMap { code in
        let points = points(code).compactMap { $0 }
        return points.count == tasks.count ? (code, points.reduce(0, +)) : nil
      })
  }
}
