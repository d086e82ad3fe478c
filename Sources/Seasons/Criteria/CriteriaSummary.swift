public import Assessment

/// A table of criteria in short, as `criteria list` prints it.
public struct CriteriaSummary: Hashable, Sendable {
  /// The work.
  public let work: Work
  /// The subject's name as the form spells it.
  public let title: String
  /// The number of tasks.
  public let tasks: Int
  /// The sum of the maxima, as stated.
  public let total: Int
  /// Where the facts were taken from.
  public let source: String
  /// How surely they are known: `high`, `medium` or `low`.
  public let confidence: String

  init(_ table: CriteriaTable) {
    work = table.work
    title = table.title
    tasks = table.tasks.count
    total = table.total
    source = table.source
    confidence = table.confidence
  }
}
