internal import Assessment
internal import Checking
internal import HTTPTypes
internal import Hummingbird
internal import Registry
internal import SchoolCalendar
internal import Seasons

/// What an expert does: key the points of the works that were given to him.
struct MarkingRoutes: Sendable {
  let registry: DistrictRegistry
  let regulations: Regulations
  let language: Language
  /// Takes over what an expert has handed in.
  let handIn: @Sendable (Assignment, KeyedSheet) async throws -> Void
  let now: @Sendable () -> Int

  func add(to router: RouterGroup<DeskContext>) {
    router.get("/marking") { _, context in try list(context) }
    router.get("/marking/:id") { request, context in try sheet(request, context) }
    router.post("/marking/:id/entries") { request, context in try await take(request, context) }
    router.post("/marking/:id/finish") { request, context in try await finish(request, context) }
  }

  private func list(_ context: DeskContext) throws -> Response {
    let session = try context.person()
    let assignments = try registry.assignments(expert: session.account?.id ?? -1)
    return MarkingListPage(language: language, session: session, assignments: assignments).page.response
  }

  private func sheet(_ request: Request, _ context: DeskContext) throws -> Response {
    let assignment = try own(context)
    let entries = try registry.entries(of: assignment.id)
    return KeyingPage(
      language: language, session: try context.person(), assignment: assignment,
      sheet: try keyed(assignment, entries), pass: request.uri.queryParameters.get("pass") == "2" ? 2 : 1
    ).page.response
  }

  /// Values that the page sends, `number,code,task,points` a line; the answer is sent when they are on the disk.
  private func take(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    let assignment = try own(context)
    guard assignment.finished == nil, let pass = Int(try sent.text("pass", limit: 1)), (1...2).contains(pass)
    else {
      throw HTTPError(.badRequest)
    }
    let page = try sent.text("page", limit: 40)
    let tasks = try criteria(assignment).tasks
    let entries = try sent.text("entries", limit: 100_000).split(separator: "\n").map {
      line -> MarkingEntry in
      let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 4, let number = Int(parts[0]), let code = Int(parts[1]),
        let task = tasks.first(where: { $0.id.description == parts[2] }),
        KeyedSheet.isValue(parts[3], of: task), (1_000...999_999).contains(code)
      else { throw HTTPError(.badRequest) }
      return MarkingEntry(
        page: page, number: number, pass: pass, code: code, task: parts[2], points: parts[3])
    }
    try registry.record(entries, of: assignment.id, at: Moment(secondsSince1970: now()))
    return Response(status: .noContent)
  }

  private func finish(_ request: Request, _ context: DeskContext) async throws -> Response {
    _ = try await SentForm.read(request, context)
    let assignment = try own(context)
    let keyed = try keyed(assignment, try registry.entries(of: assignment.id))
    guard !keyed.keyed.isEmpty, keyed.missing == 0, keyed.isSampleDone, keyed.slips.isEmpty else {
      throw HTTPError(.badRequest)
    }
    let moment = Moment(secondsSince1970: now())
    try registry.finish(assignment.id, at: moment)
    try registry.audit("hand-in", "\(assignment.id)", by: try context.person().account?.id, at: moment)
    try await handIn(assignment, keyed)
    return Page.redirect(to: "/marking")
  }

  // MARK: The sheet

  /// The assignment of the path, if it was given to the one who asks.
  private func own(_ context: DeskContext) throws -> Assignment {
    let id = context.parameters.get("id", as: Int.self)
    let all = try registry.assignments(expert: try context.person().account?.id ?? -1)
    guard let assignment = all.first(where: { $0.id == id }) else { throw HTTPError(.notFound) }
    return assignment
  }

  private func criteria(_ assignment: Assignment) throws -> Criteria {
    guard let criteria = try? regulations.seasons.criteria(for: assignment.key.work) else {
      throw HTTPError(.notFound)
    }
    return criteria
  }

  private func keyed(_ assignment: Assignment, _ entries: [MarkingEntry]) throws -> KeyedSheet {
    let planned = try registry.plannedWorks().filter { $0.key == assignment.key }.compactMap(\.codes)
    return KeyedSheet(
      entries, tasks: try criteria(assignment).tasks, codes: planned.flatMap { Array($0) })
  }
}
