internal import Synchronization

/// How often somebody may try to log in: after five failures each one doubles the time to the next try (W24).
final class Attempts: Sendable {
  private struct Failures {
    var count: Int
    var last: Int
  }

  private let failures = Mutex<[String: Failures]>([:])
  private static let free = 5
  private static let longest = 900

  /// The seconds to wait before the next try; 0 for none.
  func wait(_ key: String, at now: Int) -> Int {
    failures.withLock { failures in
      guard let own = failures[key], own.count >= Self.free else { return 0 }
      return max(0, own.last + Self.pause(own.count) - now)
    }
  }

  /// A try failed.
  func failed(_ key: String, at now: Int) {
    failures.withLock { failures in
      if failures.count > 10_000 { failures = failures.filter { now - $0.value.last < Self.longest } }
      failures[key] = Failures(count: (failures[key]?.count ?? 0) + 1, last: now)
    }
  }

  /// A try succeeded.
  func succeeded(_ key: String) { failures.withLock { $0[key] = nil } }

  private static func pause(_ count: Int) -> Int { min(longest, 1 << min(10, count - free + 1)) }
}
