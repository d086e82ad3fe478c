extension RuleBook {
  /// XCK: across the sources.
  static let sources: [Rule] = [
    .pointsDiffer, .onlyInTranscription, .onlyInScores, .variantDiffers, .expertsDiffer, .exportDiffers,
  ]
}
