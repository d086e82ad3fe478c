/// How many days of a week are worked: with five, Saturday is a day off.
public enum WorkWeek: Int, CaseIterable, Hashable, Sendable, Codable {
  case five = 5
  case six = 6

  /// Whether an ordinary week of this length has the day off.
  public func rests(on weekday: Weekday) -> Bool {
    weekday == .sunday || (weekday == .saturday && self == .five)
  }
}

extension WorkWeek {
  /// Reads 5 or 6; throws `InvalidField` for another number.
  public init(from decoder: any Decoder) throws { self = try decoder.choice() }
}
