/// Were the weak ones absent more often than chance would have it?
public enum SelectiveAbsence {
  /// The chance that as many of the absent, or more, are weak.
  ///
  /// - Parameters:
  ///   - roll: pupils on the roll.
  ///   - weak: how many of them have a low mark in the journal.
  ///   - absent: how many were absent.
  ///   - absentWeak: how many of the absent are weak.
  public static func p(roll: Int, weak: Int, absent: Int, absentWeak: Int) -> Double? {
    guard roll > 0, 0...roll ~= weak, 0...roll ~= absent, 0...min(weak, absent) ~= absentWeak else {
      return nil
    }
    return CountDistribution.hypergeometric(population: roll, marked: weak, drawn: absent).atLeast(absentWeak)
  }
}
