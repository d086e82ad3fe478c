/// The production calendar of one year: non-working holidays and days off moved by decree or by the Labour Code
/// (article 112), data of `schemas/calendar/YYYY.json`.
public struct CalendarYear: Hashable, Sendable {
  /// How sure the year is.
  public enum Status: String, CaseIterable, Hashable, Sendable, Codable {
    /// The Government's decree is known.
    case decreed
    /// No decree was found: the transfers may still change.
    case provisional
  }

  /// A day off moved from one day to another of the same year.
  public struct Transfer: Hashable, Sendable, Codable {
    /// The day that gives its rest away: worked, when it is a Saturday or Sunday without a holiday.
    public let from: CalendarDay

    /// The day that becomes a day off in both weeks.
    public let to: CalendarDay

    /// What moved it: `decree`, `article 112` of the Labour Code by itself, or `provisional`.
    public let basis: String?
  }

  /// The year.
  public let year: Int

  /// Whether a decree stands behind it.
  public let status: Status

  /// The decree, by date and number.
  public let decree: String?

  /// The non-working holidays of article 112, whatever their weekday.
  public let holidays: Set<CalendarDay>

  /// The days off moved in this year, in the order of the file.
  public let transfers: [Transfer]

  /// Where the data was taken from.
  public let source: String?

  /// How surely the data is known: high, medium or low, as the file words it.
  public let confidence: String?

  /// Whether a day of this year is off: a holiday, a day that got rest by a transfer, or the rest of an ordinary
  /// week that no transfer took away.
  public func isDayOff(_ day: CalendarDay, week: WorkWeek) -> Bool {
    if holidays.contains(day) || transfers.contains(where: { $0.to == day }) { return true }
    return week.rests(on: day.weekday) && !transfers.contains { $0.from == day }
  }
}

extension CalendarYear: Codable {
  private enum CodingKeys: String, CodingKey {
    case year, status, decree, holidays, transfers, source, confidence
  }

  /// Reads a calendar file; throws `InvalidField` for a year outside 2015…2100 or a day of another year.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    year = try container.decode(Int.self, forKey: .year)
    status = try container.decode(Status.self, forKey: .status)
    decree = try container.decodeIfPresent(String.self, forKey: .decree)
    let holidays = try container.decode([CalendarDay].self, forKey: .holidays)
    self.holidays = Set(holidays)
    transfers = try container.decode([Transfer].self, forKey: .transfers)
    source = try container.decodeIfPresent(String.self, forKey: .source)
    confidence = try container.decodeIfPresent(String.self, forKey: .confidence)
    guard (2015...2100).contains(year) else {
      throw InvalidField(decoder, "year", value: year, expected: "a year, 2015 to 2100")
    }
    for (key, days) in [("holidays", holidays), ("transfers", transfers.flatMap { [$0.from, $0.to] })] {
      for day in days where day.year != year {
        throw InvalidField(decoder, key, value: day, expected: "days of \(year)")
      }
    }
  }

  /// Writes the shape that is read, holidays in order.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(year, forKey: .year)
    try container.encode(status, forKey: .status)
    try container.encodeIfPresent(decree, forKey: .decree)
    try container.encode(holidays.sorted(), forKey: .holidays)
    try container.encode(transfers, forKey: .transfers)
    try container.encodeIfPresent(source, forKey: .source)
    try container.encodeIfPresent(confidence, forKey: .confidence)
  }
}

extension CalendarYear.Status {
  /// Reads the word; throws `InvalidField` for another one.
  public init(from decoder: any Decoder) throws { self = try decoder.choice() }
}
