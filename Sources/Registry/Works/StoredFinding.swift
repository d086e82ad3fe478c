public import Assessment

/// A finding as the registry keeps it: what is searched and counted in columns, the whole of it as JSON.
public struct StoredFinding: Sendable, Hashable {
  /// Tells it again after the file has changed.
  public let fingerprint: String
  /// The code of its rule.
  public let code: String
  /// How grave it is.
  public let severity: Severity
  /// Whether it is folded under another one.
  public let isFolded: Bool
  /// Whether somebody has explained it.
  public let isExplained: Bool
  /// The finding by `schemas/finding.schema.json`, without file and sheet names.
  public let document: String

  /// A finding.
  public init(
    fingerprint: String, code: String, severity: Severity, isFolded: Bool, isExplained: Bool, document: String
  ) {
    self.fingerprint = fingerprint
    self.code = code
    self.severity = severity
    self.isFolded = isFolded
    self.isExplained = isExplained
    self.document = document
  }

  /// Whether it holds the work back: an error or worse, or a query that nobody has explained.
  public var holdsBack: Bool { severity > .query || (severity == .query && !isExplained) }
}
