import Assessment
import Console
import Glibc

/// Where a long run stands: on one line of a terminal, or in lines for another program; silent elsewhere.
struct Progress {
  /// What the run is doing.
  enum Step: String {
    case files, works

    fileprivate var title: String {
      switch self {
      case .files: say("Файлы", "Files")
      case .works: say("Работы", "Works")
      }
    }
  }

  private let step: Step
  private let isShown = isatty(STDERR_FILENO) == 1
  private let isTold: Bool
  private let total: Int
  private let start = ContinuousClock.now
  private var done = 0
  private var shown = ContinuousClock.now

  /// A step of a run with so many parts.
  ///
  /// - Parameter isTold: whether a line `works 3 57` goes to stderr now and then, for the program that has started this one.
  init(_ step: Step, total: Int, isTold: Bool) {
    self.step = step
    self.total = total
    self.isTold = isTold
    if isTold { tell() }
  }

  private func tell() {
    Standard.write(Array("\(step.rawValue) \(done) \(total)\n".utf8), to: STDERR_FILENO)
  }

  /// One part is done.
  mutating func step(_ current: String) {
    done += 1
    let now = ContinuousClock.now
    guard isShown || isTold, done == total || shown.duration(to: now) > .milliseconds(100) else { return }
    shown = now
    guard !isTold else { return tell() }
    let left = start.duration(to: now) / done * (total - done)
    let seconds = Int(left.components.seconds)
    let rest =
      seconds < 1
      ? ""
      : say(", ещё \(seconds / 60) мин \(seconds % 60) с", ", \(seconds / 60) min \(seconds % 60) s left")
    Standard.write(
      Array("\r\u{1B}[K\(step.title) \(done)/\(total)  \(current)\(rest)".utf8), to: STDERR_FILENO)
  }

  /// Takes the line away.
  func end() {
    if isShown, !isTold { Standard.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
  }
}
