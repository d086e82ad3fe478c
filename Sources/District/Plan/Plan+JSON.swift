public import Assessment
public import Reports
internal import SchoolCalendar
internal import Spreadsheet

extension JSON {
  /// A plan as JSON (`schemas/plan.schema.json`); what was not understood stands there as it was written.
  public init(plan: Plan) {
    self = .object([
      ("schema", .string("oko/plan/1")), ("season", JSON(plan.season)),
      (
        "schools",
        .array(
          plan.schools.map {
            .fields([("login", $0.login.json), ("name", $0.name.json), ("coordinator", $0.coordinator.json)])
          })
      ),
      ("works", .array(plan.works.map { Self.work($0, in: plan) })),
      (
        "observers",
        .array(plan.observers.map { .fields([("name", $0.name.json), ("workplace", $0.workplace.json)]) })
      ),
      (
        "experts",
        .array(
          plan.experts.map {
            .fields([
              ("name", $0.name.json), ("school", $0.school.json), ("subject", $0.subject.json),
              ("experience", $0.experience.json),
            ])
          })
      ),
      (
        "approvals",
        .array(
          plan.approvals.map {
            .fields([
              ("what", $0.subject.json { .string($0.key) }),
              ("date", $0.day.json { .string($0.description) }),
              ("number", $0.number.json),
            ])
          })
      ),
    ])
  }

  private static func work(_ work: Plan.PlannedWork, in plan: Plan) -> JSON {
    .fields([
      ("school", plan.school(work.school.value)?.login.json ?? work.school.json),
      (
        "grade", work.grade.json { $0.letters.isEmpty ? .int($0.grade) : .string("\($0.grade)\($0.letters)") }
      ),
      ("subject", work.subject.json), ("level", work.level.json { .string($0.rawValue) }),
      ("held", work.held.json { .string($0.description) }), ("participants", work.participants.json),
      ("firstCode", work.firstCode.json), ("lastCode", work.lastCode.json), ("observer", work.observer.json),
      ("expert", work.experts.first?.json ?? .null),
      ("secondExpert", work.experts.dropFirst().first?.json ?? .null),
    ])
  }

  /// An object without the fields that hold nothing.
  private static func fields(_ pairs: [(String, JSON)]) -> JSON {
    .object(pairs.filter { if case .null = $0.1 { false } else { true } })
  }
}

extension Plan.Approved {
  /// The word that stands for it in JSON.
  fileprivate var key: String {
    switch self {
    case .schools: "schools"
    case .observers: "observers"
    case .experts: "experts"
    case .schedule: "schedule"
    }
  }
}

extension PlanField {
  fileprivate func json(_ turn: (Value) -> JSON) -> JSON {
    switch reading {
    case .blank: .null
    case .unclear: .string(actual?.raw ?? "")
    case .value(let value): turn(value)
    }
  }
}

extension PlanField<String> {
  fileprivate var json: JSON { json { .string($0) } }
}

extension PlanField<Int> {
  fileprivate var json: JSON { json { .int($0) } }
}
