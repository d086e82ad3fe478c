extension Plan {
  /// One value of one entry, as the rules about holes and unreadable values see it.
  struct Value {
    let column: PlanColumn
    /// What tells the entry within the plan.
    let entry: String
    let table: PlanTable.Kind
    let place: Place
    let actual: Actual?
    let isBlank: Bool
    let isUnclear: Bool
    let isRequired: Bool
  }

  /// Every value of the plan, in the order of its tables.
  var values: [Value] {
    schools.flatMap { Self.values(of: $0) } + works.flatMap { Self.values(of: $0) }
      + observers.flatMap { Self.values(of: $0) } + experts.flatMap { Self.values(of: $0) }
      + approvals.flatMap { Self.values(of: $0) }
  }

  private static func values(of school: School) -> [Value] {
    let entry = school.login.value ?? school.name.value ?? "?"
    return [
      value(.login, school.login, entry, .schools), value(.schoolName, school.name, entry, .schools),
      value(.coordinator, school.coordinator, entry, .schools, isRequired: false),
    ]
  }

  private static func values(of work: PlannedWork) -> [Value] {
    let entry = work.key
    return [
      value(.login, work.school, entry, .works), value(.grade, work.grade, entry, .works),
      value(.subject, work.subject, entry, .works),
      value(.level, work.level, entry, .works, isRequired: false),
      value(.held, work.held, entry, .works),
      value(.participants, work.participants, entry, .works, isRequired: false),
      value(.firstCode, work.firstCode, entry, .works, isRequired: !work.lastCode.isBlank),
      value(.lastCode, work.lastCode, entry, .works, isRequired: !work.firstCode.isBlank),
      value(.observer, work.observer, entry, .works, isRequired: false),
    ] + work.experts.map { value(.expert, $0, entry, .works, isRequired: false) }
  }

  private static func values(of observer: Observer) -> [Value] {
    let entry = observer.name.value ?? "?"
    return [
      value(.person, observer.name, entry, .observers),
      value(.workplace, observer.workplace, entry, .observers),
    ]
  }

  private static func values(of expert: Expert) -> [Value] {
    let entry = expert.name.value ?? "?"
    return [
      value(.person, expert.name, entry, .experts), value(.login, expert.school, entry, .experts),
      value(.subject, expert.subject, entry, .experts),
      value(.experience, expert.experience, entry, .experts),
    ]
  }

  private static func values(of approval: Approval) -> [Value] {
    let entry = approval.subject.value?.rawValue ?? "?"
    return [
      value(.approved, approval.subject, entry, .approvals),
      // An approval without a day is none (PLN015).
      value(.held, approval.day, entry, .approvals, isRequired: false),
      value(.number, approval.number, entry, .approvals, isRequired: false),
    ]
  }

  private static func value<T>(
    _ column: PlanColumn, _ field: PlanField<T>, _ entry: String, _ table: PlanTable.Kind,
    isRequired: Bool = true
  ) -> Value {
    Value(
      column: column, entry: entry, table: table, place: field.place, actual: field.actual,
      isBlank: field.isBlank, isUnclear: field.reading == .unclear, isRequired: isRequired)
  }
}
