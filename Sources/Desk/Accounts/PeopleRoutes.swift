internal import Assessment
internal import HTTPTypes
internal import Hummingbird
internal import Registry
internal import SchoolCalendar
internal import Spreadsheet

/// What the centre does with accounts, and with the data of a school that leaves.
struct PeopleRoutes: Sendable {
  let registry: DistrictRegistry
  let sessions: Sessions
  let store: SubmissionStore
  let inbox: Inbox?
  let language: Language
  let origin: @Sendable () -> String
  let now: @Sendable () -> Int

  func add(to router: RouterGroup<DeskContext>) {
    router.get("/people") { _, context in try page(context).response }
    router.post("/people") { request, context in try await invite(request, context) }
    router.post("/people/erase") { request, context in try await erase(request, context) }
    router.post("/people/:id/close") { request, context in try await close(request, context) }
  }

  private func page(
    _ context: DeskContext, link: String? = nil, problem: String? = nil
  ) throws -> Page {
    PeoplePage(
      language: language, session: try context.person(), accounts: try registry.accounts(),
      schools: try registry.schools(), trail: try registry.trail(), link: link, problem: problem
    ).page
  }

  private func erase(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    let school = try sent.text("school", limit: 9)
    guard Self.isSchool(school) else { throw HTTPError(.badRequest) }
    guard try await inbox?.erase(of: school) ?? true else {
      return try page(
        context,
        problem: language.say(
          "Идёт приём файлов: дождитесь конца проверки и повторите.",
          "Files are being taken: wait for the end of the check, then repeat.")
      ).response
    }
    for account in try registry.accounts() where account.school == school {
      sessions.close(account: account.id)
    }
    try await store.erase(of: school)
    _ = try registry.erase(school: school)
    // The trail tells that a school was erased, and not which one.
    try registry.audit(
      "erase-school", "", by: try context.person().account?.id, at: Moment(secondsSince1970: now()))
    return Page.redirect(to: "/people")
  }

  private func invite(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    let name = try sent.text("name", limit: 120)
    let school = sent["school"].flatMap { $0.isEmpty ? nil : $0 }
    guard let role = Role(rawValue: try sent.text("role")), !name.isEmpty,
      school.map({ Self.isSchool($0) }) ?? (role != .school)
    else { throw HTTPError(.badRequest) }
    let token = RandomID.make()
    let moment = Moment(secondsSince1970: now())
    try registry.invite(
      Invitation(role: role, school: school, name: name), digest: sha256(Array(token.utf8)),
      until: Moment(secondsSince1970: now() + 7 * 86_400), at: moment)
    try registry.audit("invite", role.rawValue, by: try context.person().account?.id, at: moment)
    return try page(context, link: "\(origin())/invitations/\(token)").response
  }

  private func close(_ request: Request, _ context: DeskContext) async throws -> Response {
    _ = try await SentForm.read(request, context)
    guard let id = context.parameters.get("id", as: Int.self), id != context.session?.account?.id else {
      throw HTTPError(.badRequest)
    }
    let moment = Moment(secondsSince1970: now())
    try registry.close(account: id, at: moment)
    try registry.audit("close-account", "\(id)", by: try context.person().account?.id, at: moment)
    sessions.close(account: id)
    return Page.redirect(to: "/people")
  }

  /// `edu380001`.
  static func isSchool(_ text: String) -> Bool {
    text.hasPrefix("edu") && text.utf8.count == 9
      && text.dropFirst(3).utf8.allSatisfy { (48...57).contains($0) }
  }
}
