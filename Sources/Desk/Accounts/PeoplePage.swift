internal import Assessment
internal import Hummingbird
internal import Registry
internal import SchoolCalendar
internal import Spreadsheet

/// Accounts as the centre sees them, with a form to invite somebody.
struct PeoplePage {
  let language: Language
  let session: Session
  let accounts: [Account]
  let schools: [RegisteredSchool]
  let trail: [AuditLine]
  /// The link of an invitation that was just made: it is shown once.
  var link: String?
  var problem: String?

  var page: Page {
    Page(
      title: language.say("Люди", "People"), language: language, content: content, token: session.formToken,
      account: session.account)
  }

  private var content: HTML {
    """
    <h1>\(language.say("Люди", "People"))</h1>
    \(link.map { shown($0) })
    \(problem.map { HTML.alert($0) })
    <div class="desk"><div class="left">
    <section class="card"><h2>\(language.say("Учётные записи", "Accounts"))</h2>
    \(HTML.table(language.say("Учётные записи", "Accounts"), heads, accounts.map { line($0) }))</section>
    <section class="card"><details><summary>\(language.say("Журнал действий", "Audit trail"))</summary>
    \(HTML.table(language.say("Журнал действий", "Audit trail"), trailHeads, trail.map { line($0) }))</details></section>
    </div><div class="right">\(form)\(erasure)</div></div>
    """
  }

  private var heads: [String] {
    [
      language.say("Кто", "Who"), language.say("Роль", "Role"), language.say("Школа", "School"),
      language.say("Логин", "Login"), language.say("Действие", "Action"),
    ]
  }

  private var trailHeads: [String] {
    [
      language.say("Когда", "When"), language.say("Кто", "Who"), language.say("Действие", "Action"),
      language.say("О чём", "About"),
    ]
  }

  private func shown(_ link: String) -> HTML {
    """
    <section class="card notice" role="status"><p>\(language.say(
      "Передайте эту ссылку человеку. Она действует один раз, 7 дней, и больше не будет показана:",
      "Give this link to the person. It works once, for 7 days, and is not shown again:"))</p>
    <p><code>\(link)</code></p></section>
    """
  }

  private func line(_ account: Account) -> HTML {
    let close: HTML =
      account.closed != nil
      ? "\(language.say("закрыта", "closed"))"
      : account.id == session.account?.id
        ? "\(language.say("это вы", "this is you"))"
        : """
        <form method="post" action="/people/\(account.id)/close" class="inline"><input type="hidden" name="token" value="\(
          session.formToken)"><button class="quiet">\(language.say("Закрыть", "Close"))</button></form>
        """
    return """
      <tr><td>\(account.name)</td><td>\(account.role.word[language])</td><td>\(account.school ?? "")</td><td>\(
        account.login)</td><td>\(close)</td></tr>
      """
  }

  private func line(_ line: AuditLine) -> HTML {
    """
    <tr><td><time data-time="\(line.at.secondsSince1970)"></time></td><td>\(line.login ?? "—")</td><td>\(
      line.action)</td><td>\(line.object)</td></tr>
    """
  }

  private var form: HTML {
    let roles = Role.allCases.map { role -> HTML in
      "<option value=\"\(role.rawValue)\">\(role.word[language])</option>"
    }
    let options = schools.map { school -> HTML in
      "<option value=\"\(school.login)\">\(school.name.isEmpty ? school.login : "\(school.name) (\(school.login))")</option>"
    }
    return """
      <section class="card"><h2>\(language.say("Пригласить", "Invite"))</h2>
      <form method="post" action="/people"><input type="hidden" name="token" value="\(session.formToken)">
      <label for="name">\(language.say("Фамилия, имя, отчество сотрудника", "Name of the member of staff"))</label>
      <input id="name" name="name" maxlength="120" required>
      <label for="role">\(language.say("Роль", "Role"))</label><select id="role" name="role">\(roles)</select>
      <label for="school">\(language.say("Школа координатора или эксперта", "School of a coordinator or expert"))</label>
      <input id="school" name="school" list="schools" pattern="edu[0-9]{6}" placeholder="edu380001"><datalist id="schools">\(options)</datalist>
      <p><button>\(language.say("Создать приглашение", "Make an invitation"))</button></p></form></section>
      """
  }
}

extension PeoplePage {
  /// A way to forget a school, behind a fold and a login that has to be typed.
  private var erasure: HTML {
    """
    <details class="card erase"><summary>\(language.say("Стереть школу", "Erase a school"))</summary>
    <form method="post" action="/people/erase"><input type="hidden" name="token" value="\(session.formToken)">
    <p>\(language.say(
      "Работы, файлы, история, пояснения, учётные записи координаторов стираются без следа; принятые архивы удаляются все. В плане строка школы остаётся: удалите её там.",
      "Works, files, history, explanations and the coordinators' accounts are erased without a trace; archives that were taken are all removed. The school's line in the plan stays: remove it there."))</p>
    <label for="erased">\(language.say("Логин школы", "The school's login"))</label>
    <input id="erased" name="school" pattern="edu[0-9]{6}" placeholder="edu380001" required autocomplete="off">
    <p><button class="danger">\(language.say("Стереть без следа", "Erase without a trace"))</button></p></form></details>
    """
  }
}

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
