internal import Assessment
internal import Checking
internal import District
internal import HTTPTypes
internal import Hummingbird
internal import Registry
internal import SchoolCalendar

/// How the centre loads its plan and changes days in it.
struct PlanRoutes: Sendable {
  let plan: PlanDesk
  let examiner: Examiner
  let registry: DistrictRegistry
  let language: Language
  let now: @Sendable () -> Int

  func add(to router: RouterGroup<DeskContext>) {
    router.get("/plan") { _, context in
      PlanPage(language: language, session: try context.person(), check: try await plan.check(at: now())).page
        .response
    }
    router.post("/plan") { request, context in try await load(request, context) }
    router.post("/plan/cells") { request, context in try await change(request, context) }
  }

  private func load(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    guard let file = sent.files.first else { return Page.redirect(to: "/plan") }
    let told = await examiner.recognise(file.bytes, name: ShownName.of(file.name), language)
    guard told.role == Recognition.Kind.plan.rawValue || PlanDocument.isLikely(file.bytes) else {
      let problem = language.say("Это не план: \(told.why).", "This is no plan: \(told.why).")
      return PlanPage(
        language: language, session: try context.person(), check: try await plan.check(at: now()),
        problem: problem
      ).page.response
    }
    _ = try await plan.take(file.bytes, at: now())
    try note("plan", context)
    return Page.redirect(to: "/plan")
  }

  private func change(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    let value = try sent.text("value", limit: 10)
    guard let sheet = Int(try sent.text("sheet", limit: 3)), value.isEmpty || examiner.isDay(value),
      try await plan.correct(sheet: sheet, cell: try sent.text("cell", limit: 12), value: value, at: now())
        != nil
    else { throw HTTPError(.badRequest) }
    try note("plan-day", context)
    return Page.redirect(to: "/plan")
  }

  private func note(_ action: String, _ context: DeskContext) throws {
    try registry.audit(
      action, "", by: try context.person().account?.id, at: Moment(secondsSince1970: now()))
  }
}
