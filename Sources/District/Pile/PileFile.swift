public import Assessment

/// A file of a pile: where it was found, what its bytes are, what was understood of it.
public struct PileFile: Sendable, Hashable {
  /// Where it was found, as it may be shown: `почта.zip/edu380001/7А.xlsx`, without words that may be a pupil's name.
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

  /// Where it was found, as it is: files have an order by it.
  package let place: String

  /// The name without folders, as it may be shown.
  public var name: String { String(path.split(separator: "/").last ?? Substring(path)) }

  /// The folders in which it lies; a dot for those that lie in none.
  var folder: String {
    let folders = path.split(separator: "/").dropLast().joined(separator: "/")
    return folders.isEmpty ? "." : folders
  }

  /// A file of a pile.
  public init(path: String, location: String, digest: String, size: Int, facts: FileFacts) {
    self.path = ShownName.path(path)
    place = path
    self.location = location
    self.digest = digest
    self.size = size
    self.facts = facts
    hints = NameHints(path: path)
  }
}
