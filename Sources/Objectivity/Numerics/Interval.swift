/// A lower and an upper bound that belong together: a confidence interval, a band, limits.
public struct Interval: Sendable, Hashable {
  /// The lower bound.
  public let low: Double
  /// The upper bound.
  public let high: Double

  /// Two bounds.
  public init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }

  /// A centre and a half-width.
  init(around centre: Double, by half: Double) { self.init(centre - half, centre + half) }

  /// Whether a value lies within, bounds included.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}
