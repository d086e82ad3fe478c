/// A share: so many of so many, with its intervals.
public struct Proportion: Sendable, Hashable {
  /// How many have the property.
  public let count: Int
  /// Of how many; more than 0.
  public let total: Int

  /// So many of so many.
  ///
  /// - Returns: `nil` when there is nothing to take a share of.
  public init?(_ count: Int, of total: Int) {
    guard total > 0, 0...total ~= count else { return nil }
    self.count = count
    self.total = total
  }

  /// The share, 0 to 1.
  public var share: Double { Double(count) / Double(total) }

  /// The 95 % interval of Wilson: right on average, also for small numbers.
  public var wilson: Interval {
    let n = Double(total)
    let z = Normal.quantile(0.975)
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return Interval(max(0, centre - half), min(1, centre + half))
  }

  /// The 95 % interval of Clopper and Pearson: never covers less than it says, and is wider for that.
  public var clopperPearson: Interval {
    let k = Double(count)
    let n = Double(total)
    let low = count == 0 ? 0 : solve(in: 0...1) { incompleteBeta($0, k, n - k + 1) - 0.025 }
    let high = count == total ? 1 : solve(in: 0...1) { incompleteBeta($0, k + 1, n - k) - 0.975 }
    return Interval(low, high)
  }

  /// The 95 % interval of the difference to an earlier share, of other pupils: Newcombe's method of two Wilson intervals.
  ///
  /// R. G. Newcombe. Statistics in Medicine 1998, 873–890, method 10.
  public func change(since before: Proportion) -> Interval {
    let (old, new) = (before.wilson, wilson)
    func reach(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let difference = share - before.share
    return Interval(
      difference - reach(share - new.low, old.high - before.share),
      difference + reach(new.high - share, before.share - old.low))
  }
}
