/// Bunching at a boundary when there are no other pupils to compare with: of a lower grade of evidence.
public enum UnreferencedThreshold {
  /// The chance of so many above among those next to a boundary, if above and below were as likely.
  ///
  /// Wrong near the ends of the scale, where the natural share above is far from one half.
  public static func twoBins(above: Int, below: Int) -> Double {
    CountDistribution.binomial(trials: above + below, chance: 0.5).atLeast(above)
  }

  /// The chance of so many at a boundary among the three scores around it, for a curve bent by at most `bend`.
  ///
  /// B. R. Frandsen. Advances in Econometrics 38 (2017). A score that nobody has counts 0 and is not left out.
  public static func threeBins(below: Int, at: Int, above: Int, bend: Double = 0.1) -> Double {
    CountDistribution.binomial(trials: below + at + above, chance: (1 + bend) / (3 + bend)).atLeast(at)
  }
}
