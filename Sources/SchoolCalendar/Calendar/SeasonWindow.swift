/// The days on which works of some grades are written in a season.
public struct SeasonWindow: Hashable, Sendable {
  /// The grades it holds for.
  public let grades: [Int]

  /// The first day.
  public let from: CalendarDay

  /// The last day, which is also the federal end unless the policy says otherwise.
  public let to: CalendarDay

  /// Whether a work may be written on the day.
  public func contains(_ day: CalendarDay) -> Bool { from <= day && day <= to }
}

extension SeasonWindow: Codable {
  private enum CodingKeys: String, CodingKey {
    case grades, from, to
  }

  /// Reads a window; throws `InvalidField` when it ends before it begins.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    grades = try container.decode([Int].self, forKey: .grades)
    from = try container.decode(CalendarDay.self, forKey: .from)
    to = try container.decode(CalendarDay.self, forKey: .to)
    guard from <= to else {
      throw InvalidField(decoder, "to", value: to, expected: "a day not before \(from)")
    }
  }
}
