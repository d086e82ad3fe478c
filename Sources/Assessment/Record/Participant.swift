/// One row of a table: a pupil by code.
public struct Participant: Sendable, Hashable {
  /// The table's place in ``AssessmentProtocol/tables``.
  public let table: Int
  /// The row in its sheet, from zero.
  public let row: Int
  /// The line on paper, from one: the place of the row in its table.
  public let line: Int
  /// The participant's code.
  public var code: Entry<Int> = .absent
  /// The variant of each part.
  public var variants: [Entry<Variant>] = []
  /// The ordinal number of the class.
  public var schoolClass: Entry<Int> = .absent
  /// The sex.
  public var sex: Entry<Sex> = .absent
  /// The mark of the previous period.
  public var previousMark: Entry<PreviousMark> = .absent
  /// The mark of this work, if the table states it.
  public var statedMark: Entry<Int> = .absent
  /// The sum, if the table states it.
  public var statedSum: Entry<Int> = .absent
  /// What stands for each task, by its place in the criteria.
  public var points: [PointsEntry] = []

  /// Whether the row says that the pupil was absent.
  public var isAbsent: Bool { variants.contains { $0.value == .absent } }

  /// Whether any points stand in the row.
  public var hasPoints: Bool { points.contains { $0 != .blank } }
}
