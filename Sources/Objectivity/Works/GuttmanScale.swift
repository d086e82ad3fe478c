import Glibc

/// The order in which points are usually got, and how far a work goes against it.
///
/// A task of M points is M steps. Steps stand in the order of their popularity among reference pupils; an error is a pair of
/// an earlier step not reached and a later one reached. Divided by the most errors that the same total allows. Good for the order in which an expert
/// opens works, and for nothing else.
public struct GuttmanScale: Sendable, Hashable {
  /// A step of a task: `points` or more points for it.
  public struct Step: Sendable, Hashable {
    /// The task's place.
    public let task: Int
    /// From 1 to the task's maximum.
    public let points: Int
    /// The share of reference pupils who reached it.
    public let popularity: Double
  }

  /// The steps, the most popular one first; ties in the order of tasks and points.
  public let steps: [Step]
  /// For each total the most errors that a pattern with it can have.
  public let mostErrors: [Int]
  /// The log odds of each step, in the order of the steps.
  private let odds: [Double]
  /// For each total the largest and the smallest sum of log odds that a pattern with it can have.
  private let mostOdds: [Double], leastOdds: [Double]

  /// The scale of reference pupils: points by pupil and task.
  public init(reference: [[Int]], maxima: [Int]) {
    let count = Double(max(1, reference.count))
    self.init(maxima: maxima, reference: reference.count) { task, points in
      Double(reference.count { $0[task] >= points }) / count
    }
  }

  /// The scale of tasks of one point with known shares of success.
  public init(success: [Double]) {
    self.init(maxima: success.map { _ in 1 }, reference: 100) { task, _ in success[task] }
  }

  private init(maxima: [Int], reference: Int, popularity: (_ task: Int, _ points: Int) -> Double) {
    var steps: [Step] = []
    for (task, maximum) in maxima.enumerated() {
      for points in stride(from: 1, through: maximum, by: 1) {
        steps.append(Step(task: task, points: points, popularity: popularity(task, points)))
      }
    }
    steps.sort {
      ($1.popularity, $0.task, $0.points) < ($0.popularity, $1.task, $1.points)
    }
    self.steps = steps
    // A step that all or none of the reference reached has no odds: half a pupil keeps them finite.
    let edge = 0.5 / Double(reference + 1)
    odds = steps.map {
      let share = min(max($0.popularity, edge), 1 - edge)
      return log(share / (1 - share))
    }
    // Errors of a pattern are its ranks less those of the first steps.
    let ranks = Self.extremes(of: steps, Array(steps.indices), maxima, >)
    mostErrors = ranks.enumerated().map { total, sum in sum - total * (total - 1) / 2 }
    mostOdds = Self.extremes(of: steps, odds, maxima, >)
    leastOdds = Self.extremes(of: steps, odds, maxima, <)
  }

  /// For each total the extreme sum of a number over the steps of a pattern, found task by task (max-plus).
  private static func extremes<Number: Comparable & AdditiveArithmetic>(
    of steps: [Step], _ numbers: [Number], _ maxima: [Int], _ isBetter: (Number, Number) -> Bool
  ) -> [Number] {
    var sums: [[Number]] = maxima.map { _ in [.zero] }
    // Popularity falls with points, so the steps of a task come in order.
    for (step, number) in zip(steps, numbers) {
      sums[step.task].append((sums[step.task].last ?? .zero) + number)
    }
    var best: [Number?] = [.zero]
    for own in sums {
      var joined = [Number?](repeating: nil, count: best.count + own.count - 1)
      for (total, sum) in best.enumerated() {
        guard let sum else { continue }
        for (points, number) in own.enumerated() {
          let whole = sum + number
          if let known = joined[total + points], !isBetter(whole, known) { continue }
          joined[total + points] = whole
        }
      }
      best = joined
    }
    return best.compactMap { $0 }
  }

  /// The number of errors of a work.
  public func errors(_ points: [Int]) -> Int {
    var missed = 0
    var errors = 0
    for step in steps {
      if points[step.task] >= step.points { errors += missed } else { missed += 1 }
    }
    return errors
  }

  /// The errors as a share of the most that the total allows, 0 to 1; 0 when it allows none.
  public func normed(_ points: [Int]) -> Double {
    let most = mostErrors[points.reduce(0, +)]
    return most == 0 ? 0 : Double(errors(points)) / Double(most)
  }

  /// The statistic U3 of van der Flier: how far the log odds of the steps that were reached lie below the most that the
  /// total allows, 0 (the usual order) to 1 (its reverse); 0 when the total allows one sum only.
  ///
  /// For tasks of several points as W. H. M. Emons. Applied Psychological Measurement 2008, 224–247.
  public func u3(_ points: [Int]) -> Double {
    let total = points.reduce(0, +)
    let (most, least) = (mostOdds[total], leastOdds[total])
    guard most - least > 1e-12 else { return 0 }
    let sum = zip(steps, odds).reduce(0) { $0 + (points[$1.0.task] >= $1.0.points ? $1.1 : 0) }
    return min(1, max(0, (most - sum) / (most - least)))
  }
}
