public import SchoolCalendar
internal import Spreadsheet

/// What an inspection is asked to look at.
public struct InspectionRequest: Sendable {
  /// What it is for.
  public var purpose = Purpose.check
  /// The files.
  public var sources: [Source]
  /// What the downloaded form says of itself, if one was given and understood.
  public var form: FormDescription?
  /// The export of ФИС ОКО, if there is one to be held against the form.
  public var export: SystemExport?
  /// The work that was asked for by name.
  public var work: Work?
  /// The name by which a work was asked for, when it means nothing.
  public var unknownWork: String?
  /// Finds a shipped table of criteria.
  public var table: @Sendable (Work) -> Criteria?
  /// Finds the season of a year, or the one whose window holds a day for a grade.
  public var season: @Sendable (_ year: Int?, _ day: CalendarDay?, _ grade: Int?) -> Season?
  /// The production calendar.
  public var calendar = ProductionCalendar([])
  /// The time zones that a policy may name.
  public var zones = ZoneTable([])
  /// The day of the test, when it was given outside the files.
  public var held: CalendarDay?
  /// The moment of the check.
  public var now: Moment?
  /// The class letters.
  public var classMap = ClassMap()
  /// What was explained.
  public var explanations = Explanations()
  /// The district's policy.
  public var policy: DeadlinePolicy

  /// A request for files under a policy; nothing else is known.
  public init(sources: [Source], policy: DeadlinePolicy) {
    self.sources = sources
    self.policy = policy
    table = { _ in nil }
    season = { _, _, _ in nil }
  }
}

/// Runs an inspection: reads the tables, finds the criteria, reads the record, runs the rules step by step.
public enum Inspector {
  /// Inspects what a request names; every finding is in the result.
  public static func inspect(_ request: InspectionRequest) -> Inspection {
    var examination = ExaminationBuilder(request).build()
    examination.explained = request.explanations.entries + examination.explained
    let school = examination.login
    var steps: [Inspection.Step] = []
    for phase in request.purpose.phases {
      steps.append(.init(phase: phase, reason: reasonNotToRun(phase, examination)))
    }
    let skipped = Set(steps.filter { $0.reason != nil }.map(\.phase))
    var findings = run(on: examination, school: school) { code, phase in
      request.purpose.takes(code, phase) && !skipped.contains(phase)
    }
    RootCauses.fold(&findings, examination)
    findings = Explanations(examination.explained).applied(to: findings, examination, school: school)
    return Inspection(examination: examination, findings: findings, steps: steps)
  }

  /// The findings of all rules of the phases.
  package static func run(_ phases: [Phase], on examination: Examination, school: String?) -> [Finding] {
    run(on: examination, school: school) { _, phase in phases.contains(phase) }
  }

  /// The findings of the rules that are chosen by code and phase, with their fingerprints and the policy's severities;
  /// in the order of the phases, within one in the order of the cells.
  private static func run(
    on examination: Examination, school: String?, _ isChosen: (_ code: String, _ phase: Phase) -> Bool
  ) -> [Finding] {
    var found: [Finding] = []
    var order: [Order] = []
    for family in RuleBook.families {
      // By index: a rule holds forty texts, and a copy of each would cost more than the checks.
      for index in family.indices where isChosen(family[index].code, family[index].phase) {
        var reporter = Reporter(family[index])
        family[index].check(examination, &reporter)
        guard !reporter.findings.isEmpty else { continue }
        let phase = Phase.allCases.firstIndex(of: family[index].phase) ?? 0
        for finding in reporter.findings {
          order.append(Order(finding, phase: phase, number: found.count))
          found.append(finding)
        }
      }
    }
    order.sort { $0.key < $1.key }
    var findings = order.map { found[$0.number] }
    findings.adopt(examination.policy)
    Fingerprint.assign(to: &findings, school: school)
    return findings
  }

  /// Where a finding stands among others.
  private struct Order {
    let key: (phase: Int, source: Int, row: Int, column: Int, number: Int)
    var number: Int { key.number }

    init(_ finding: Finding, phase: Int, number: Int) {
      let cell = finding.place.cell
      key = (phase, finding.place.source ?? 0, cell?.cell.row ?? -1, cell?.cell.column ?? -1, number)
    }
  }

  private static func reasonNotToRun(_ phase: Phase, _ examination: Examination) -> Text? {
    switch phase {
    case .container, .table, .plan, .custody, .deadline, .form: return nil
    case .types, .rows, .file, .plausibility:
      guard examination.record == nil else { return nil }
      return examination.criteria == nil && !examination.tables.isEmpty
        ? Text("критерии работы не найдены", "the work's criteria are not known")
        : Text("протокол не прочитан", "the protocol was not read")
    case .sources:
      if examination.record == nil { return Text("протокол не прочитан", "the protocol was not read") }
      if examination.purpose == .comparison { return examination.reasonNotToCompare }
      if examination.purpose == .reconciliation { return examination.reasonNotToReconcile }
      let hasSecond = !examination.tables(.scores).isEmpty || examination.roster != nil
      return hasSecond ? nil : Text("второго источника нет", "there is no second source")
    }
  }
}

extension [Finding] {
  /// Takes over the severities that a district's policy changes.
  mutating func adopt(_ policy: DeadlinePolicy) {
    for change in policy.severities {
      guard let severity = Severity(rawValue: change.severity) else { continue }
      for index in indices where self[index].code == change.code { self[index].severity = severity }
    }
  }
}
