/// A time zone as the district uses it: a name and one fixed offset, data of `schemas/zones.json`.
///
/// There is no time zone database: the zones of Russia have not changed their clocks within a year since 2014,
/// and a deadline must not depend on what is installed.
public struct Zone: Hashable, Sendable, Identifiable {
  /// The IANA name, `Asia/Irkutsk`.
  public let id: String

  /// Seconds to add to UTC, positive east of Greenwich.
  public let offset: Int

  /// The first day on which this offset holds, where the data says so.
  public let since: CalendarDay?

  /// A zone of a name and an offset in seconds, or `nil` unless it is whole minutes and less than a day.
  public init?(id: String, offset: Int, since: CalendarDay? = nil) {
    guard (1 - ClockTime.day..<ClockTime.day).contains(offset), offset % 60 == 0 else { return nil }
    self.id = id
    self.offset = offset
    self.since = since
  }

  /// The offset as `±HH:MM`.
  public var offsetText: String {
    let minutes = abs(offset) / 60
    return "\(offset < 0 ? "-" : "+")\((minutes / 60).padded(to: 2)):\((minutes % 60).padded(to: 2))"
  }
}

extension Zone: Codable {
  private enum Key: String, CodingKey {
    case id, offset, since
  }

  /// Reads `{"id": "Asia/Irkutsk", "offset": "+08:00", "since": "2014-10-26"}`; throws `InvalidField`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    id = try container.decode(String.self, forKey: .id)
    since = try container.decodeIfPresent(CalendarDay.self, forKey: .since)
    let text = try container.decode(String.self, forKey: .offset)
    var fixed = FixedText(text)
    guard let offset = fixed.offset(), fixed.isAtEnd else {
      throw InvalidField(decoder, "offset", value: text, expected: "an offset, ±HH:MM")
    }
    self.offset = offset
  }

  /// Writes the same shape as is read.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(offsetText, forKey: .offset)
    try container.encodeIfPresent(since, forKey: .since)
  }
}
