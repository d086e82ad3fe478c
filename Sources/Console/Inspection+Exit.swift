package import Assessment

extension Inspection {
  /// The codes to which its findings lead: a refusal, a failure of our own, findings from a severity on.
  package func exits(failOn severity: Severity) -> [Exit] {
    findings.compactMap { finding in
      if finding.severity == .fatal {
        return ["SYS001", "OUT001"].contains(finding.code) ? .ownFailure : .unreadable
      }
      return finding.severity >= severity && finding.explanation == nil ? .findings : nil
    }
  }
}
