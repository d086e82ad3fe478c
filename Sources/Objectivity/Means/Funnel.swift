/// Means of schools of different sizes beside each other: how far each lies from the centre, measured by what its size
/// allows, and where it is to be expected next year.
///
/// Additive random effects with a winsorised over-dispersion: D. J. Spiegelhalter. Statistics in Medicine 2005,
/// 1185–1202. There is no order of schools in it, and none is made of it.
public struct Funnel: Sendable, Hashable {
  /// One school.
  public struct Point: Sendable, Hashable {
    /// The mean (per cent of the maximum).
    public let mean: Double
    /// How many participants.
    public let participants: Int
    /// The sampling variance of the mean.
    public let variance: Double
    /// The distance from the centre in standard errors, without and with the spread between schools.
    public let z: Double, adjustedZ: Double
    /// The chance of a mean as high or higher, with the spread between schools.
    public let upper: Double
    /// Between what limits 95 % of such schools lie.
    public let limits: Interval
    /// How much of the distance is kept, 0 to 1: the rest is chance.
    public let shrinkage: Double
    /// The shrunken mean: what is to be expected next year if nothing changes.
    public let expected: Double
    /// Its standard deviation.
    public let expectedDeviation: Double

    /// Whether the mean lies beyond its limits.
    public var isOutside: Bool { !limits.contains(mean) }
  }

  /// Where the funnel stands: the centre, the spread within schools and between them (per cent of the maximum).
  public struct Reference: Sendable, Hashable {
    /// The centre θ.
    public let centre: Double
    /// The standard deviation of pupils within a school.
    public let within: Double
    /// The variance τ² between schools.
    public let between: Double

    /// A reference taken from elsewhere, from the region.
    public init(centre: Double, within: Double, between: Double) {
      self.centre = centre
      self.within = within
      self.between = between
    }
  }

  /// The reference that was used.
  public let reference: Reference
  /// The over-dispersion φ of the winsorised distances; 1 is none. `nil` when the reference was given.
  public let dispersion: Double?
  /// The schools in the order in which they were given.
  public let points: [Point]

  /// A funnel that finds its reference in the schools themselves.
  ///
  /// - Parameters:
  ///   - means: mean per cent of the maximum, a school each.
  ///   - participants: how many pupils, a school each; more than 0.
  ///   - within: the standard deviation of pupils within a school.
  ///   - winsor: the share at either end that is drawn in before the spread is measured.
  public init(means: [Double], participants: [Int], within: Double, winsor: Double = 0.1) {
    let variances = participants.map { within * within / Double($0) }
    let weights = variances.map { 1 / $0 }
    let total = weights.reduce(0, +)
    let centre = zip(means, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
    let z = zip(means, variances).map { ($0 - centre) / $1.squareRoot() }
    let k = Double(z.count)
    let bounds = (low: z.quantile(winsor), high: z.quantile(1 - winsor))
    let phi = z.map { min(max($0, bounds.low), bounds.high) }.reduce(0) { $0 + $1 * $1 } / k
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    let between = z.count < 2 ? 0 : max(0, (k * phi - (k - 1)) / (total - squares / total))
    self.init(
      means: means, participants: participants,
      reference: Reference(centre: centre, within: within, between: between), dispersion: phi)
  }

  /// A funnel about a given reference: for fewer than 15 schools it should come from the region.
  public init(means: [Double], participants: [Int], reference: Reference) {
    self.init(means: means, participants: participants, reference: reference, dispersion: nil)
  }

  private init(means: [Double], participants: [Int], reference: Reference, dispersion: Double?) {
    self.reference = reference
    self.dispersion = dispersion
    points = zip(means, participants).map { mean, n in
      let variance = reference.within * reference.within / Double(n)
      let away = mean - reference.centre
      let adjusted = away / (variance + reference.between).squareRoot()
      let kept = reference.between / (reference.between + variance)
      return Point(
        mean: mean, participants: n, variance: variance, z: away / variance.squareRoot(),
        adjustedZ: adjusted, upper: Normal.above(adjusted),
        limits: Interval(
          around: reference.centre, by: Self.inner * (variance + reference.between).squareRoot()),
        shrinkage: kept,
        expected: reference.centre + kept * away, expectedDeviation: (kept * variance).squareRoot())
    }
  }

  /// The limits of the funnel at a size.
  ///
  /// - Parameters:
  ///   - participants: the size.
  ///   - z: how many standard errors: 1.96 for 95 %, 3.09 for 99.8 %.
  ///   - spread: whether the spread between schools counts.
  public func limits(at participants: Double, z: Double, spread: Bool = true) -> Interval {
    let variance = reference.within * reference.within / participants + (spread ? reference.between : 0)
    return Interval(around: reference.centre, by: z * variance.squareRoot())
  }

  /// z of the 95 % limits.
  public static let inner = Normal.quantile(0.975)
  /// z of the 99.8 % limits.
  public static let outer = Normal.quantile(0.999)
}

extension Funnel {
  /// The pooled standard deviation within schools; `nil` when no school has two pupils.
  public static func within(_ schools: [[Double]]) -> Double? {
    let freedom = schools.reduce(0) { $0 + max(0, $1.count - 1) }
    guard freedom > 0 else { return nil }
    let squares = schools.reduce(0.0) { sum, pupils in
      let mean = pupils.isEmpty ? 0 : pupils.mean
      return sum + pupils.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    return (squares / Double(freedom)).squareRoot()
  }
}
