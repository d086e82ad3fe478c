/// A protocol that passed every check: the only thing that a writer of forms takes.
///
/// It can be made by ``Inspection`` alone, so that nothing unchecked can reach a form.
public struct AcceptedProtocol: Sendable, Hashable {
  /// The criteria by which it was checked.
  public let criteria: Criteria
  /// The rows in the order of the transcription, absent pupils too.
  public let rows: [AcceptedRow]

  init(criteria: Criteria, rows: [AcceptedRow]) {
    self.criteria = criteria
    self.rows = rows
  }
}

/// One pupil of an accepted protocol.
public struct AcceptedRow: Sendable, Hashable {
  /// The participant's code.
  public let code: Int
  /// Whether the pupil was absent: then nothing else is entered.
  public let isAbsent: Bool
  /// The variant of each part; empty for an absent pupil.
  public let variants: [Int]
  /// The points of every task in the order of the criteria; empty for an absent pupil.
  public let points: [Points]
  /// The ordinal number of the class.
  public let schoolClass: Int?
  /// The sex, where the form asks for it.
  public let sex: Sex?
  /// The mark of the previous period.
  public let previousMark: PreviousMark?

  /// The sum of the points.
  public var sum: Int { points.reduce(0) { $0 + $1.counted } }
}
