/// A moment, to the second, the same all over the world.
public struct Moment: Hashable, Sendable {
  /// Seconds from 1970-01-01T00:00:00Z without leap seconds, negative before it.
  public let secondsSince1970: Int

  /// The moment with this number of seconds; one outside the years 1 to 9999 becomes their first or last.
  public init(secondsSince1970: Int) {
    let first = CalendarDay.first.daysSince1970 * ClockTime.day
    let end = (CalendarDay.last.daysSince1970 + 1) * ClockTime.day
    self.secondsSince1970 = min(max(secondsSince1970, first), end - 1)
  }

  /// The moment when clocks of the zone show this time of this day.
  public init(day: CalendarDay, time: ClockTime, in zone: Zone) {
    self.init(day: day, time: time, offset: zone.offset)
  }

  private init(day: CalendarDay, time: ClockTime, offset: Int) {
    self.init(secondsSince1970: day.daysSince1970 * ClockTime.day + time.secondOfDay - offset)
  }

  /// The moment of an RFC 3339 text, whose offset must be there, or `nil`.
  ///
  /// Stricter than the RFC in two points: `T` and `Z` are capitals, and second 60 is refused, for a leap second
  /// cannot be told from a mistake without a table. A fraction of a second is cut off.
  public init?(rfc3339 text: some StringProtocol) {
    var text = FixedText(text)
    guard let year = text.digits(4), text.take("-"), let month = text.digits(2), text.take("-"),
      let dayOfMonth = text.digits(2), text.take("T"), let hour = text.digits(2), text.take(":"),
      let minute = text.digits(2), text.take(":"), let second = text.digits(2),
      let day = CalendarDay(year: year, month: month, day: dayOfMonth),
      let time = ClockTime(hour: hour, minute: minute, second: second)
    else { return nil }
    if text.take("."), !text.skipDigits() { return nil }
    guard let offset = text.take("Z") ? 0 : text.offset(), text.isAtEnd else { return nil }
    self.init(day: day, time: time, offset: offset)
  }

  /// The day that the zone's calendars show.
  public func day(in zone: Zone) -> CalendarDay {
    CalendarDay(clamping: (secondsSince1970 + zone.offset).flooredDivision(by: ClockTime.day).quotient)
  }

  /// The time that the zone's clocks show.
  public func time(in zone: Zone) -> ClockTime {
    ClockTime(clamping: (secondsSince1970 + zone.offset).flooredDivision(by: ClockTime.day).remainder)
  }

  /// Seconds from this moment to the other, negative when the other is earlier.
  public func seconds(to other: Moment) -> Int {
    other.secondsSince1970 - secondsSince1970
  }

  /// The moment as RFC 3339 with the zone's offset.
  public func rfc3339(in zone: Zone) -> String {
    "\(day(in: zone))T\(time(in: zone).long)\(zone.offsetText)"
  }
}

extension Moment: Comparable {
  /// The earlier moment comes first.
  public static func < (left: Moment, right: Moment) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }
}

extension Moment: CustomStringConvertible {
  /// The moment as RFC 3339 in UTC, `2024-03-20T02:00:00Z`.
  public var description: String {
    let utc = secondsSince1970.flooredDivision(by: ClockTime.day)
    return "\(CalendarDay(clamping: utc.quotient))T\(ClockTime(clamping: utc.remainder).long)Z"
  }
}
