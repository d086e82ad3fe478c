/// A school's mean beside what its last year's mean leads one to expect, once chance has been taken out of that.
///
/// Only for years whose tasks test the same skills.
public struct YearChange: Sendable, Hashable {
  /// How far this year's mean lies above the expected one (percentage points).
  public let residual: Double
  /// The variance of that distance.
  public let variance: Double

  /// The distance in standard deviations.
  public var z: Double { residual / variance.squareRoot() }

  /// This year against the last.
  ///
  /// - Parameters:
  ///   - before: the school in last year's funnel.
  ///   - now: the school in this year's.
  ///   - centres: the centres of both funnels.
  ///   - yearVariance: how much schools change from year to year beyond sampling.
  public init(
    from before: Funnel.Point, to now: Funnel.Point, centres: (before: Double, now: Double),
    yearVariance: Double
  ) {
    residual = now.mean - (centres.now + before.shrinkage * (before.mean - centres.before))
    variance = now.variance + before.shrinkage * before.variance + yearVariance
  }
}
