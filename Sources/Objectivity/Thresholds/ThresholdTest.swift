/// The exact test of bunching at the boundaries of marks: are more works just above than the rest of the pupils lead one to expect?
///
/// At each boundary the works one point below and exactly at it are counted, here and among the rest. With all margins
/// given, the count above is hypergeometric; several boundaries, subjects, grades and years are pooled by
/// convolution. That is the exact conditional test of Mantel and Haenszel, one-sided.
public struct ThresholdTest: Sendable, Hashable {
  /// The counts at one boundary.
  public struct Boundary: Sendable, Hashable {
    /// The lowest number of points above the boundary.
    public let cut: Int
    /// Works of the set one point below, and at the boundary.
    public let below: Int, above: Int
    /// Works of the rest one point below, and at the boundary.
    public let restBelow: Int, restAbove: Int

    /// Counts at a boundary; a zero is a count like any other.
    public init(cut: Int, below: Int, above: Int, restBelow: Int, restAbove: Int) {
      self.cut = cut
      self.below = below
      self.above = above
      self.restBelow = restBelow
      self.restAbove = restAbove
    }

    /// What the count above would be distributed like, if the set were like the rest.
    var distribution: CountDistribution {
      .hypergeometric(
        population: below + above + restBelow + restAbove, marked: above + restAbove, drawn: below + above)
    }

    /// The count above that is to be expected.
    public var expected: Double { distribution.mean }
    /// The chance of as many above or more.
    public var p: Double { distribution.atLeast(above) }
  }

  /// The boundaries that were pooled.
  public let boundaries: [Boundary]
  /// Works just above, over all boundaries.
  public let above: Int
  /// Works just below, over all boundaries.
  public let below: Int
  /// How many above are to be expected.
  public let expected: Double
  /// The chance of as many above or more.
  public let p: Double

  /// The pooled test of boundaries, of one set or of many.
  public init(_ boundaries: [Boundary]) {
    self.boundaries = boundaries
    above = boundaries.reduce(0) { $0 + $1.above }
    below = boundaries.reduce(0) { $0 + $1.below }
    let sum = boundaries.reduce(CountDistribution.always(0)) { $0.plus($1.distribution) }
    expected = sum.mean
    p = sum.atLeast(above)
  }
}

extension ThresholdTest.Boundary {
  /// The boundaries of a histogram against that of the rest: counts of works by points, from 0.
  ///
  /// A score that nobody has counts 0: an empty place just below is the very sign that is looked for.
  public static func all(cuts: [Int], set: [Int], rest: [Int]) -> [Self] {
    func count(_ histogram: [Int], _ points: Int) -> Int {
      histogram.indices.contains(points) ? histogram[points] : 0
    }
    return cuts.map { cut in
      Self(
        cut: cut, below: count(set, cut - 1), above: count(set, cut), restBelow: count(rest, cut - 1),
        restAbove: count(rest, cut))
    }
  }
}

extension ThresholdTest {
  /// The fewest works above a boundary that would be rarer than a level; `nil` when even all of them would not be.
  public func fewestForSign(level: Double = 0.05) -> Int? {
    let sum = boundaries.reduce(CountDistribution.always(0)) { $0.plus($1.distribution) }
    return (sum.first...sum.last).first { sum.atLeast($0) <= level }
  }
}
