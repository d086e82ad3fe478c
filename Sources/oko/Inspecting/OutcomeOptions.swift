import ArgumentParser
import Assessment
import Console

/// From which findings on a run ends with 1, for commands that inspect without a clock.
struct OutcomeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "С какой тяжести выходить с кодом 1: info, warning, query, error, fatal.",
        "From which severity on to exit with 1: info, warning, query, error, fatal."), valueName: "severity"))
  var failOn: Severity = .query
}

extension Inspection {
  /// The codes that the findings give a run; none when nothing is grave enough.
  func exits(failOn: Severity) -> [Exit] {
    findings.compactMap { finding in
      if finding.severity == .fatal {
        return ["SYS001", "OUT001"].contains(finding.code) ? .ownFailure : .unreadable
      }
      return finding.severity >= failOn && finding.explanation == nil ? .findings : nil
    }
  }
}
