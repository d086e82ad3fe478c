internal import Assessment
internal import Checking
internal import Registry
internal import SchoolCalendar

/// The works of all schools as they stand, the most urgent schools first.
struct Matrix: Sendable {
  /// A work of a school.
  struct Cell: Sendable {
    let key: WorkKey
    let state: WorkState
    let held: CalendarDay?
    /// Both terms; `nil` without a day.
    let terms: Terms?
    /// Seconds to the upload's cutoff; `nil` without a day, and for a form that has left.
    let left: Int?

    /// Whether the form has still to leave for ФИС ОКО.
    var isOpen: Bool { state != .uploaded && state != .accepted }
    /// Whether the term is over and no upload is noted, whatever else stands in the way.
    var isLate: Bool { left.map { $0 < 0 } ?? false }
  }

  /// A school with its works, by work.
  struct Line: Sendable {
    let school: RegisteredSchool
    let cells: [Work: Cell]

    /// The time that is left for the most urgent work that is held back or late.
    var urgency: Int {
      cells.values.filter { $0.state.isHeldBack || $0.isLate }.map { $0.left ?? Int.max - 1 }.min() ?? Int.max
    }
  }

  let lines: [Line]
  /// The works of the columns.
  let works: [Work]

  /// What to show of it.
  struct Filter: Sendable {
    var state = ""
    var text = ""
    var district = ""
  }

  init(
    _ registry: DistrictRegistry, under regulations: Regulations, at now: Int, _ filter: Filter
  ) throws(RegistryError) {
    let schools = try registry.schools().filter { filter.shows($0) }
    let known = Set(schools.map(\.login))
    let planned = Dictionary(try registry.plannedWorks().map { ($0.key, $0.held) }) { a, b in a ?? b }
    let clock = Clock(regulations, now)
    var cells: [String: [Work: Cell]] = [:]
    try registry.forEachWork(withFindings: false) { record in
      let key = record.result.key
      guard known.contains(key.school), filter.shows(record.result.state) else { return }
      let held = record.result.held ?? planned[key] ?? nil
      let hasLeft = record.result.state == .uploaded || record.result.state == .accepted
      let terms = clock.terms(held, key.work)
      cells[key.school, default: [:]][key.work] = Cell(
        key: key, state: record.result.state, held: held, terms: terms,
        left: hasLeft ? nil : terms?.secondsLeft(at: clock.now))
    }
    lines = schools.map { Line(school: $0, cells: cells[$0.login] ?? [:]) }
      .filter { filter.state.isEmpty || !$0.cells.isEmpty }
      .sorted { ($0.urgency, $0.school.login) < ($1.urgency, $1.school.login) }
    works = Set(lines.flatMap { $0.cells.keys }).sorted {
      WorkKey(school: "", work: $0) < WorkKey(school: "", work: $1)
    }
  }

  /// How many works are late.
  var late: Int { lines.reduce(0) { $0 + $1.cells.values.count(where: \.isLate) } }

  /// How many works are in each state.
  var counts: [(state: WorkState, count: Int)] {
    let all = lines.flatMap { $0.cells.values.map(\.state) }
    return WorkState.allCases.map { state in (state, all.count { $0 == state }) }.filter { $0.1 > 0 }
  }
}

extension Matrix.Filter {
  fileprivate func shows(_ school: RegisteredSchool) -> Bool {
    (district.isEmpty || school.district == district)
      && (text.isEmpty || school.login.contains(text.lowercased())
        || school.name.lowercased().contains(text.lowercased()))
  }

  fileprivate func shows(_ state: WorkState) -> Bool {
    self.state.isEmpty || (self.state == "held" ? state.isHeldBack : state.rawValue == self.state)
  }
}

/// Tells the terms, counting each day and grade once.
private final class Clock {
  private struct Key: Hashable {
    let day: CalendarDay
    let season: Int
    let grade: Int
  }

  private let regulations: Regulations
  let now: Moment
  private var known: [Key: Terms?] = [:]

  init(_ regulations: Regulations, _ now: Int) {
    self.regulations = regulations
    self.now = Moment(secondsSince1970: now)
  }

  func terms(_ held: CalendarDay?, _ work: Work) -> Terms? {
    guard let held else { return nil }
    let key = Key(day: held, season: work.season, grade: work.grade)
    if let terms = known[key] { return terms }
    let terms = regulations.terms(held: held, work: work)
    known[key] = .some(terms)
    return terms
  }
}
