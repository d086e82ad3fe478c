/// A rule: its words in both languages, what it rests on, its examples, and its check.
///
/// A rule is a value in a file of its own; the same declaration feeds the check, `oko explain`, the catalogue and the
/// tests, which run every example through the real reader.
public struct Rule: Sendable {
  /// The code, for ever the same and never reused.
  public let code: String
  /// The permanent slug.
  public let slug: String
  /// The severity unless a policy changes it.
  public let severity: Severity
  /// The step of the inspection in which it runs.
  public let phase: Phase
  /// What is wrong, in a few words.
  public let title: Text
  /// The message, with places for values (`Template`).
  public let message: Text
  /// Why it matters.
  public let why: Text
  /// What to do, with places for the same values.
  public let mend: Text
  /// In which menu of which program, where the programs differ; empty where they do not.
  public let steps: [MendingSteps]
  /// Whether the program mends it by itself.
  public let applicability: Applicability
  /// What the rule rests on.
  public let basis: Basis
  /// Cases that the rule lets pass.
  public let accepts: [Example]
  /// Cases in which it reports, and nothing else does at query or above.
  public let rejects: [Example]
  let check: @Sendable (Examination, inout Reporter) -> Void

  init(
    _ code: String, _ slug: String, _ severity: Severity, _ phase: Phase, title: Text, message: Text,
    why: Text,
    mend: Text, steps: [MendingSteps] = [], applicability: Applicability = .display, basis: Basis,
    accepts: [Example], rejects: [Example],
    check: @escaping @Sendable (Examination, inout Reporter) -> Void
  ) {
    self.code = code
    self.slug = slug
    self.severity = severity
    self.phase = phase
    self.title = title
    self.message = message
    self.why = why
    self.mend = mend
    self.steps = steps
    self.applicability = applicability
    self.basis = basis
    self.accepts = accepts
    self.rejects = rejects
    self.check = check
  }
}

/// Gathers the findings of one rule.
struct Reporter {
  let code: String
  private let severity: Severity
  private(set) var findings: [Finding] = []

  init(_ rule: borrowing Rule) {
    code = rule.code
    severity = rule.severity
  }

  /// Reports a finding.
  mutating func report(
    _ place: Place, _ parameters: [String: Parameter] = [:], expected: Expectation? = nil,
    actual: Actual? = nil,
    related: [Place] = []
  ) {
    findings.append(
      Finding(
        code: code, severity: severity, parameters: parameters, place: place, expected: expected,
        actual: actual, related: related))
  }
}

extension Finding {
  /// The rule that reported it.
  public var rule: Rule? { RuleBook.rule(code) }

  /// The message in one language.
  public func message(_ language: Language) -> String {
    Template(text: rule?.message[language] ?? code, language: language).filled(parameters)
  }

  /// How to mend it, in one language.
  public func mend(_ language: Language) -> String {
    Template(text: rule?.mend[language] ?? "", language: language).filled(parameters)
  }
}
