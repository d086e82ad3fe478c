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

  /// The scale of reference pupils: points by pupil and task.
  public init(reference: [[Int]], maxima: [Int]) {
    let count = Double(max(1, reference.count))
    self.init(maxima: maxima) { task, points in
      Double(reference.count { $0[task] >= points }) / count
    }
  }

  /// The scale of tasks of one point with known shares of success.
  public init(success: [Double]) {
    self.init(maxima: success.map { _ in 1 }) { task, _ in success[task] }
  }

  private init(maxima: [Int], popularity: (_ task: Int, _ points: Int) -> Double) {
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
    mostErrors = Self.mostErrors(steps, maxima)
  }

  /// Errors of a pattern are its ranks less those of the first steps, so the most are found task by task (max-plus).
  private static func mostErrors(_ steps: [Step], _ maxima: [Int]) -> [Int] {
    var ranks = maxima.map { _ in [0] }
    for (rank, step) in steps.enumerated() {
      // Popularity falls with points, so the steps of a task come in order.
      ranks[step.task].append((ranks[step.task].last ?? 0) + rank)
    }
    var best = [0]
    for cumulated in ranks {
      var joined = [Int](repeating: -1, count: best.count + cumulated.count - 1)
      for (total, sum) in best.enumerated() {
        for (points, own) in cumulated.enumerated() {
          joined[total + points] = max(joined[total + points], sum + own)
        }
      }
      best = joined
    }
    return best.enumerated().map { total, sum in sum - total * (total - 1) / 2 }
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
}
