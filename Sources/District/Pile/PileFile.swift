public import Assessment

/// A file of a pile: where it was found, what its bytes are, what was understood of it.
public struct PileFile: Sendable, Hashable {
  /// Where it was found, for people: `почта.zip/edu380001/7А.xlsx`.
  public let path: String
  /// Where its bytes lie.
  public let location: String
  /// The SHA-256 of its bytes.
  public let digest: String
  /// Bytes.
  public let size: Int
  /// What was understood by its content.
  public var facts: FileFacts
  /// What it explains, when it is a list of explanations.
  public var explanations: [Explanations.Entry] = []
  /// What its name and folders tell.
  public let hints: NameHints

  /// The name without folders.
  public var name: String { String(path.split(separator: "/").last ?? Substring(path)) }

  /// The folders in which it lies; a dot for those that lie in none.
  var folder: String {
    let folders = path.split(separator: "/").dropLast().joined(separator: "/")
    return folders.isEmpty ? "." : folders
  }

  /// A file of a pile.
  public init(path: String, location: String, digest: String, size: Int, facts: FileFacts) {
    self.path = path
    self.location = location
    self.digest = digest
    self.size = size
    self.facts = facts
    hints = NameHints(path: path)
  }
}
