internal import Assessment
internal import Spreadsheet

/// A check as JUnit's XML, which build servers read: a suite for each step, a case for each rule that found nothing and
/// for each finding.
///
/// An error or an unexplained query is a failure, a refusal an error; what is allowed passes with its words. A step that
/// did not run is skipped.
struct JUnitReport {
  private let inspection: Inspection
  private let language: Language

  init(_ inspection: Inspection, _ language: Language) {
    self.inspection = inspection
    self.language = language
  }

  /// The document.
  var text: String {
    let suites = inspection.steps.map(suite)
    let total = suites.reduce(Count()) { $0 + $1.count }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"oko\" tests=\"\(total.tests)\""
      + " failures=\"\(total.failures)\" errors=\"\(total.errors)\">\n"
      + suites.map(\.xml).joined() + "</testsuites>\n"
  }

  private struct Count {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0

    static func + (a: Count, b: Count) -> Count {
      Count(
        tests: a.tests + b.tests, failures: a.failures + b.failures, errors: a.errors + b.errors,
        skipped: a.skipped + b.skipped)
    }
  }

  // MARK: Suites

  private func suite(_ step: Inspection.Step) -> (xml: String, count: Count) {
    var count = Count()
    var cases = ""
    if let reason = step.reason {
      count.skipped = 1
      count.tests = 1
      cases = testCase(
        step.phase.title[language], step.phase.rawValue,
        "<skipped message=\"\(XMLText.escaped(reason[language]))\"/>")
    } else {
      let found = Dictionary(
        grouping: inspection.findings.filter { $0.rule?.phase == step.phase }, by: \.code)
      for rule in RuleBook.all where rule.phase == step.phase {
        let findings = found[rule.code] ?? []
        if findings.isEmpty {
          count.tests += 1
          cases += testCase("\(rule.code) \(rule.title[language])", step.phase.rawValue, "")
        }
        for finding in findings { cases += self.finding(finding, step.phase, &count) }
      }
    }
    let xml =
      "  <testsuite name=\"\(XMLText.escaped(step.phase.title[language]))\" tests=\"\(count.tests)\""
      + " failures=\"\(count.failures)\" errors=\"\(count.errors)\" skipped=\"\(count.skipped)\">\n\(cases)"
      + "  </testsuite>\n"
    return (xml, count)
  }

  private func finding(_ finding: Finding, _ phase: Phase, _ count: inout Count) -> String {
    count.tests += 1
    let place = PlaceNames(finding.place, in: inspection.examination).text
    let name = [finding.code, place, finding.place.participant.map(String.init) ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
    let words = XMLText.escaped(finding.message(language))
    let body = XMLText.escaped(
      ([finding.message(language), "→ " + finding.mend(language)] + explained(finding)).joined(
        separator: "\n"))
    let outcome: String
    if finding.severity == .fatal {
      count.errors += 1
      outcome = "<error type=\"\(finding.code)\" message=\"\(words)\">\(body)</error>"
    } else if finding.severity >= .query, finding.explanation == nil {
      count.failures += 1
      outcome = "<failure type=\"\(finding.code)\" message=\"\(words)\">\(body)</failure>"
    } else {
      outcome = "<system-out>\(body)</system-out>"
    }
    return testCase(name, phase.rawValue, outcome)
  }

  private func explained(_ finding: Finding) -> [String] {
    finding.explanation.map { [language.say("Пояснение: ", "Explained: ") + Visible.text($0, language)] }
      ?? []
  }

  private func testCase(_ name: String, _ group: String, _ content: String) -> String {
    let head = "    <testcase name=\"\(XMLText.escaped(name))\" classname=\"oko.\(group)\""
    return content.isEmpty ? head + "/>\n" : head + ">\(content)</testcase>\n"
  }
}
