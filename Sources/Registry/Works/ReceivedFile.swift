/// A file that came in: what is kept of it is its digest and what it is, never its name and never its content.
public struct ReceivedFile: Sendable, Hashable {
  /// The SHA-256 of its bytes, 64 hexadecimal digits.
  public let digest: String
  /// What it is: `transcription`, `scores`, `form`, `roster`, `other` …
  public let kind: String
  /// Bytes.
  public let size: Int
  /// What was understood of it, as JSON for whoever recognised it.
  public let facts: String

  /// A file.
  public init(digest: String, kind: String, size: Int, facts: String) {
    self.digest = digest
    self.kind = kind
    self.size = size
    self.facts = facts
  }
}

/// A file as a source of a work.
public struct Submission: Sendable, Hashable {
  /// The SHA-256 of its bytes.
  public let digest: String
  /// What it is for: `transcription`, `scores`, `form`, `roster`.
  public let role: String

  /// A source.
  public init(digest: String, role: String) {
    self.digest = digest
    self.role = role
  }
}
