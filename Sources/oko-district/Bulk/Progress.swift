import Assessment
import Console
import Glibc

/// Where a long run stands, on one line of a terminal; silent elsewhere.
struct Progress {
  private let isShown = isatty(STDERR_FILENO) == 1
  private let total: Int
  private let title: String
  private let start = ContinuousClock.now
  private var done = 0
  private var shown = ContinuousClock.now

  /// A step of a run with so many parts.
  init(_ title: String, total: Int) {
    self.title = title
    self.total = total
  }

  /// One part is done.
  mutating func step(_ current: String) {
    done += 1
    let now = ContinuousClock.now
    guard isShown, done == total || shown.duration(to: now) > .milliseconds(100) else { return }
    shown = now
    let left = start.duration(to: now) / done * (total - done)
    let seconds = Int(left.components.seconds)
    let rest =
      seconds < 1
      ? ""
      : say(", ещё \(seconds / 60) мин \(seconds % 60) с", ", \(seconds / 60) min \(seconds % 60) s left")
    Standard.write(Array("\r\u{1B}[K\(title) \(done)/\(total)  \(current)\(rest)".utf8), to: STDERR_FILENO)
  }

  /// Takes the line away.
  func end() {
    if isShown { Standard.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
  }
}
