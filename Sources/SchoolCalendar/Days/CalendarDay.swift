/// A day of the Gregorian calendar, years 1 to 9999, without hour and zone.
public struct CalendarDay: Hashable, Sendable {
  /// Whole days from 1970-01-01, negative before it.
  public let daysSince1970: Int

  /// The first day there is, 0001-01-01.
  public static let first = CalendarDay(clamping: Int.min)

  /// The last day there is, 9999-12-31.
  public static let last = CalendarDay(clamping: Int.max)

  /// The day with this number, or the first or last day there is: text knows four digits of a year.
  init(clamping daysSince1970: Int) {
    self.daysSince1970 = min(max(daysSince1970, -719_162), 2_932_896)
  }

  /// The day of a year (1…9999), month (1…12) and day of the month, or `nil` where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let civil = CivilDate(year: year, month: month, day: day)
    let number = civil.daysSince1970
    guard CivilDate(daysSince1970: number) == civil else { return nil }
    daysSince1970 = number
  }

  /// The year, 1…9999.
  public var year: Int { civil.year }

  /// The month, 1…12.
  public var month: Int { civil.month }

  /// The day of the month, 1…31.
  public var day: Int { civil.day }

  private var civil: CivilDate { CivilDate(daysSince1970: daysSince1970) }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday.allCases[(daysSince1970 + 3).flooredDivision(by: 7).remainder]
  }

  /// The day so many calendar days later, or earlier when negative; stops at the first and last day there is.
  public func adding(days: Int) -> CalendarDay {
    let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
    return CalendarDay(clamping: overflow ? (days < 0 ? Int.min : Int.max) : sum)
  }

  /// Calendar days from this day to the other, negative when the other is earlier.
  public func days(to other: CalendarDay) -> Int {
    other.daysSince1970 - daysSince1970
  }
}

extension CalendarDay: Strideable {
  /// Calendar days to the other day: makes `first...last` a sequence of days.
  public func distance(to other: CalendarDay) -> Int { days(to: other) }

  /// The same as `adding(days:)`.
  public func advanced(by days: Int) -> CalendarDay { adding(days: days) }
}
