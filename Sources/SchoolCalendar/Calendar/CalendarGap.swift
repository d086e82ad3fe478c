/// No production calendar is held for a year that a count of working days ran into.
public struct CalendarGap: Error, Hashable, Sendable {
  /// The year without a calendar.
  public let year: Int

  /// The years that are held, in order.
  public let known: [Int]
}

extension CalendarGap: CustomStringConvertible {
  /// The error as one English sentence.
  public var description: String {
    "there is no production calendar for \(year); held: \(known.map(String.init).joined(separator: ", "))"
  }
}
