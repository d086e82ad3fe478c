public import Assessment
internal import Reports

extension FindingDocument {
  /// The findings of an inspection as the reports print them.
  public static func all(of inspection: Inspection) -> [FindingDocument] {
    all(inCheck: Array(JSON(check: inspection).line.utf8))
  }
}
