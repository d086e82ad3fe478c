/// A family of signs: two signs of one family are not two pieces of evidence.
public enum SignFamily: String, Sendable, Hashable, CaseIterable {
  /// The mean lies higher than chance and the spread of schools explain.
  case mean
  /// Works bunch just above the boundaries of marks.
  case threshold
  /// Easy tasks worse, hard ones better than pupils with the same total.
  case profile
  /// Marks were raised more often than elsewhere.
  case journal
}

/// How much stands behind a statement.
public enum EvidenceGrade: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Numbers without a sign.
  case description
  /// A sign of one family.
  case sign
  /// Signs of several families, or one that is very rare over many pupils.
  case agreeingSigns
  /// Works were marked again. The only grade whose name says «подтверждено».
  case confirmedByRecheck

  /// The lesser grade first.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// A sign counts from this q on.
  public static let signLevel = 0.10
  /// A pooled sign of this q counts as much as two.
  public static let strongLevel = 0.01

  /// The grade of signs that were found, each with its q.
  ///
  /// - Parameters:
  ///   - signs: the q of each family that was found.
  ///   - isPooled: whether the boundaries were looked at over enough pupils for a rare q to stand for itself.
  public init(signs: [SignFamily: Double], isPooled: Bool = false) {
    let found = signs.filter { $0.value <= Self.signLevel }
    let isStrong = isPooled && (found[.threshold].map { $0 <= Self.strongLevel } ?? false)
    self = found.count >= 2 || isStrong ? .agreeingSigns : found.isEmpty ? .description : .sign
  }
}
