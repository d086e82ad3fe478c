/// What a school has explained: by the fingerprint of a finding, its words, and the value that was explained.
public struct Explanations: Sendable, Hashable {
  /// One explanation.
  public struct Entry: Sendable, Hashable {
    /// The fingerprint of the finding.
    public let fingerprint: String
    /// The code of the rule, for the reader of the file.
    public let code: String
    /// The explained value, if the file keeps it.
    public let value: String?
    /// The words.
    public let text: String

    /// An explanation of a finding.
    public init(fingerprint: String, code: String, value: String?, text: String) {
      self.fingerprint = fingerprint
      self.code = code
      self.value = value
      self.text = text
    }
  }

  /// The explanations in the order of the file.
  public var entries: [Entry]

  /// Explanations of a file.
  public init(_ entries: [Entry] = []) { self.entries = entries }
}

extension Explanations {
  /// The findings with their explanations; one whose value has changed does not count (EXP002), one whose finding is
  /// gone is reported (EXP001).
  func applied(to findings: [Finding], _ examination: Examination, school: String?) -> [Finding] {
    guard !entries.isEmpty else { return findings }
    var findings = findings
    var unused = Reporter(.explanationUnused)
    var stale = Reporter(.explanationStale)
    for entry in entries where !entry.text.trimmedOfSpaces.isEmpty {
      guard let index = findings.firstIndex(where: { $0.fingerprint == entry.fingerprint }) else {
        unused.report(Place(), ["code": .text(entry.code), "fingerprint": .text(entry.fingerprint)])
        continue
      }
      let finding = findings[index]
      if let value = entry.value, let actual = finding.actual, actual.raw != value {
        stale.report(
          finding.place, ["code": .text(entry.code), "old": .text(value), "new": .text(actual.raw)],
          actual: actual)
      } else {
        findings[index].explanation = entry.text
      }
    }
    var added = unused.findings + stale.findings
    added.adopt(examination.policy)
    Fingerprint.assign(to: &added, school: school)
    return findings + added
  }
}
