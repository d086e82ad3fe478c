/// Did the set do worse on easy tasks and better on hard ones than other pupils with the very same total?
///
/// A pupil's contrast weighs each task by its difficulty. Within each total the label «this set» is as likely on any pupil,
/// so ability is out of the question: Mantel's test, and on a task of one point the test of Cochran, Mantel and Haenszel
/// without correction.
public struct ConditionalProfile: Sendable, Hashable {
  /// A sum over the set against what the same totals lead one to expect.
  public struct Contrast: Sendable, Hashable {
    /// The sum over the set.
    public let sum: Double
    /// What is to be expected of it, and its variance.
    public let expected: Double, variance: Double

    /// The distance in standard deviations; `nil` where nothing can vary.
    public var z: Double? { variance > 0 ? (sum - expected) / variance.squareRoot() : nil }
  }

  /// One task.
  public struct Task: Sendable, Hashable {
    /// One minus the share of points that all pupils got.
    public let difficulty: Double
    /// The set's points (as a share of the maximum) against expectation.
    public let contrast: Contrast
  }

  /// How the probability was found.
  public enum Way: Sendable, Hashable {
    /// All labellings were counted.
    case exact
    /// So many seeded permutations.
    case permutations(Int)
  }

  /// The tasks in the order of the form.
  public let tasks: [Task]
  /// The contrast over all tasks.
  public let whole: Contrast
  /// The chance of a contrast as high or higher.
  public let p: Double
  /// How `p` was found.
  public let way: Way

  /// The profile of a set against the rest.
  ///
  /// - Parameters:
  ///   - set: points by pupil and task.
  ///   - rest: points of the other pupils.
  ///   - maxima: the maximum of each task; 1 or more.
  ///   - seed: of the permutations, should all labellings be too many.
  /// - Returns: `nil` when no total is shared by a pupil of the set and another one.
  public init?(set: [[Int]], rest: [[Int]], maxima: [Int], seed: UInt64) {
    let pool = set + rest
    guard !set.isEmpty, !rest.isEmpty, pool.allSatisfy({ $0.count == maxima.count }) else { return nil }
    let strata = Strata(set: set, rest: rest)
    let weights = ContrastWeights(pool: pool, maxima: maxima)
    whole = strata.contrast { weights($0) / weights.scale }
    tasks = maxima.indices.map { task in
      let points = pool.reduce(0) { $0 + $1[task] }
      return Task(
        difficulty: 1 - Double(points) / Double(pool.count * maxima[task]),
        contrast: strata.contrast { Double($0[task]) / Double(maxima[task]) })
    }
    guard whole.variance > 0 else { return nil }
    let labels = strata.labels { weights.whole($0) }
    let seen = set.reduce(0) { $0 + weights.whole($1) }
    if let exact = labels.exactTail(atLeast: seen) {
      (p, way) = (exact, .exact)
    } else {
      let sampled = labels.sampledTail(atLeast: seen, count: 20_000, seed: seed)
      (p, way) = (sampled.chance, .permutations(sampled.permutations))
    }
  }
}

/// A pupil's contrast Σ δ·x/M as a whole number: δ and M are rational, so sums can be compared exactly.
private struct ContrastWeights {
  /// What a whole number has to be divided by.
  let scale: Double
  private let factors: [Int]

  init(pool: [[Int]], maxima: [Int]) {
    let common = maxima.map { $0 * $0 }.reduce(1) { $0 / Self.divisor($0, $1) * $1 }
    factors = maxima.indices.map { task in
      let lost = pool.count * maxima[task] - pool.reduce(0) { $0 + $1[task] }
      return lost * (common / (maxima[task] * maxima[task]))
    }
    scale = Double(pool.count * common)
  }

  func whole(_ points: [Int]) -> Int { zip(points, factors).reduce(0) { $0 + $1.0 * $1.1 } }

  func callAsFunction(_ points: [Int]) -> Double { Double(whole(points)) }

  private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
}
