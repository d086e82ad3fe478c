extension RuleBook {
  /// PLN: schedule, observers, experts, custody.
  static let planning: [Rule] = [
    .expertOwnSchool, .expertInexperienced, .personDoubleBooked, .observerMissing, .expertMissing,
    .observerNotIndependent, .custodyGap, .planValueMissing, .planValueUnreadable, .planEntryDuplicate,
    .planReferenceUnknown, .expertOverloaded, .approvalMissing, .planTableMissing, .issuedCodesImpossible,
    .planColumnUnknown, .custodyCountDiffers,
  ]
}
