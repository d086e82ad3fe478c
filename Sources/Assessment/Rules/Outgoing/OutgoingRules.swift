extension RuleBook {
  /// PRV, OUT, SYS: what leaves, what was written, our own failure.
  static let outgoing: [Rule] = [.nameColumn, .nameInOutgoing, .rereadDiffers, .internalError]
}
