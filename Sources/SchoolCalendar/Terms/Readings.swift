/// The upload term of one test day in every reading; day 1 is the day after the test.
public struct Readings: Hashable, Sendable {
  /// The last day in calendar days.
  public let calendar: CalendarDay

  /// The last day in calendar days, moved on from a day off.
  public let calendarRolled: CalendarDay

  /// The last day in working days of a five-day week.
  public let working5: CalendarDay

  /// The last day in working days of a six-day week.
  public let working6: CalendarDay

  /// The last day in one reading.
  public subscript(reading: Reading) -> CalendarDay {
    switch reading {
    case .calendar: calendar
    case .calendarRolled: calendarRolled
    case .working5: working5
    case .working6: working6
    }
  }

  /// Whether they are not all the same day.
  public var differ: Bool {
    Reading.allCases.contains { self[$0] != calendar }
  }

  /// The last of the four days.
  var latest: CalendarDay { max(calendarRolled, working5, working6) }

  /// Counts the term (days) in all readings; rolls over in a week of this length.
  init(
    term: Int, after held: CalendarDay, rolledIn week: WorkWeek, by production: ProductionCalendar
  ) throws(CalendarGap) {
    calendar = held.adding(days: term)
    calendarRolled = try production.nextWorkingDay(onOrAfter: calendar, week: week)
    working5 = try production.adding(workingDays: term, to: held, week: .five)
    working6 = try production.adding(workingDays: term, to: held, week: .six)
  }
}
