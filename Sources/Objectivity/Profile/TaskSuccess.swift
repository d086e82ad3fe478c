/// How a task was done: the mean share of its points, with what chance does to it in a set of this size.
public struct TaskSuccess: Sendable, Hashable {
  /// The mean share of the maximum, 0 to 1.
  public let share: Double
  /// The standard error of the share.
  public let error: Double
  /// The share elsewhere; `nil` when there is nobody.
  public let rest: Double?

  /// Every task of a set of two works or more, in the order of the form.
  static func all(set: [[Int]], rest: [[Int]], maxima: [Int]) -> [TaskSuccess]? {
    guard set.count > 1 else { return nil }
    return maxima.indices.map { task in
      func shares(_ works: [[Int]]) -> [Double] { works.map { Double($0[task]) / Double(maxima[task]) } }
      let own = shares(set)
      return TaskSuccess(
        share: own.mean, error: own.deviation / Double(own.count).squareRoot(),
        rest: rest.isEmpty ? nil : shares(rest).mean)
    }
  }
}
