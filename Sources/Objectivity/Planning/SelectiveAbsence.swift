/// Were the weak ones absent more often than chance would have it?
public struct SelectiveAbsence: Sendable, Hashable {
  /// Pupils on the roll.
  public let roll: Int
  /// How many of them have a low mark in the journal.
  public let weak: Int
  /// How many were absent, and how many of those are weak.
  public let absent: Int, absentWeak: Int
  /// How many weak ones are to be expected among the absent, if it were all the same who stays away.
  public let expected: Double
  /// The chance that as many of the absent, or more, are weak.
  public let chance: Supported<Double>

  /// The absences of a class.
  ///
  /// - Returns: `nil` when the numbers do not agree.
  public init?(roll: Int, weak: Int, absent: Int, absentWeak: Int) {
    guard roll > 0, 0...roll ~= weak, 0...roll ~= absent, 0...min(weak, absent) ~= absentWeak,
      absent - absentWeak <= roll - weak
    else { return nil }
    (self.roll, self.weak, self.absent, self.absentWeak) = (roll, weak, absent, absentWeak)
    expected = Double(absent) * Double(weak) / Double(roll)
    chance = Supported(.shares, roll) {
      Self.p(roll: roll, weak: weak, absent: absent, absentWeak: absentWeak)
    }
  }

  /// The chance that as many of the absent, or more, are weak: hypergeometric.
  static func p(roll: Int, weak: Int, absent: Int, absentWeak: Int) -> Double {
    CountDistribution.hypergeometric(population: roll, marked: weak, drawn: absent).atLeast(absentWeak)
  }
}
