public import Assessment
public import Checking
internal import Reports
internal import Spreadsheet

/// What a check of files gave, as it comes from a worker.
public struct CheckedFiles: Sendable {
  /// A form that was written and proven.
  public struct Form: Sendable {
    /// The whole file.
    public let bytes: [UInt8]
    /// The SHA-256 of its bytes.
    public let sha256: String
    /// Whether it was made from the criteria, because no form was given.
    public let isMade: Bool
  }

  /// The findings in numbers, the work, the terms.
  public let summary: CheckSummary
  /// What `oko check --format json` prints.
  public let json: [UInt8]
  /// The form, when one was asked for and nothing stood against it.
  public let form: Form?
  /// Why there is no form, when one was asked for.
  public let noForm: Text?
  /// The reports in the order in which they were asked for.
  public let reports: [MadeReport]

  /// The answer of a worker; `nil` when its parts are not what its head says.
  init?(_ head: CheckedHead, _ parts: [[UInt8]]) {
    var rest = parts[...]
    guard let json = rest.popFirst() else { return nil }
    summary = head.summary
    self.json = json
    noForm = head.noForm
    if let form = head.form {
      guard let bytes = rest.popFirst() else { return nil }
      self.form = Form(bytes: bytes, sha256: form.sha256, isMade: form.isMade)
    } else {
      form = nil
    }
    var reports: [MadeReport] = []
    for problem in head.problems {
      if problem == nil, rest.isEmpty { return nil }
      reports.append(MadeReport(bytes: problem == nil ? rest.popFirst() : nil, problem: problem))
    }
    guard rest.isEmpty else { return nil }
    self.reports = reports
  }

  /// The answer where a worker gave none: SYS001 for these files, and nothing else is said of them.
  public init(_ job: CheckJob, failed failure: WorkerFailure, reports: Int = 0) {
    let inspection = job.notRun(because: failure.words)
    summary = CheckSummary(inspection)
    json = Array(JSON(check: inspection).pretty.utf8)
    form = nil
    noForm = failure.words
    self.reports = Array(repeating: MadeReport(bytes: nil, problem: failure.words), count: reports)
  }
}
