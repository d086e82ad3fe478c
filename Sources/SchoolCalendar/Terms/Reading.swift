/// One way to read «не позднее 4-х дней» of clause 12.1, which does not say what days are meant.
public enum Reading: String, CaseIterable, Hashable, Sendable, Codable {
  /// Calendar days; the last may be a day off.
  case calendar
  /// Calendar days; a last day off gives way to the next working day of the policy's week.
  case calendarRolled
  /// Working days of a five-day week.
  case working5
  /// Working days of a six-day week.
  case working6
}
