internal import Assessment
public import SchoolCalendar

/// Days on which a work could be written in place of the planned one.
public struct DayProposal: Sendable, Hashable {
  /// The work's place in the plan.
  public let index: Int
  /// What tells the work: `edu380001 7-ГГ`.
  public let entry: String
  /// The planned day.
  public let held: CalendarDay
  /// Whether both terms cannot be kept on the planned day.
  public let isImpossible: Bool
  /// The codes of the findings that speak against the planned day, in order.
  public let reasons: [String]
  /// Days that would do, the nearest first; empty when the season has none.
  public let days: [CalendarDay]
}

/// Looks for days: worked, inside the season, with time to key the points, on which observer and pupils are free.
struct DayProposer {
  private let inspection: Inspection
  private let request: InspectionRequest
  private let plan: Plan?

  /// How many days are proposed.
  private static let shown = 3

  /// Findings that another day would mend.
  private static let reasons = ["DDL005", "DDL006", "DDL007", "PLN003"]

  init(_ inspection: Inspection, _ request: InspectionRequest) {
    self.inspection = inspection
    self.request = request
    plan = inspection.examination.plan
  }

  /// The proposals, the impossible days first, then in the order of the plan.
  ///
  /// A day that is proposed to one work counts as taken for the next, so that all proposals hold together.
  var proposals: [DayProposal] {
    guard let plan else { return [] }
    let moving = moving(in: plan)
    var taken = TakenDays(plan)
    for work in moving { taken.free(work.index, on: work.held) }
    var goodDays: [[SeasonWindow]: [CalendarDay]] = [:]
    let ordered = moving.filter(\.isImpossible) + moving.filter { !$0.isImpossible }
    return ordered.map { work in
      let windows = windows(of: plan.works[work.index])
      let good = goodDays[windows] ?? goodDaysOf(windows)
      goodDays[windows] = good
      let days = days(of: good, near: work.held).lazy
        .filter { $0 != work.held && taken.isFree($0, for: work.index) }.prefix(Self.shown)
      let proposed = Array(days)
      if let first = proposed.first { taken.take(work.index, on: first) }
      return DayProposal(
        index: work.index, entry: plan.works[work.index].key, held: work.held,
        isImpossible: work.isImpossible, reasons: work.reasons, days: proposed)
    }
  }

  private struct Moving {
    let index: Int
    let held: CalendarDay
    let reasons: [String]
    let isImpossible: Bool
  }

  /// The works that cannot stay where they are.
  private func moving(in plan: Plan) -> [Moving] {
    var codes: [Place: Set<String>] = [:]
    for finding in inspection.findings where Self.reasons.contains(finding.code) {
      codes[Place(cell: finding.place.cell, header: finding.place.header), default: []].insert(finding.code)
    }
    let clashing = clashing(in: plan)
    return plan.works.enumerated().compactMap { index, work in
      guard let held = work.held.value else { return nil }
      let places = [work.held.place] + work.experts.map(\.place)
      var found = places.reduce(into: Set<String>()) { found, place in
        found.formUnion(codes[Place(cell: place.cell, header: place.header)] ?? [])
      }
      if clashing.contains(index) { found.insert("PLN003") }
      guard !found.isEmpty else { return nil }
      let terms = inspection.examination.plannedTerms[index]
      return Moving(
        index: index, held: held, reasons: Self.reasons.filter(found.contains),
        isImpossible: found.contains("DDL005") && terms.map { $0.expertDue > $0.due } ?? false)
    }
  }

  /// The works of observers who are in several schools on one day, without those of the first school, which may stay.
  private func clashing(in plan: Plan) -> Set<Int> {
    let schools = plan.schoolKeys
    var observers: [Place: Int] = [:]
    for (index, work) in plan.works.enumerated() where work.observer.value != nil {
      observers[Place(cell: work.observer.place.cell, header: work.observer.place.header)] = index
    }
    func work(at place: Place) -> Int? { observers[Place(cell: place.cell, header: place.header)] }
    return inspection.findings.reduce(into: []) { moving, finding in
      guard finding.code == "PLN003", let last = work(at: finding.place) else { return }
      let works = (finding.related.compactMap(work) + [last]).sorted()
      moving.formUnion(works.filter { schools[$0] != schools[works[0]] })
    }
  }

  private func windows(of work: Plan.PlannedWork) -> [SeasonWindow] {
    let season = inspection.examination.season
    return work.grade.value.flatMap { season?.window(grade: $0.grade) }.map { [$0] } ?? season?.windows ?? []
  }

  /// The days of windows that are worked and leave a day between the expert's term and the upload.
  private func goodDaysOf(_ windows: [SeasonWindow]) -> [CalendarDay] {
    windows.flatMap { Array($0.from...$0.to) }.filter { day in
      let window = windows.first { $0.contains(day) }
      let terms = try? request.policy.terms(
        held: day, window: window, calendar: request.calendar, zones: request.zones)
      return terms.map { !$0.isHeldOnDayOff && !$0.termsCollide } ?? false
    }
  }

  private func days(of days: [CalendarDay], near held: CalendarDay) -> [CalendarDay] {
    days.sorted { a, b in
      let (left, right) = (abs(held.days(to: a)), abs(held.days(to: b)))
      return left == right ? a < b : left < right
    }
  }
}

/// Who is busy on which day: observers in schools, pupils with works.
private struct TakenDays {
  private let plan: Plan
  private let schools: [String?]
  private let observers: [Int?]
  /// The works of an observer, and those of a school, by day.
  private var observing: [Int: [CalendarDay: Set<Int>]] = [:]
  private var writing: [String: [CalendarDay: Set<Int>]] = [:]

  init(_ plan: Plan) {
    self.plan = plan
    schools = plan.schoolKeys
    observers = plan.observerNumbers
    for (index, work) in plan.works.enumerated() {
      if let held = work.held.value { take(index, on: held) }
    }
  }

  mutating func take(_ index: Int, on day: CalendarDay) {
    if let observer = observers[index] { observing[observer, default: [:]][day, default: []].insert(index) }
    if let school = schools[index] { writing[school, default: [:]][day, default: []].insert(index) }
  }

  mutating func free(_ index: Int, on day: CalendarDay) {
    if let observer = observers[index] { observing[observer]?[day]?.remove(index) }
    if let school = schools[index] { writing[school]?[day]?.remove(index) }
  }

  /// Whether neither the observer is in another school on that day, nor the same pupils write another work.
  func isFree(_ day: CalendarDay, for index: Int) -> Bool {
    let elsewhere = observers[index].flatMap { observing[$0]?[day] } ?? []
    guard elsewhere.allSatisfy({ schools[$0] == schools[index] }) else { return false }
    let here = schools[index].flatMap { writing[$0]?[day] } ?? []
    return !here.contains { Plan.sharePupils(plan.works[$0], plan.works[index]) }
  }
}
