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

  /// Shares of marks of one work, from Ф3.
  public init(marks groups: [MarkGroup], work: String, origin: Origin) {
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
    self.init(
      "marks", Text("Доли отметок", "Shares of marks"), origin, [section], notes: [.purpose])
  }
}

extension Statement {
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
