extension RuleBook {
  /// DDL: terms and windows.
  static let deadlines: [Rule] = [
    .uploadOverdue, .uploadDueSoon, .markingOverdue, .readingsDiffer, .termsCollide, .heldOnDayOff,
    .outsideSeason,
    .dateUnknown, .federalEndEarlier,
  ]
}
