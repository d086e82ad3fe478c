/// The production calendars of several years as one: which days are worked, and counting by them.
///
/// It never extrapolates: a day of a year that is not held is a `CalendarGap`, not a guess.
public struct ProductionCalendar: Hashable, Sendable {
  private let years: [Int: CalendarYear]

  /// The calendar of these years; where a year comes twice, the later holds, as in an overlay.
  public init(_ years: some Sequence<CalendarYear>) {
    var byNumber: [Int: CalendarYear] = [:]
    for year in years { byNumber[year.year] = year }
    self.years = byNumber
  }

  /// The years held, in order.
  public var knownYears: [Int] { years.keys.sorted() }

  /// The calendar of one year.
  public subscript(year: Int) -> CalendarYear? { years[year] }

  /// Whether the day is off in a week of this length.
  public func isDayOff(_ day: CalendarDay, week: WorkWeek) throws(CalendarGap) -> Bool {
    guard let year = years[day.year] else { throw CalendarGap(year: day.year, known: knownYears) }
    return year.isDayOff(day, week: week)
  }

  /// The day itself when it is worked, else the first worked day after it.
  public func nextWorkingDay(onOrAfter day: CalendarDay, week: WorkWeek) throws(CalendarGap) -> CalendarDay {
    var day = day
    while try isDayOff(day, week: week) { day = day.adding(days: 1) }
    return day
  }

  /// The last of so many working days counted from the day after this one; the day itself for a count below 1.
  public func adding(
    workingDays count: Int, to day: CalendarDay, week: WorkWeek
  ) throws(CalendarGap) -> CalendarDay {
    var day = day
    var left = count
    while left > 0 {
      day = try nextWorkingDay(onOrAfter: day.adding(days: 1), week: week)
      left -= 1
    }
    return day
  }

  /// The years from one day through another whose calendar has no decree yet: a term counted over them may move.
  public func provisionalYears(from first: CalendarDay, through last: CalendarDay) -> [Int] {
    knownYears.filter { year in
      year >= first.year && year <= last.year && years[year]?.status == .provisional
    }
  }
}
