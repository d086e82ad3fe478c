internal import Assessment
public import Reports
internal import SchoolCalendar

extension JSON {
  /// The answer of `oko plan check`: the works with their terms, what was found, the days that would do.
  public init(planCheck check: PlanCheck) {
    let inspection = check.inspection
    let isClean = inspection.findings.allSatisfy { $0.severity < .query || $0.explanation != nil }
    let status = inspection.worst == .fatal ? "refused" : isClean ? "clean" : "findings"
    self = .object([
      ("schema", .string("oko/plan-check/1")), ("status", .string(status)),
      ("summary", .object(Severity.allCases.reversed().map { ($0.rawValue, .int(inspection.count($0))) })),
      ("season", JSON(check.plan?.season)), ("schools", .int(check.plan?.schools.count ?? 0)),
      ("works", .array(Self.works(of: check))),
      ("findings", .array(JSON.findings(of: inspection))),
      ("proposals", .array(check.proposals.map { JSON($0) })),
      (
        "assumptions",
        .object([
          ("expertLoad", .int(inspection.examination.policy.expertLoad)),
          ("worksWithoutNumbers", .int(check.worksWithoutNumbers)),
        ])
      ),
    ])
  }

  private static func works(of check: PlanCheck) -> [JSON] {
    zip(check.plan?.works ?? [], check.inspection.examination.plannedTerms).map { work, terms -> JSON in
      let login = check.plan?.school(work.school.value)?.login.value ?? work.school.value
      let expert = JSON.object([("due", JSON(terms?.expertDue.description))])
      let upload = JSON.object([("due", JSON(terms?.due.description))])
      let level = work.level.value ?? .basic
      return .object([
        ("school", JSON(login)), ("grade", JSON(work.grade.value?.grade)),
        ("classes", JSON(work.grade.value?.letters)), ("subject", JSON(work.subject.value)),
        ("level", .string(level.rawValue)), ("held", JSON(work.held.value?.description)),
        ("participants", JSON(work.participants.value)), ("expert", expert), ("upload", upload),
      ])
    }
  }

  private init(_ proposal: DayProposal) {
    self = .object([
      ("work", .string(proposal.entry)), ("held", .string(proposal.held.description)),
      ("impossible", .bool(proposal.isImpossible)), ("reasons", .array(proposal.reasons.map { .string($0) })),
      ("days", .array(proposal.days.map { .string($0.description) })),
    ])
  }
}
