/// A check on input that a sheet carries for some of its cells.
public struct InputRule: Sendable, Hashable {
  /// What may be entered.
  public enum Kind: Sendable, Hashable {
    /// One of the values in a range, or those that a formula gives: `'Служебный'!$A$1:$A$3`.
    case list(String)
    /// A whole number of a range.
    case whole(ClosedRange<Int>)
    /// Whatever makes a formula true.
    case formula(String)
  }

  /// What may be entered.
  public var kind: Kind
  /// The title of the refusal; at most 32 characters.
  public var title: String
  /// The text of the refusal; at most 255 characters.
  public var message: String
  /// A hint shown while the cell is chosen; at most 255 characters.
  public var hint: String?
  /// Whether the program may be told to take the value all the same.
  public var isWarning = false

  /// A rule with the words of its refusal.
  public init(_ kind: Kind, title: String, message: String, hint: String? = nil) {
    self.kind = kind
    self.title = title
    self.message = message
    self.hint = hint
  }
}

/// A rule by which cells are coloured.
public enum HighlightRule: Sendable, Hashable {
  /// The value stands in the range more than once.
  case duplicates
  /// A formula is true; it is written for the first cell of the range.
  case formula(String)
}
