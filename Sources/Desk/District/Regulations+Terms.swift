internal import Assessment
internal import Checking
internal import SchoolCalendar
internal import Seasons

extension Regulations {
  /// The terms of a work that was written on a day; `nil` where calendar or zone do not reach.
  func terms(held: CalendarDay, work: Work) -> Terms? {
    guard let calendar = try? seasons.calendar(), let zones = try? seasons.zones() else { return nil }
    let season = try? seasons.season(work.season)
    let window = season?.window(grade: work.grade) ?? season?.window(holding: held)
    return try? policy.terms(held: held, window: window, calendar: calendar, zones: zones)
  }
}
