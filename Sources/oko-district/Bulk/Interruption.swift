import Glibc
import Synchronization

/// Ctrl-C: the run stops taking on work and sums up; a second one ends it at once.
enum Interruption {
  private static let hasCome = Atomic<Bool>(false)

  /// Whether the run is to stop.
  static var isOn: Bool { hasCome.load(ordering: .relaxed) }

  static func watch() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        Interruption.hasCome.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }
}
