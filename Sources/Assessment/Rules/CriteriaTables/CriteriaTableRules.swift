extension RuleBook {
  /// CRT: tables of criteria.
  static let criteriaTables: [Rule] = [
    .totalMismatch, .scaleBroken, .taskDuplicate, .criteriaUnknown, .workNotHeld,
  ]
}
