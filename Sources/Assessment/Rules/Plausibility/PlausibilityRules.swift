extension RuleBook {
  /// PLS: possible, but hardly so.
  static let plausibility: [Rule] = [.rowsIdentical, .allMaximal, .columnsShifted, .rowsShifted]
}
