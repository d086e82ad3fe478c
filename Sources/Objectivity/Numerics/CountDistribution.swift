/// The exact distribution of a count: probabilities of consecutive whole numbers.
///
/// Built from ratios of neighbours, outwards from the mode: every term is positive, nothing cancels, nothing
/// overflows, and tails keep their digits.
public struct CountDistribution: Sendable, Hashable {
  /// The smallest possible count.
  public let first: Int
  /// The probability of `first`, `first + 1` and so on; their sum is 1.
  public let probabilities: [Double]

  /// The largest possible count.
  public var last: Int { first + probabilities.count - 1 }

  /// The mean count.
  public var mean: Double {
    zip(first..., probabilities).reduce(0) { $0 + Double($1.0) * $1.1 }
  }

  init(first: Int, probabilities: [Double]) {
    self.first = first
    self.probabilities = probabilities
  }

  /// The count that is always the same.
  static func always(_ count: Int) -> CountDistribution {
    CountDistribution(first: count, probabilities: [1])
  }

  /// Successes among independent trials with one chance.
  ///
  /// - Parameters:
  ///   - trials: 0 or more.
  ///   - chance: strictly between 0 and 1.
  public static func binomial(trials: Int, chance: Double) -> CountDistribution {
    let odds = chance / (1 - chance)
    return CountDistribution(0...trials, mode: min(trials, Int(Double(trials + 1) * chance))) { k in
      Double(trials - k) / Double(k + 1) * odds
    }
  }

  /// Marked ones among those drawn without replacement.
  ///
  /// - Parameters:
  ///   - population: how many there are.
  ///   - marked: how many of them are marked.
  ///   - drawn: how many are drawn.
  public static func hypergeometric(population: Int, marked: Int, drawn: Int) -> CountDistribution {
    let lowest = max(0, drawn + marked - population)
    let highest = min(drawn, marked)
    let mode = Int(Double(drawn + 1) * Double(marked + 1) / Double(population + 2))
    return CountDistribution(lowest...highest, mode: min(max(mode, lowest), highest)) { k in
      Double(marked - k) * Double(drawn - k)
        / (Double(k + 1) * Double(population - marked - drawn + k + 1))
    }
  }

  /// A distribution from the ratio p(k + 1) / p(k).
  private init(_ range: ClosedRange<Int>, mode: Int, ratio: (Int) -> Double) {
    var weights = [Double](repeating: 0, count: range.count)
    weights[mode - range.lowerBound] = 1
    var weight = 1.0
    for k in stride(from: mode, to: range.upperBound, by: 1) {
      weight *= ratio(k)
      weights[k + 1 - range.lowerBound] = weight
    }
    weight = 1
    for k in stride(from: mode, to: range.lowerBound, by: -1) {
      weight /= ratio(k - 1)
      weights[k - 1 - range.lowerBound] = weight
    }
    let total = weights.sorted().reduce(0, +)
    self.init(first: range.lowerBound, probabilities: weights.map { $0 / total })
  }

  /// The probability of exactly this count.
  public func probability(of count: Int) -> Double {
    first...last ~= count ? probabilities[count - first] : 0
  }

  /// The probability of this count or more; terms are added from the smallest.
  public func atLeast(_ count: Int) -> Double {
    if count <= first { return 1 }
    if count > last { return 0 }
    return min(1, probabilities[(count - first)...].sorted().reduce(0, +))
  }

  /// The probability of this count or less.
  public func atMost(_ count: Int) -> Double {
    if count >= last { return 1 }
    if count < first { return 0 }
    return min(1, probabilities[...(count - first)].sorted().reduce(0, +))
  }

  /// The distribution of the sum of two independent counts.
  public func plus(_ other: CountDistribution) -> CountDistribution {
    var sums = [Double](repeating: 0, count: probabilities.count + other.probabilities.count - 1)
    for (i, p) in probabilities.enumerated() where p > 0 {
      for (j, q) in other.probabilities.enumerated() { sums[i + j] += p * q }
    }
    return CountDistribution(first: first + other.first, probabilities: sums)
  }
}
