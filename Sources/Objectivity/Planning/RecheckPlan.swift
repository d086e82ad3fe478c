/// How many works to mark again, and what may be said of all from those that were.
public enum RecheckPlan {
  /// Under this number of works all are marked again: a sample would save next to nothing.
  public static let checkAllBelow = 25

  /// The fewest works to mark so that at least one changed work is found with this confidence.
  ///
  /// - Parameters:
  ///   - works: how many there are.
  ///   - changed: how many of them would change.
  ///   - confidence: the chance of finding one, 0 to 1.
  public static func size(works: Int, changed: Int, confidence: Double = 0.95) -> Int? {
    guard changed > 0, changed <= works else { return nil }
    var missed = 1.0
    for marked in 0..<works {
      if missed <= 1 - confidence + 1e-12 { return marked }
      missed *= Double(works - changed - marked) / Double(works - marked)
    }
    return works
  }

  /// The fewest changed works among all that agree with those found, with this confidence.
  public static func changedAtLeast(works: Int, marked: Int, found: Int, confidence: Double = 0.95) -> Int? {
    guard 0...works ~= marked, 0...marked ~= found else { return nil }
    return (found...(works - marked + found)).first { changed in
      CountDistribution.hypergeometric(population: works, marked: changed, drawn: marked).atLeast(found)
        > 1 - confidence
    }
  }

  /// A rule for a sample: from how many changed works on a natural rate no longer explains them.
  public struct Rule: Sendable, Hashable {
    /// Works in the sample.
    public let marked: Int
    /// From so many changed works on.
    public let critical: Int
    /// The chance of as many at the natural rate.
    public let falseAlarm: Double
    /// The chance of as many at the rate that is to be found.
    public let power: Double
  }

  /// The rule for a sample of works.
  ///
  /// - Parameters:
  ///   - marked: the size of the sample.
  ///   - natural: the rate at which marks change in any second marking.
  ///   - wanted: the rate that is to be found.
  ///   - level: how often the rule may ring where nothing is wrong.
  /// - Returns: `nil` when no number of changed works is rare enough.
  public static func rule(
    marked: Int, natural: Double = 0.1, wanted: Double = 0.4, level: Double = 0.05
  ) -> Rule? {
    guard marked > 0, 0 < natural, natural < 1, 0 < wanted, wanted < 1 else { return nil }
    let honest = CountDistribution.binomial(trials: marked, chance: natural)
    guard let critical = (0...marked).first(where: { honest.atLeast($0) <= level }) else { return nil }
    return Rule(
      marked: marked, critical: critical, falseAlarm: honest.atLeast(critical),
      power: CountDistribution.binomial(trials: marked, chance: wanted).atLeast(critical))
  }
}
