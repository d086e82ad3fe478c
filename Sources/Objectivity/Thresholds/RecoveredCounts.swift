import Glibc

/// Counts of pupils made from the percentages of an export, and checked: whole, complete, and true to every digit.
public enum RecoveredCounts {
  /// Why percentages are no counts of so many pupils.
  public enum Refusal: Error, Sendable, Hashable {
    /// The counts do not add up to the number of participants.
    case sum(Int, participants: Int)
    /// No whole number of pupils gives this percentage.
    case noWholeCount(percent: Double, participants: Int)
  }

  /// The counts behind percentages.
  ///
  /// - Parameters:
  ///   - percents: shares of one whole, in per cent.
  ///   - participants: how many pupils the whole is.
  ///   - decimals: the digits behind the comma in the export.
  /// - Throws: ``Refusal``: nothing is rounded into place.
  public static func counts(percents: [Double], participants: Int, decimals: Int) throws(Refusal) -> [Int] {
    let half = 0.5 * pow(10, Double(-decimals)) * (1 + 1e-9)
    var counts: [Int] = []
    for percent in percents {
      let exact = percent * Double(participants) / 100
      guard participants > 0, exact.isFinite, -0.5...Double(participants) + 0.5 ~= exact,
        abs(100 * exact.rounded() / Double(participants) - percent) <= half
      else { throw .noWholeCount(percent: percent, participants: participants) }
      counts.append(Int(exact.rounded()))
    }
    let sum = counts.reduce(0, +)
    guard sum == participants else { throw .sum(sum, participants: participants) }
    return counts
  }
}

extension RecoveredCounts {
  /// The counts behind percentages whose digits are told by themselves: as many as the longest one shows, four at most.
  public static func result(percents: [Double], participants: Int) -> Result<[Int], Refusal> {
    let decimals = percents.map { digits(of: $0) }.max() ?? 0
    do throws(Refusal) {
      return .success(try counts(percents: percents, participants: participants, decimals: decimals))
    } catch { return .failure(error) }
  }

  private static func digits(of percent: Double) -> Int {
    (0..<4).first { digits in
      let scaled = percent * pow(10, Double(digits))
      return abs(scaled - scaled.rounded()) < 1e-6
    } ?? 4
  }
}
