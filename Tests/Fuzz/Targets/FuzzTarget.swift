import Glibc

/// One thing that is fed with bytes of any kind: it must come back, and what it promises must hold.
public struct FuzzTarget: Sendable {
  /// The name, which is that of its folders of seeds and finds too.
  public let name: String
  /// Does the work; a broken promise ends the process.
  public let run: @Sendable (_ input: [UInt8]) -> Void

  /// All of them.
  public static let all: [FuzzTarget] = [
    .sheet, .rows, .strings, .styles, .workbook, .ods, .text, .references, .numbers, .headers, .protocol,
    .filling, .annotating, .district,
  ]
}

/// Ends the process: something that must always hold does not.
func mustHold(_ condition: Bool, _ what: @autoclosure () -> String) {
  guard !condition else { return }
  let text = what() + "\n"
  _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  abort()
}
