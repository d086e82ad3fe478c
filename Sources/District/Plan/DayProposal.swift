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
    var planned = plan.works.map(\.held.value)
    var moving: [(index: Int, held: CalendarDay, reasons: [String], isImpossible: Bool)] = []
    for (index, work) in plan.works.enumerated() {
      guard let held = work.held.value else { continue }
      let reasons = reasons(against: work)
      guard !reasons.isEmpty else { continue }
      let terms = inspection.examination.plannedTerms[index]
      let isImpossible = reasons.contains("DDL005") && terms.map { $0.expertDue > $0.due } ?? false
      moving.append((index, held, reasons, isImpossible))
    }
    for work in moving { planned[work.index] = nil }
    let ordered = moving.filter(\.isImpossible) + moving.filter { !$0.isImpossible }
    return ordered.map { work in
      let days = days(for: plan.works[work.index], near: work.held, planned)
      planned[work.index] = days.first
      return DayProposal(
        index: work.index, entry: plan.works[work.index].key, held: work.held,
        isImpossible: work.isImpossible,
        reasons: work.reasons, days: days)
    }
  }

  private func reasons(against work: Plan.PlannedWork) -> [String] {
    let places = [work.held.place, work.observer.place] + work.experts.map(\.place)
    return Self.reasons.filter { code in
      inspection.findings.contains { finding in
        finding.code == code
          && places.contains { $0.cell == finding.place.cell && $0.header == finding.place.header }
      }
    }
  }

  private func days(for work: Plan.PlannedWork, near held: CalendarDay, _ planned: [CalendarDay?])
    -> [CalendarDay]
  {
    let season = inspection.examination.season
    let window = work.grade.value.flatMap { season?.window(grade: $0.grade) }
    let windows = window.map { [$0] } ?? season?.windows ?? []
    let fitting = windows.flatMap { Array($0.from...$0.to) }.filter { day in
      day != held && isGood(day, work, windows) && isFree(day, work, planned)
    }
    let near = fitting.sorted { a, b in
      let (left, right) = (abs(held.days(to: a)), abs(held.days(to: b)))
      return left == right ? a < b : left < right
    }
    return Array(near.prefix(Self.shown))
  }

  /// Whether the day is worked and leaves a day between the expert's term and the upload.
  private func isGood(_ day: CalendarDay, _ work: Plan.PlannedWork, _ windows: [SeasonWindow]) -> Bool {
    let window = windows.first { $0.contains(day) }
    let terms = try? request.policy.terms(
      held: day, window: window, calendar: request.calendar, zones: request.zones)
    return terms.map { !$0.isHeldOnDayOff && !$0.termsCollide } ?? false
  }

  /// Whether neither the observer is in another school on that day, nor the same pupils write another work.
  private func isFree(_ day: CalendarDay, _ work: Plan.PlannedWork, _ planned: [CalendarDay?]) -> Bool {
    guard let plan else { return true }
    return zip(plan.works, planned).allSatisfy { other, taken in
      guard taken == day else { return true }
      let isSameSchool = plan.isSameSchool(other, work)
      if !isSameSchool, plan.isSamePerson(other.observer, work.observer) { return false }
      return !(isSameSchool && Plan.sharePupils(other, work))
    }
  }
}
