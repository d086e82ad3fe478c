/// Marks of the journal against marks of the ВПР, beside the rest of the district.
public struct JournalTest: Sendable, Hashable {
  /// Lowered, confirmed and raised among the other pupils.
  public struct Rest: Sendable, Hashable {
    /// How many have a lower mark in the ВПР than in the journal, the same one, a higher one.
    public let lowered: Int, confirmed: Int, raised: Int

    /// Counts of the rest.
    public init(lowered: Int, confirmed: Int, raised: Int) {
      self.lowered = lowered
      self.confirmed = confirmed
      self.raised = raised
    }

    /// How many there are.
    public var total: Int { lowered + confirmed + raised }
  }

  /// The chance of so large a raised share beside the rest's: Fisher's exact test, one-sided.
  public static func raisedTail(raised: Int, of total: Int, rest: Rest) -> Double {
    CountDistribution.hypergeometric(
      population: total + rest.total, marked: raised + rest.raised, drawn: total
    ).atLeast(raised)
  }

  /// The chance that everybody's mark is confirmed, at the rest's rate.
  public static func allConfirmed(total: Int, rate: Double) -> Double {
    (0..<total).reduce(1) { product, _ in product * rate }
  }
}
