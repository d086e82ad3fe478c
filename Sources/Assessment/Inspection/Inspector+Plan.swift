internal import SchoolCalendar
internal import Spreadsheet

extension Inspector {
  /// Inspects a plan: the file, the plan's own rules, and the terms of every planned day (DDL005–DDL007).
  ///
  /// - Parameters:
  ///   - request: The data of the seasons, the policy and the explanations; its one source is the plan's file.
  ///   - plan: The plan that was read from it; `nil` when the file was refused.
  public static func inspect(_ request: InspectionRequest, plan: Plan?) -> Inspection {
    var examination = Examination(sources: request.sources, policy: request.policy)
    examination.now = request.now
    examination.calendar = request.calendar
    examination.plan = plan
    examination.explained = request.explanations.entries
    if let plan {
      examination.season = request.season(plan.season, nil, nil)
      examination.plannedTerms = plan.works.map { terms(of: $0, examination.season, request) }
    }
    let unread = Text("план не прочитан", "the plan was not read")
    let steps = [Phase.container, .plan, .deadline].map {
      Inspection.Step(phase: $0, reason: $0 == .container || plan != nil ? nil : unread)
    }
    var findings = run(steps.filter { $0.reason == nil }.map(\.phase), on: examination, school: nil)
    findings = Explanations(examination.explained).applied(to: findings, examination, school: nil)
    // What cannot be kept at all stands before what is merely tight.
    let places = examination.impossiblePlaces
    func isImpossible(_ finding: Finding) -> Bool {
      finding.code == Rule.termsCollide.code && places.contains(finding.place)
    }
    findings = findings.filter(isImpossible) + findings.filter { !isImpossible($0) }
    return Inspection(examination: examination, findings: findings, steps: steps)
  }

  private static func terms(of work: Plan.PlannedWork, _ season: Season?, _ request: InspectionRequest)
    -> Terms?
  {
    guard let held = work.held.value else { return nil }
    let window = work.grade.value.flatMap { season?.window(grade: $0.grade) } ?? season?.window(holding: held)
    return try? request.policy.terms(
      held: held, window: window, calendar: request.calendar, zones: request.zones)
  }
}

extension Examination {
  /// The places of planned days on which both terms cannot be kept.
  fileprivate var impossiblePlaces: Set<Place> {
    let works = plan?.works ?? []
    return Set(
      zip(works, plannedTerms).compactMap { work, terms in
        terms.map { $0.expertDue > $0.due } == true ? work.held.place.of(work.key) : nil
      })
  }
}
