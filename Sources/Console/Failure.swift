internal import Assessment

/// The exit codes of the program (documented and tested; never a count).
package enum Exit: Int32, CaseIterable {
  case clean = 0
  case findings = 1
  case usage = 2
  case unreadable = 3
  case noInput = 4
  case refused = 5
  case deadlineMissed = 6
  case ownFailure = 70
  case interrupted = 130

  /// What the code says, for help and manual.
  package var meaning: String {
    switch self {
    case .clean: say("замечаний нет", "nothing at or above --fail-on (default: query)")
    case .findings: say("есть замечания", "findings")
    case .usage: say("команда или настройки неверны", "wrong usage or configuration")
    case .unreadable: say("файл не прочитан или не проверен", "an input could not be read or checked")
    case .noInput: say("файла нет", "no such file")
    case .refused:
      say(
        "convert или compare --merge отказали: ничего не записано",
        "convert, or compare --merge, refused: nothing was written")
    case .deadlineMissed:
      say("срок прошёл (с --enforce-deadline)", "the upload is overdue (with --enforce-deadline)")
    case .ownFailure: say("сбой самой программы", "our own failure")
    case .interrupted: say("прервано", "interrupted")
    }
  }

  /// All codes with what they say, a line each.
  package static var list: String {
    allCases.map { "\($0.rawValue)  \($0.meaning)" }.joined(separator: "\n")
  }

  /// The worst of several, in the order 70, 2, 3, 5, 1, 6, 4, 0.
  package static func worst(_ codes: [Exit]) -> Exit {
    let order: [Exit] = [
      .interrupted, .ownFailure, .usage, .unreadable, .refused, .findings, .deadlineMissed, .noInput, .clean,
    ]
    return order.first { codes.contains($0) } ?? .clean
  }
}

/// Ends the run with a code and, if there is something to say, a sentence on stderr.
package struct Failure: Error {
  package let exit: Exit
  package let message: String?

  package init(_ exit: Exit, _ message: String? = nil) {
    self.exit = exit
    self.message = message
  }

  package static func usage(_ ru: String, _ en: String) -> Failure { Failure(.usage, say(ru, en)) }
}
