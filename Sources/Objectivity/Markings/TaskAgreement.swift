/// How two markings agree on one task.
public struct TaskAgreement: Sendable, Hashable {
  /// Works with points from both.
  public let works: Int
  /// Works with the very same points.
  public let equal: Int
  /// The mean of first − second (points).
  public let difference: Double
  /// Works whose gap calls for a third expert.
  public let wide: Int

  /// The agreement over pairs of points; `nil` without pairs.
  public init?(_ pairs: [(first: Int, second: Int)], limit: Int) {
    guard !pairs.isEmpty else { return nil }
    works = pairs.count
    equal = pairs.count { $0.first == $0.second }
    difference = pairs.map { Double($0.first - $0.second) }.mean
    wide = pairs.count { abs($0.first - $0.second) >= limit }
  }
}
