import Assessment
import Console
import Form
import Objectivity
import Reports

/// The export «Сравнение отметок с отметками по журналу» as counts.
enum JournalExport {
  /// The comparison, if a file is that export.
  static func read(_ input: InputFile) -> JournalComparison? {
    guard case .journalComparison(let comparison)? = try? AnalyticsExport(input.bytes) else { return nil }
    return comparison
  }

  static func groups(_ comparison: JournalComparison) -> [StatisticsReport.JournalGroup] {
    comparison.rows.map { row in
      let participants = row.participants.value ?? 0
      return StatisticsReport.JournalGroup(
        name: row.group.login ?? row.group.name, isSchool: row.group.kind == .school,
        participants: participants,
        counts: counts([row.lowered, row.confirmed, row.raised], participants))
    }
  }

  /// The counts that the export states, or those behind its percentages.
  private static func counts(
    _ shares: [JournalComparison.Share], _ participants: Int
  ) -> Result<[Int], RecoveredCounts.Refusal> {
    let stated = shares.compactMap { $0.count?.value }
    guard stated.count == shares.count else {
      return RecoveredCounts.result(
        percents: shares.compactMap { $0.percent?.value }, participants: participants)
    }
    let sum = stated.reduce(0, +)
    return sum == participants ? .success(stated) : .failure(.sum(sum, participants: participants))
  }
}
