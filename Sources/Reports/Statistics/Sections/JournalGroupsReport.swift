internal import Assessment
public import Objectivity

extension StatisticsReport {
  /// A group of the export «Сравнение отметок с отметками по журналу».
  public struct JournalGroup: Sendable {
    /// The group's name, or its login.
    public let name: String
    /// Whether it is a school; the others contain schools.
    public let isSchool: Bool
    /// How many participants it has.
    public let participants: Int
    /// Lowered, confirmed, raised; or why the percentages are no counts.
    public let counts: Result<[Int], RecoveredCounts.Refusal>

    /// A group.
    public init(
      name: String, isSchool: Bool, participants: Int, counts: Result<[Int], RecoveredCounts.Refusal>
    ) {
      self.name = name
      self.isSchool = isSchool
      self.participants = participants
      self.counts = counts
    }

    fileprivate var rest: JournalTest.Rest? {
      guard let counts = try? counts.get(), counts.count == 3 else { return nil }
      return JournalTest.Rest(lowered: counts[0], confirmed: counts[1], raised: counts[2])
    }
  }

  /// Lowered, confirmed and raised by group, each school beside the other schools of the export.
  public init(journalGroups groups: [JournalGroup], work: String, origin: Origin) {
    var section = Section(WorkName.text(work))
    let shown = groups.filter { $0.participants >= 5 }
    let comparisons = JournalGroupComparison(groups)
    section.tables = [
      StatisticsTable(
        WorkName.file("journal", work), Text("Понизили, подтвердили, повысили", "Lowered, confirmed, raised"),
        [
          Text("Группа", "Group"), Text("Участников", "Participants"), Text("Понизили", "Lowered"),
          Text("Подтвердили", "Confirmed"), Text("Повысили", "Raised"),
          Text("Повысили, %", "Raised, %"), Text("95 %, от", "95 %, from"), Text("до", "to"),
          Text("p рядом с остальными школами", "p beside the other schools"), Text("q", "q"),
        ], shown.map { Self.row($0, comparisons) })
    ]
    section.statements = shown.compactMap { group in
      if case .failure(let refusal) = group.counts { .refused(group.name, refusal) } else { nil }
    }
    section.statements += Self.hiddenRows(groups.count - shown.count)
    self.init(
      "journal", Text("Отметки в журнале и за ВПР", "Journal marks and ВПР marks"), origin, [section],
      notes: [.journalLimits, .purpose])
  }

  private static func row(_ group: JournalGroup, _ comparisons: JournalGroupComparison) -> [StatisticsTable
    .Cell]
  {
    let counts = (try? group.counts.get()) ?? []
    let raised = counts.last.flatMap { Supported<Proportion>.of($0, participants: group.participants).value }
    return [.label(group.name), .count(group.participants)]
      + (0..<3).map { counts.isEmpty ? .none : .count(counts[$0]) }
      + [
        .number(raised.map { 100 * $0.share }, digits: 1),
        .number(raised.map { 100 * $0.wilson.low }, digits: 1),
        .number(raised.map { 100 * $0.wilson.high }, digits: 1), .probability(comparisons.p[group.name]),
        .probability(comparisons.q[group.name]),
      ]
  }
}

/// Each school of an export beside its other schools, corrected together.
private struct JournalGroupComparison {
  private(set) var p: [String: Double] = [:]
  private(set) var q: [String: Double] = [:]

  init(_ groups: [StatisticsReport.JournalGroup]) {
    let schools = groups.filter(\.isSchool).compactMap { group in
      group.rest.map { (name: group.name, counts: $0) }
    }
    let tested = schools.compactMap { school -> (name: String, p: Double)? in
      let others = schools.filter { $0.name != school.name }.map(\.counts)
      let rest = JournalTest.Rest(
        lowered: others.reduce(0) { $0 + $1.lowered }, confirmed: others.reduce(0) { $0 + $1.confirmed },
        raised: others.reduce(0) { $0 + $1.raised })
      let chance = Supported<Double>.share(of: school.counts.total) {
        rest.total == 0
          ? nil : JournalTest.raisedTail(raised: school.counts.raised, of: school.counts.total, rest: rest)
      }
      return chance.value.map { (school.name, $0) }
    }
    for (school, corrected) in zip(tested, MultipleTesting.benjaminiHochberg(tested.map(\.p))) {
      p[school.name] = school.p
      q[school.name] = corrected
    }
  }
}
