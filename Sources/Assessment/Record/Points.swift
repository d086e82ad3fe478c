/// What stands for a task of a present pupil: points, not attempted, or not taught.
///
/// One signed number, so that a protocol of a thousand cells is a thousand small numbers without text.
public struct Points: Hashable, Sendable {
  let raw: Int16

  init(raw: Int16) { self.raw = raw }

  /// A number of points, 0 or more.
  public init(_ points: Int) { raw = Int16(clamping: max(0, points)) }

  /// `X`: the task was not attempted; it counts 0.
  public static let notAttempted = Points(raw: -1)
  /// `не пройд.`: the topic was not taught; it counts 0.
  public static let notCovered = Points(raw: -2)

  /// The number of points, if it is one.
  public var number: Int? { raw >= 0 ? Int(raw) : nil }

  /// What it adds to the sum.
  public var counted: Int { max(0, Int(raw)) }

  /// As the form spells it.
  public var word: String {
    switch self {
    case .notAttempted: Words.notAttempted
    case .notCovered: Words.notCovered
    default: String(raw)
    }
  }
}

/// What was read in a cell of points: blank, understood, or why not.
public enum PointsEntry: Hashable, Sendable {
  /// Nothing was entered.
  case blank
  /// Points, `X` or «не пройд.».
  case points(Points)
  /// A number with a fraction.
  case notWhole
  /// A number below zero.
  case negative
  /// Text that is no value of the form.
  case unreadable
  /// The cell is reported by its container already: an error cell, or a formula without a value.
  case void

  /// The points, if there are any.
  public var points: Points? {
    if case .points(let points) = self { points } else { nil }
  }
}
