public import Assessment
public import SchoolCalendar

/// An inspection in a few numbers and names, for a matrix of many: it can be sent and stored.
public struct CheckSummary: Sendable, Hashable, Codable {
  /// How many findings of a code there are, and how grave they are.
  public struct Count: Sendable, Hashable, Codable {
    /// The code, `SCR004`.
    public let code: String
    /// The severity under the district's policy.
    public let severity: String
    /// How many there are.
    public var count: Int
    /// How many of them have no explanation.
    public var unexplained: Int
  }

  /// The findings by code and severity, in the order of the codes.
  public let counts: [Count]
  /// The work's name, `2024/4-МА/basic`, when it was found.
  public let work: String?
  /// The login of the school that a title block names, in lower case.
  public let login: String?
  /// The participants of the transcriptions; `nil` when no protocol was read.
  public let participants: Int?
  /// The day of the test.
  public let held: CalendarDay?
  /// The last day of the expert's term.
  public let expertDue: CalendarDay?
  /// The last day of the upload term.
  public let uploadDue: CalendarDay?
  /// The moment after which an upload is late, in seconds since 1970.
  public let deadline: Int?
  /// Whether a form may be written.
  public let isAccepted: Bool
  /// Whether something failed on our side: nothing is said of the data then.
  public let isOurFailure: Bool

  /// The summary of an inspection.
  public init(_ inspection: Inspection) {
    var counts: [Count] = []
    for finding in inspection.findings {
      let explained = finding.explanation == nil ? 1 : 0
      let severity = finding.severity.rawValue
      if let index = counts.firstIndex(where: { $0.code == finding.code && $0.severity == severity }) {
        counts[index].count += 1
        counts[index].unexplained += explained
      } else {
        counts.append(Count(code: finding.code, severity: severity, count: 1, unexplained: explained))
      }
    }
    self.counts = counts.sorted { ($0.code, $0.severity) < ($1.code, $1.severity) }
    let examination = inspection.examination
    work = examination.work?.id
    login = examination.login
    participants = examination.record?.participants.count
    held = examination.held
    expertDue = examination.terms?.expertDue
    uploadDue = examination.terms?.due
    deadline = examination.terms.map { $0.deadline.secondsSince1970 }
    isAccepted = inspection.isAccepted
    isOurFailure = inspection.findings.contains { $0.code == "SYS001" }
  }

  /// How many findings have a severity, or how many of those have no explanation.
  public func count(_ severity: Severity, unexplained: Bool = false) -> Int {
    counts.filter { $0.severity == severity.rawValue }
      .reduce(0) { $0 + (unexplained ? $1.unexplained : $1.count) }
  }
}
