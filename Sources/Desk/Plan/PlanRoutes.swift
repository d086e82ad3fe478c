internal import Assessment
internal import Checking
internal import District
internal import HTTPTypes
internal import Hummingbird
internal import Registry
internal import SchoolCalendar

/// How the centre loads its plan and edits it, entry by entry.
struct PlanRoutes: Sendable {
  let plan: PlanDesk
  let examiner: Examiner
  let registry: DistrictRegistry
  let language: Language
  let now: @Sendable () -> Int

  func add(to router: RouterGroup<DeskContext>) {
    router.get("/plan") { request, context in try await page(request, context) }
    router.post("/plan") { request, context in try await load(request, context) }
    router.get("/plan/file") { _, _ in try await download() }
    router.get("/plan/:list/:entry") { _, context in try await entry(context) }
    router.post("/plan/:list/:entry") { request, context in try await save(request, context) }
    router.post("/plan/:list/:entry/remove") { request, context in try await remove(request, context) }
  }

  // MARK: Looking

  private func page(
    _ request: Request?, _ context: DeskContext, problem: String? = nil
  ) async throws -> Response {
    let query = request?.uri.queryParameters
    let state = try await plan.state(at: now())
    return PlanPage(
      language: language, session: try context.person(), state: state,
      planned: state == nil ? try registry.plannedWorks().count : 0,
      text: String((query?.get("text") ?? "").prefix(80)), problem: problem
    ).page.response
  }

  private func entry(_ context: DeskContext, problem: String? = nil) async throws -> Response {
    let state = try await plan.state(at: now())
    let list = try list(context)
    let draft = PlanDraft(state?.check.plan ?? Plan())
    let place = try context.parameters.require("entry")
    let entry = PlanEntry(list, place == "new" ? draft.entries(of: list).count : Int(place) ?? -1)
    guard place == "new" || draft[entry] != nil else { throw HTTPError(.notFound) }
    return PlanEntryPage(
      language: language, session: try context.person(), state: state, draft: draft, entry: entry,
      problem: problem
    ).page.response
  }

  private func list(_ context: DeskContext) throws -> PlanTable.Kind {
    guard let list = PlanTable.Kind(rawValue: try context.parameters.require("list")) else {
      throw HTTPError(.notFound)
    }
    return list
  }

  private func download() async throws -> Response {
    guard let bytes = try await plan.workbook(at: now()) else { throw HTTPError(.notFound) }
    return Download(bytes: bytes, name: "план.xlsx", fallback: "plan.xlsx").response
  }

  // MARK: Changing

  private func load(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    guard let file = sent.files.first else { return Page.redirect(to: "/plan") }
    let told = await examiner.recognise(file.bytes, name: ShownName.of(file.name), language)
    guard told.role == Recognition.Kind.plan.rawValue || PlanDocument.isLikely(file.bytes) else {
      return try await page(
        nil, context, problem: language.say("Это не план: \(told.why).", "This is no plan: \(told.why)."))
    }
    try await plan.take(file.bytes, at: now())
    try note("plan", "", context)
    return Page.redirect(to: "/plan")
  }

  private func save(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    let list = try list(context)
    var values: PlanDraft.Values = [:]
    for field in PlanDraft.fields(of: list) where sent[field] != nil {
      values[field] = try sent.text(field, limit: 200)
    }
    let place = try context.parameters.require("entry")
    let (number, put) = (Int(place), values)
    guard place == "new" || number != nil else { throw HTTPError(.notFound) }
    let edit = try await plan.edit(try sent.text("mark", limit: 16), at: now()) { draft in
      let end = draft.entries(of: list).count
      return number.map { $0 < end } ?? true ? draft.put(put, into: PlanEntry(list, number ?? end)) : false
    }
    return try await after(edit, "plan-\(place == "new" ? "add" : "edit")", list, context)
  }

  private func remove(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    let list = try list(context)
    guard let number = context.parameters.get("entry", as: Int.self) else { throw HTTPError(.notFound) }
    let edit = try await plan.edit(try sent.text("mark", limit: 16), at: now()) { draft in
      draft.remove(PlanEntry(list, number))
    }
    return try await after(edit, "plan-remove", list, context)
  }

  private func after(
    _ edit: PlanDesk.Edit, _ action: String, _ list: PlanTable.Kind, _ context: DeskContext
  ) async throws -> Response {
    switch edit {
    case .noSuchEntry: throw HTTPError(.notFound)
    case .changedMeanwhile:
      return try await page(
        nil, context,
        problem: language.say(
          "План изменился, пока вы его правили: правка не записана. Посмотрите строку ещё раз и повторите.",
          "The plan has changed while you were editing: nothing was written. Look at the line again and repeat."
        ))
    case .done:
      try note(action, list.rawValue, context)
      return Page.redirect(to: "/plan#\(list.rawValue)")
    }
  }

  private func note(_ action: String, _ subject: String, _ context: DeskContext) throws {
    try registry.audit(
      action, subject, by: try context.person().account?.id, at: Moment(secondsSince1970: now()))
  }
}
