internal import Assessment
internal import HTTPTypes
internal import Hummingbird
internal import Registry
internal import SchoolCalendar
internal import Spreadsheet

/// The ways in and out of a district's desk.
struct AccountRoutes: Sendable {
  let registry: DistrictRegistry
  let sessions: Sessions
  let language: Language
  let isSecure: Bool
  let now: @Sendable () -> Int
  let attempts = Attempts()

  func add(to router: Router<DeskContext>) {
    router.get("/login") { _, _ in LoginPage(language: language).page.response }
    router.post("/login") { request, _ in try await logIn(request) }
    router.get("/invitations/:token") { _, context in try invitation(context) }
    router.post("/invitations/:token") { request, context in try await join(request, context) }
  }

  /// The way out, which needs a session.
  func addLogout(to router: RouterGroup<DeskContext>) {
    router.post("/logout") { request, context in
      _ = try await SentForm.read(request, context)
      sessions.close(try context.person().id)
      var response = Page.redirect(to: "/login")
      response.headers[.setCookie] = SessionCookie.end(isSecure: isSecure)
      return response
    }
  }

  // MARK: Log in

  private func logIn(_ request: Request) async throws -> Response {
    let sent = try await SentForm.readOpen(request)
    let login = try sent.text("login", limit: 64).lowercased()
    let password = try sent.text("password", limit: 512)
    let wait = attempts.wait(login, at: now())
    guard wait == 0 else {
      return refusal(
        language.say(
          "Слишком много неудачных попыток. Подождите \(wait) с и повторите.",
          "Too many failures. Wait \(wait) s and try again."), .tooManyRequests)
    }
    let known = try registry.account(login: login)
    guard let known, PasswordHash.matches(password, known.password) else {
      if known == nil { PasswordHash.pretend(password) }
      attempts.failed(login, at: now())
      try registry.audit("login-failed", known == nil ? "" : login, by: nil, at: moment)
      return refusal(
        language.say("Логин или пароль не подходит.", "Login or password do not fit."), .unauthorized)
    }
    attempts.succeeded(login)
    try registry.audit("login", "", by: known.account.id, at: moment)
    return enter(known.account)
  }

  private func refusal(_ words: String, _ status: HTTPResponse.Status) -> Response {
    LoginPage(language: language, problem: words, status: status).page.response
  }

  private func enter(_ account: Account) -> Response {
    let session = Session(of: account)
    sessions.open(session, at: now())
    var response = Page.redirect(to: "/")
    response.headers[.setCookie] = SessionCookie.field(session, isSecure: isSecure)
    return response
  }

  private var moment: Moment { Moment(secondsSince1970: now()) }

  // MARK: Invitations

  private func invitation(_ context: DeskContext) throws -> Response {
    let token = try context.parameters.require("token")
    return InvitationPage(language: language, token: token, invitation: try found(token)).page.response
  }

  private func found(_ token: String) throws -> Invitation {
    guard RandomID.isOne(token),
      let invitation = try registry.invitation(digest: sha256(Array(token.utf8)), at: moment)
    else { throw HTTPError(.notFound) }
    return invitation
  }

  private func join(_ request: Request, _ context: DeskContext) async throws -> Response {
    let token = try context.parameters.require("token")
    let invitation = try found(token)
    let sent = try await SentForm.readOpen(request)
    let login = try sent.text("login", limit: 64).lowercased()
    let password = try sent.text("password", limit: 512)
    func again(_ words: String) -> Response {
      InvitationPage(language: language, token: token, invitation: invitation, problem: words).page.response
    }
    guard Self.isLogin(login) else {
      return again(
        language.say(
          "Логин: от 3 до 32 латинских букв, цифр, точек и дефисов.",
          "A login has 3 to 32 Latin letters, digits, dots and dashes."))
    }
    guard password.count >= 10, password.lowercased() != login, let kept = PasswordHash.make(password) else {
      return again(
        language.say(
          "Пароль должен быть не короче 10 знаков и не совпадать с логином.",
          "A password has 10 characters or more and is not the login."))
    }
    guard
      let account = try registry.join(
        digest: sha256(Array(token.utf8)), login: login, password: kept, at: moment)
    else {
      return again(
        language.say("Такой логин уже занят, выберите другой.", "That login is taken, choose another one."))
    }
    try registry.audit("join", account.role.rawValue, by: account.id, at: moment)
    return enter(account)
  }

  private static func isLogin(_ text: String) -> Bool {
    (3...32).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (48...57).contains($0) || (97...122).contains($0) || $0 == 46 || $0 == 45 || $0 == 95
      }
  }
}
