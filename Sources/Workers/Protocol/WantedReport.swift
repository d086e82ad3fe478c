public import Assessment

/// A report that a check is asked for beside its JSON.
public enum WantedReport: Sendable, Hashable, Codable {
  /// The text that `oko check` prints.
  case text(Language)
  /// Explanations, ready to fill.
  case explanations(Language)
  /// The copy of a source with marks and our sheet, by its place among the sources.
  case annotated(source: Int, Language)
}

/// A report that was made, or why there is none.
public struct MadeReport: Sendable, Hashable {
  /// The whole report.
  public let bytes: [UInt8]?
  /// Why it was not made.
  public let problem: Text?
}
