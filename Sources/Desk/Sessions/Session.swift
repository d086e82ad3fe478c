internal import Registry

/// Somebody at the desk: the cookie by which a browser is known, the token in its forms, and who it is.
struct Session: Sendable {
  /// The value of the cookie.
  let id: String
  /// The value that every form carries.
  let formToken: String
  /// The account at a district's desk; `nil` at the desk of one school.
  let account: Account?

  /// A new session of somebody.
  init(of account: Account? = nil) {
    id = RandomID.make()
    formToken = RandomID.make()
    self.account = account
  }
}
