/// Bland and Altman's picture of two markings: the mean difference, and between what limits 95 % of differences lie.
///
/// J. M. Bland, D. G. Altman. Lancet 1986, 307–310. The intervals of the limits are exact (noncentral t).
public struct LimitsOfAgreement: Sendable, Hashable {
  /// How many works.
  public let works: Int
  /// The mean difference (points).
  public let bias: Double
  /// The standard deviation of the differences.
  public let deviation: Double
  /// The 95 % interval of the mean difference, by Student's t.
  public let biasInterval: Interval
  /// The mean difference ± 1.96 standard deviations.
  public let limits: Interval
  /// The standard error of either limit, by the approximate formula.
  public let limitError: Double

  /// The picture of differences.
  ///
  /// - Returns: `nil` for fewer than two works.
  public init?(_ differences: [Double]) {
    guard differences.count > 1 else { return nil }
    let n = Double(differences.count)
    works = differences.count
    bias = differences.mean
    deviation = differences.deviation
    biasInterval = Interval(
      around: bias, by: Student.quantile(0.975, n - 1) * deviation / n.squareRoot())
    limits = Interval(around: bias, by: Self.z * deviation)
    limitError = deviation * (1 / n + Self.z * Self.z / (2 * (n - 1))).squareRoot()
  }

  /// The 95 % interval of the upper limit, exact.
  public var upperLimitInterval: Interval { Interval(bias + factor(0.025), bias + factor(0.975)) }

  /// The 95 % interval of the lower limit, exact.
  public var lowerLimitInterval: Interval { Interval(bias - factor(0.975), bias - factor(0.025)) }

  private static let z = Normal.quantile(0.975)

  private func factor(_ p: Double) -> Double {
    let root = Double(works).squareRoot()
    return deviation * NoncentralStudent.quantile(p, Double(works - 1), shift: Self.z * root) / root
  }
}
