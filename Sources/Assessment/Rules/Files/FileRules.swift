extension RuleBook {
  /// FIL: the container.
  static let files: [Rule] = [
    .unreadableFile, .encryptedFile, .legacyFormat, .nameContentMismatch, .formulaInInput,
    .formulaWithoutValue,
    .errorCell, .hiddenData, .textNormalised, .encodingGuessed,
  ]
}
