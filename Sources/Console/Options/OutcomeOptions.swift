package import ArgumentParser
package import Assessment

/// From which findings on a run ends with 1.
package struct OutcomeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "С какой тяжести выходить с кодом 1: info, warning, query, error, fatal.",
        "From which severity on to exit with 1: info, warning, query, error, fatal."), valueName: "severity"))
  package var failOn: Severity = .query

  package init() {}
}
