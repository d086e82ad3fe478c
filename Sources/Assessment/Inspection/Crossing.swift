internal import Spreadsheet

/// What shows only when the files of many schools lie side by side: what belongs to whom, twice, or to nobody.
public enum Crossing: Sendable, Hashable {
  /// A file holds the same rows as a file of another school or work, which is named.
  case sameContent(source: Int, other: String)
  /// Codes of one school and work stand in two files.
  case codesInTwoFiles(source: Int, other: Int, codes: [Int])
  /// Codes that the plan did not give out to this school for this work, the ranges that it gave out, and the one other
  /// school whose they are by the plan.
  case codesNotPlanned(source: Int, codes: [Int], planned: [ClosedRange<Int>], owner: String?)
  /// How many participants have come and how many were planned; the entry of the plan.
  case participantsNotAsPlanned(Int, planned: Int, String)
  /// Nothing tells whose file it is; what is missing is named.
  case ownerUnknown(source: Int, missing: Text)
  /// A file names one school and lies in the folder of another one.
  case otherSchool(source: Int, named: String, folder: String)
  /// A work was planned and nothing has come; the entry of the plan.
  case notReceived(String)
  /// A work has come and was not planned; the entry as a plan would have it.
  case notPlanned(String)
}

extension Inspector {
  /// Findings about files and works across a district.
  ///
  /// - Parameters:
  ///   - crossings: what has shown; the sources in them are places in `files`.
  ///   - files: the names of the files.
  ///   - request: the district's policy, and its explanations.
  ///   - school: the school whose fingerprints these are.
  public static func inspect(
    _ crossings: [Crossing], files: [String], under request: InspectionRequest, school: String?
  ) -> Inspection {
    var examination = Examination(
      sources: files.map {
        Source(name: $0, role: .transcription, digest: "", outcome: .failure(SpreadsheetError(.emptyFile)))
      }, policy: request.policy)
    examination.crossings = crossings
    examination.explained = request.explanations.entries
    var findings: [Finding] = []
    for rule in RuleBook.pile {
      var reporter = Reporter(rule)
      rule.check(examination, &reporter)
      findings += reporter.findings
    }
    findings.adopt(request.policy)
    Fingerprint.assign(to: &findings, school: school)
    findings = findings.map { finding in
      var finding = finding
      finding.explanation =
        request.explanations.entries.first { $0.fingerprint == finding.fingerprint }?.travelling
      return finding
    }
    return Inspection(examination: examination, findings: findings, steps: [])
  }
}
