extension RuleBook {
  /// EXP: what was explained.
  static let explanations: [Rule] = [.explanationUnused, .explanationStale, .explanationsLost]
}
