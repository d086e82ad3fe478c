internal import Registry
internal import Synchronization

/// The sessions of a desk: in memory, so that a restart asks everybody in anew.
final class Sessions: Sendable {
  /// How long a session lasts without a request, seconds.
  static let idle = 4 * 3600
  /// How long it lasts at most, seconds.
  static let whole = 14 * 3600

  private struct Entry {
    let session: Session
    let opened: Int
    var seen: Int
  }

  private let entries = Mutex<[String: Entry]>([:])

  /// Opens a session; the ones that are over go.
  func open(_ session: Session, at now: Int) {
    entries.withLock { entries in
      entries = entries.filter { Self.holds($0.value, now) }
      entries[session.id] = Entry(session: session, opened: now, seen: now)
    }
  }

  /// The session of a cookie, if it still holds.
  func find(_ cookie: String, at now: Int) -> Session? {
    entries.withLock { entries in
      guard let entry = entries[cookie] else { return nil }
      guard Self.holds(entry, now) else {
        entries[cookie] = nil
        return nil
      }
      entries[cookie]?.seen = now
      return entry.session
    }
  }

  /// Ends a session.
  func close(_ id: String) { entries.withLock { $0[id] = nil } }

  /// Ends all sessions of an account.
  func close(account: Int) {
    entries.withLock { entries in entries = entries.filter { $0.value.session.account?.id != account } }
  }

  private static func holds(_ entry: Entry, _ now: Int) -> Bool {
    // The desk of one school stays open as long as the program runs.
    entry.session.account == nil || now - entry.seen < idle && now - entry.opened < whole
  }
}
