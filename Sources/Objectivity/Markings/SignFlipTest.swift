/// The exact test of a shift between two markings of the same works: every sign of every difference is as likely.
///
/// P(Σ ±|d| ≥ Σ d) over all 2^m signs of the m differences that are not zero. Exact for any number of works; no tables,
/// no normal distribution.
public struct SignFlipTest: Sendable, Hashable {
  /// How many differences are not zero.
  public let differing: Int
  /// The sum of the differences (points).
  public let sum: Int
  /// The chance of a sum as high or higher.
  public let upper: Double
  /// The chance of a sum as low or lower.
  public let lower: Double

  /// The two-sided chance: twice the smaller one, at most 1.
  public var twoSided: Double { min(1, 2 * min(upper, lower)) }

  /// The test of whole differences (points).
  public init(_ differences: [Int]) {
    let sizes = differences.map { abs($0) }.filter { $0 > 0 }
    differing = sizes.count
    sum = differences.reduce(0, +)
    // The sum of the positive ones is (Σ|d| + Σ±|d|) / 2: a sum of independent halves.
    let positive = sizes.reduce(CountDistribution.always(0)) { $0.plus(.half(of: $1)) }
    let seen = (sizes.reduce(0, +) + sum) / 2
    upper = positive.atLeast(seen)
    lower = positive.atMost(seen)
  }
}

extension CountDistribution {
  /// Nothing or this size, with even chances.
  fileprivate static func half(of size: Int) -> CountDistribution {
    CountDistribution(first: 0, probabilities: [0.5] + [Double](repeating: 0, count: size - 1) + [0.5])
  }
}
