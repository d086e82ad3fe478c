import Glibc

/// How alike the works of a set are, beside other pupils with the same mean and the same totals.
///
/// A description and never a sign: near the ceiling good classes are alike, and so are those in which little was learnt.
public struct Homogeneity: Sendable, Hashable {
  /// The standard deviation of the totals (points).
  public let deviation: Double
  /// What it is among the rest, weighed so that their mean is the set's; `nil` where no weights give that mean.
  public let expectedDeviation: Double?
  /// Pairs of works with the very same points in every task.
  public let equalPairs: Int
  /// How many such pairs the same totals have among the rest.
  public let expectedPairs: Double

  /// The likeness of a set of two works or more.
  ///
  /// - Parameters:
  ///   - set: points by pupil and task.
  ///   - rest: points of the other pupils.
  public init?(set: [[Int]], rest: [[Int]]) {
    guard set.count > 1, rest.count > 1 else { return nil }
    func total(_ points: [Int]) -> Int { points.reduce(0, +) }
    let totals = set.map { Double(total($0)) }
    deviation = totals.deviation
    expectedDeviation = Self.deviation(of: rest.map { Double(total($0)) }, at: totals.mean)
    let others = Dictionary(grouping: rest, by: total)
    var pairs = (equal: 0, expected: 0.0)
    // A total with fewer than two works elsewhere has nothing to be compared with.
    for (total, works) in Dictionary(grouping: set, by: total).sorted(by: { $0.key < $1.key }) {
      guard let peers = others[total], peers.count > 1 else { continue }
      pairs.equal += Self.equalPairs(works)
      pairs.expected += Self.pairs(works.count) * Double(Self.equalPairs(peers)) / Self.pairs(peers.count)
    }
    (equalPairs, expectedPairs) = pairs
  }

  private static func pairs(_ n: Int) -> Double { Double(n) * Double(n - 1) / 2 }

  private static func equalPairs(_ works: [[Int]]) -> Int {
    Dictionary(grouping: works) { $0 }.values.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
  }

  /// The deviation of numbers under the weights e^(λx) that move their mean to another place.
  private static func deviation(of numbers: [Double], at mean: Double) -> Double? {
    guard let low = numbers.min(), let high = numbers.max(), low < mean, mean < high else { return nil }
    func moments(_ slope: Double) -> (mean: Double, variance: Double) {
      // The largest exponent is 0: nothing overflows.
      let end = slope > 0 ? high : low
      let weights = numbers.map { exp(slope * ($0 - end)) }
      let sum = weights.reduce(0, +)
      let centre = zip(numbers, weights).reduce(0) { $0 + $1.0 * $1.1 } / sum
      let squares = zip(numbers, weights).reduce(0) { $0 + ($1.0 - centre) * ($1.0 - centre) * $1.1 }
      return (centre, squares / sum)
    }
    let slope = solve(in: -40...40) { moments($0).mean - mean }
    let n = Double(numbers.count)
    return (moments(slope).variance * n / (n - 1)).squareRoot()
  }
}
