internal import Synchronization

/// The way into the desk of one person at one computer: a link that works once (W4).
///
/// Another user of the same computer can reach the port, but has neither the link nor the cookie that it was changed for.
final class StartLink: Sendable {
  private let token: Mutex<String?>

  init(token: String) { self.token = Mutex(token) }

  /// Whether it is the link; it is used up by that.
  func open(_ given: String) -> Bool {
    token.withLock { token in
      guard let own = token, RandomID.areEqual(own, given) else { return false }
      token = nil
      return true
    }
  }
}
