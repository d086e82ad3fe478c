/// Tasks on which two markings differ, and what follows: a third expert, or a rule for small gaps.
public enum Adjudication {
  /// How small gaps are settled; the order or the criteria decide, the mean is our choice.
  public enum SmallGap: String, Sendable, Hashable, CaseIterable {
    /// The mean, half a point up.
    case mean
    /// The higher one, the lower one, the first marking, the second one.
    case higher, lower, first, second

    /// The points that hold.
    public func settled(_ first: Int, _ second: Int) -> Int {
      switch self {
      case .mean: (first + second + 1) / 2
      case .higher: max(first, second)
      case .lower: min(first, second)
      case .first: first
      case .second: second
      }
    }
  }

  /// From which gap on a third expert marks (points).
  public struct Limits: Sendable, Hashable {
    /// On a task of one point.
    public let onePoint: Int
    /// On any other task.
    public let more: Int

    /// Limits by the task's maximum.
    public init(onePoint: Int = 1, more: Int = 2) {
      self.onePoint = onePoint
      self.more = more
    }

    /// The limit for a task.
    public func limit(maximum: Int) -> Int { maximum == 1 ? onePoint : more }
  }

  /// What follows from a gap.
  public enum Decision: Sendable, Hashable {
    /// A third expert from another school marks; his points are final.
    case thirdExpert
    /// These points hold, the discrepancy is recorded.
    case settled(Int)
  }

  /// What follows when two markings of a task differ; `nil` when they do not.
  public static func decision(
    _ first: Int, _ second: Int, maximum: Int, limits: Limits, smallGap: SmallGap
  ) -> Decision? {
    guard first != second else { return nil }
    return abs(first - second) >= limits.limit(maximum: maximum)
      ? .thirdExpert : .settled(smallGap.settled(first, second))
  }
}
