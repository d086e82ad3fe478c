internal import HTTPTypes
internal import Hummingbird
internal import Registry

/// Lets only those in who have a session; the others are asked to come in first.
struct SessionGuard: RouterMiddleware {
  let sessions: Sessions
  /// Whether there is a page to log in; without one the program's link is the way.
  let hasLogin: Bool
  let now: @Sendable () -> Int

  func handle(
    _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    guard let value = request.cookies[SessionCookie.name]?.value,
      let session = sessions.find(value, at: now())
    else {
      if hasLogin, request.method == .get { return Page.redirect(to: "/login") }
      throw HTTPError(.unauthorized)
    }
    var context = context
    context.session = session
    return try await next(request, context)
  }
}

/// Lets only accounts of some roles on.
struct RoleGuard: RouterMiddleware {
  let roles: Set<Role>

  func handle(
    _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    // Who may not see a page is not told that it exists.
    guard let role = context.session?.account?.role, roles.contains(role) else { throw HTTPError(.notFound) }
    return try await next(request, context)
  }
}

/// The cookie of a session: not for scripts, not from other sites, over TLS alone where there is TLS.
enum SessionCookie {
  static let name = "oko_desk"

  static func field(_ session: Session, isSecure: Bool) -> String {
    "\(name)=\(session.id); Path=/; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "")
  }

  static func end(isSecure: Bool) -> String {
    "\(name)=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0" + (isSecure ? "; Secure" : "")
  }
}
