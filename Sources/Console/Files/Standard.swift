internal import Glibc

/// Data goes to stdout, everything else to stderr.
package enum Standard {
  package static func out(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

  package static func error(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

  /// Whether stdout is a terminal that wants colours.
  package static var isColoured: Bool { isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil }

  package static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      // An answer that was cut short must not look like a whole one.
      guard count > 0 else { giveUp(errno, descriptor) }
      rest = rest.dropFirst(count)
    }
  }

  private static func giveUp(_ code: Int32, _ descriptor: Int32) -> Never {
    if descriptor != STDERR_FILENO {
      error(
        say("Ответ не выведен целиком: ", "The answer was not written whole: ")
          + String(cString: strerror(code)))
    }
    exit(Exit.ownFailure.rawValue)
  }
}
