public import Assessment
public import Reports

/// A report that a check is asked for beside its JSON.
public enum WantedReport: Sendable, Hashable, Codable {
  /// One of the forms of a report.
  case report(ReportFormat, Language)
  /// The copy of a source with marks and our sheet, by its place among the sources.
  case annotated(source: Int, Language)
  /// The `InspectionView` as JSON, for a screen.
  case view(Language)
  /// The `ProtocolResults` as JSON; there are none while something stands against the protocol.
  case results
}

/// A report that was made, or why there is none.
public struct MadeReport: Sendable, Hashable {
  /// The whole report.
  public let bytes: [UInt8]?
  /// Why it was not made.
  public let problem: Text?
}
