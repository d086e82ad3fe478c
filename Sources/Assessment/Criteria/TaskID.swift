/// The name of a task in its one canonical spelling: `5.1`, `4К1`, `10.2К3`.
///
/// People and papers write `5(1)`, `1K1` with a Latin K, `10(2)К3`, `№ 7.3(1)`; the electronic form writes `5.1` and a
/// Cyrillic К. The canonical spelling is the form's, because that is what a coordinator sees in it.
public struct TaskID: Hashable, Sendable, CustomStringConvertible {
  /// The canonical spelling.
  public let description: String

  /// Reads a task's name in any of its spellings; `nil` when the text is no task's name.
  public init?(_ text: some StringProtocol) {
    // By scalars: a name has five of them, and it is read for every header of every sheet.
    var result = String.UnicodeScalarView()
    var digits = 0
    var isInBrackets = false
    var seenCriterion = false
    for scalar in text.unicodeScalars where !Folded.isSpace(scalar) {
      switch scalar {
      case "0"..."9":
        result.append(scalar)
        digits += 1
        if digits > 2 { return nil }
        continue
      case "." where digits > 0 && !isInBrackets && !seenCriterion,
        "," where digits > 0 && !isInBrackets && !seenCriterion:
        result.append(".")
      case "(" where digits > 0 && !isInBrackets && !seenCriterion:
        result.append(".")
        isInBrackets = true
      case ")" where digits > 0 && isInBrackets:
        isInBrackets = false
        continue
      case "К", "K", "к", "k":
        guard !result.isEmpty, !seenCriterion, !isInBrackets, result.last != "." else { return nil }
        result.append("К")
        seenCriterion = true
      default: return nil
      }
      digits = 0
    }
    guard digits > 0, !isInBrackets, let first = result.first, ("1"..."9").contains(first) else {
      return nil
    }
    description = String(result)
  }
}

/// One task of a work: its name, its maximum and the part of the work in which it stands.
public struct TaskCriterion: Hashable, Sendable {
  /// The task's name.
  public let id: TaskID
  /// The most points it gives.
  public let maximum: Int
  /// The part of the work, from 1; a variant is kept for each part.
  public let part: Int

  /// A task of a part.
  public init(id: TaskID, maximum: Int, part: Int = 1) {
    self.id = id
    self.maximum = maximum
    self.part = part
  }
}
