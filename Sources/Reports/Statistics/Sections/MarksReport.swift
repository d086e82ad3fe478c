internal import Assessment
public import Objectivity

extension StatisticsReport {
  /// The marks of a group of an export, as counts that were made from its percentages.
  public struct MarkGroup: Sendable {
    /// The group's name, with its login where it has one.
    public let name: String
    /// How many got 2, 3, 4 and 5; or why the percentages are no counts.
    public let counts: Result<[Int], RecoveredCounts.Refusal>
    /// How many participants it has.
    public let participants: Int

    /// A group.
    public init(name: String, participants: Int, counts: Result<[Int], RecoveredCounts.Refusal>) {
      self.name = name
      self.participants = participants
      self.counts = counts
    }
  }

  /// The marks of one work.
  public struct MarksOfWork: Sendable {
    /// The key of the work.
    public let work: String
    /// Its groups.
    public let groups: [MarkGroup]

    /// A work with its groups.
    public init(work: String, groups: [MarkGroup]) {
      self.work = work
      self.groups = groups
    }
  }

  /// Shares of marks, from Ф3: a section a work, and how the share of «2» changed where a work stands in several years.
  public init(marks works: [MarksOfWork], origin: Origin) {
    let pairs = Self.years(of: works)
    self.init(
      "marks", Text("Доли отметок", "Shares of marks"), origin,
      works.map { Self.section(marks: $0.groups, work: $0.work) }
        + pairs.map { Self.section(from: $0.before, to: $0.now) },
      notes: [.howToRead(.interval)] + (pairs.isEmpty ? [] : [.sharesOfTwo]) + [.purpose])
  }

  /// Each work beside the same subject and grade of the latest earlier year.
  private static func years(of works: [MarksOfWork]) -> [(before: MarksOfWork, now: MarksOfWork)] {
    works.compactMap { now in
      guard let work = Work(id: now.work) else { return nil }
      let earlier = works.compactMap { other -> (season: Int, marks: MarksOfWork)? in
        guard let old = Work(id: other.work), old.season < work.season, old.subject == work.subject,
          old.grade == work.grade, old.level == work.level
        else { return nil }
        return (old.season, other)
      }
      return earlier.max { $0.season < $1.season }.map { ($0.marks, now) }
    }
  }

  private static func section(from before: MarksOfWork, to now: MarksOfWork) -> Section {
    let (old, new) = (WorkName.text(before.work), WorkName.text(now.work))
    var section = Section(Text("\(old.ru) → \(new.ru)", "\(old.en) → \(new.en)"))
    let earlier = Dictionary(before.groups.map { ($0.name, $0) }) { first, _ in first }
    let rows = now.groups.compactMap { group -> [StatisticsTable.Cell]? in
      guard let old = earlier[group.name], min(old.participants, group.participants) >= 5 else { return nil }
      let change = old.two.value.flatMap { a in
        group.two.value.map { b in (b.share - a.share, b.change(since: a)) }
      }
      return [
        .label(group.name), .count(old.participants), .count(group.participants),
        .number(old.two.value.map { 100 * $0.share }, digits: 1),
        .number(group.two.value.map { 100 * $0.share }, digits: 1),
        .number(change.map { 100 * $0.0 }, digits: 1),
        .number(change.map { 100 * $0.1.low }, digits: 1), .number(change.map { 100 * $0.1.high }, digits: 1),
      ]
    }
    section.tables = [
      StatisticsTable(
        WorkName.file("marks-change", now.work),
        Text("Как изменилась доля «2»", "How the share of «2» changed"),
        [
          Text("Группа", "Group"), Text("Участников раньше", "Participants before"), Text("сейчас", "now"),
          Text("«2» раньше, %", "«2» before, %"), Text("«2» сейчас, %", "«2» now, %"),
          Text("Изменение, п. п.", "Change, p.p."), Text("95 %, от", "95 %, from"), Text("до", "to"),
        ], rows)
    ]
    return section
  }

  private static func section(marks groups: [MarkGroup], work: String) -> Section {
    var section = Section(WorkName.text(work))
    let shown = groups.filter { $0.participants >= 5 }
    section.tables = [
      StatisticsTable(
        WorkName.file("marks", work), Text("Отметки по группам", "Marks by group"),
        [
          Text("Группа", "Group"), Text("Участников", "Participants"), Text("«2»", "«2»"), Text("«3»", "«3»"),
          Text("«4»", "«4»"), Text("«5»", "«5»"), Text("Доля «2», %", "Share of «2», %"),
          Text("95 %, от", "95 %, from"), Text("до", "to"),
        ],
        shown.map { group in
          let counts = (try? group.counts.get()) ?? []
          let share = Supported<Proportion>.of(counts.first ?? 0, participants: group.participants).value
          let known = counts.isEmpty ? nil : share
          return [.label(group.name), .count(group.participants)]
            + (0..<4).map { counts.isEmpty ? .none : .count(counts[$0]) }
            + [
              .number(known.map { 100 * $0.share }, digits: 1),
              .number(known.map { 100 * $0.wilson.low }, digits: 1),
              .number(known.map { 100 * $0.wilson.high }, digits: 1),
            ]
        })
    ]
    section.statements = shown.compactMap { group in
      if case .failure(let refusal) = group.counts { .refused(group.name, refusal) } else { nil }
    }
    section.statements += Self.hiddenRows(groups.count - shown.count)
    return section
  }
}

extension StatisticsReport.MarkGroup {
  /// The share of «2», when the percentages are counts.
  fileprivate var two: Supported<Proportion> {
    .of((try? counts.get())?.first ?? -1, participants: participants)
  }
}

extension Statement {
  /// How a change of the share of «2» is meant.
  static let sharesOfTwo = Statement(
    .description,
    "ФИОКО называет рост доли «2» на 10 п. п. отрицательной динамикой. Если пределы 95 % захватывают 0, изменение может быть случайным. Годы сравнивайте, только если проверялись те же умения.",
    "ФИОКО calls a growth of the share of «2» by 10 p.p. a negative trend. Where the 95 % limits hold 0, the change may be chance. Compare years only where the same skills were tested."
  )

  /// Percentages that are no counts are not used.
  static func refused(_ group: String, _ refusal: RecoveredCounts.Refusal) -> Statement {
    switch refusal {
    case .sum(let sum, let participants):
      Statement(
        .description,
        "\(group): по процентам выходит участников \(sum), а указано \(participants). Строка не использована.",
        "\(group): the percentages make \(sum) participants, the export says \(participants). The row was not used."
      )
    case .noWholeCount(let percent, let participants):
      Statement(
        .description,
        "\(group): \(Figures(.ru).decimal(percent, 2)) % от \(participants) — не целое число участников. Строка не использована.",
        "\(group): \(Figures(.en).decimal(percent, 2)) % of \(participants) is no whole number of participants. The row was not used."
      )
    }
  }
}
