extension RuleBook {
  /// SCR: points against the criteria.
  static let scores: [Rule] = [
    .pointsMissing, .pointsUnreadable, .pointsNotWhole, .scoreAboveMax, .pointsNegative, .valueNotOffered,
    .notCoveredInPart, .dependentPoints, .sumMismatch, .markOffScale,
  ]
}
