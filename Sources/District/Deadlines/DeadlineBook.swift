public import Assessment
public import Checking
public import SchoolCalendar

/// The terms of every test day of a district under one set of regulations, counted once for each grade and day.
public struct DeadlineBook {
  private struct Key: Hashable {
    let season: Int
    let grade: Int
    let held: CalendarDay
  }

  private let regulations: Regulations
  private var known: [Key: Terms?] = [:]

  /// A book under regulations.
  public init(_ regulations: Regulations) { self.regulations = regulations }

  /// The terms of a work that was written on a day; `nil` when they cannot be counted.
  public mutating func terms(of work: Work, held: CalendarDay) -> Terms? {
    let key = Key(season: work.season, grade: work.grade, held: held)
    if let terms = known[key] { return terms }
    var request = InspectionRequest(under: regulations)
    request.work = work
    request.held = held
    let terms = Inspector.inspect(request).examination.terms
    known[key] = terms
    return terms
  }
}
