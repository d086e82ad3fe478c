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

  /// A school in one work, by itself.
  public struct Alone: Sendable {
    /// The school, with its works by total; nobody is among the rest.
    public let school: String, set: ThresholdAnalysis.Set
    /// Works just above and just below, over all boundaries.
    public let above: Int, below: Int
    /// The chance of so many above, if above and below were as likely.
    public let twoBins: Supported<Double>
    /// For each boundary the chance of so many at it among the three scores around it.
    public let threeBins: Supported<[Double]>
  }

  /// The schools of works in which nobody else took part.
  public static func alone(_ works: [WorkResults]) -> [Alone] {
    works.filter { !$0.cuts.isEmpty }.flatMap { work in
      work.schools.filter { !$0.pupils.isEmpty && work.rest(of: $0.school).isEmpty }.map { school in
        let set = ThresholdAnalysis.Set(alone: school, in: work)
        let (above, below) = (
          set.boundaries.reduce(0) { $0 + $1.above }, set.boundaries.reduce(0) { $0 + $1.below }
        )
        return Alone(
          school: school.school, set: set, above: above, below: below,
          twoBins: Supported(.boundaries, set.participants) { twoBins(above: above, below: below) },
          threeBins: Supported(.boundaries, set.participants) {
            work.cuts.map { cut in
              func count(_ points: Int) -> Int {
                set.histogram.indices.contains(points) ? set.histogram[points] : 0
              }
              return threeBins(below: count(cut - 1), at: count(cut), above: count(cut + 1))
            }
          })
      }
    }
  }
}
