extension RuleBook {
  /// PRT: who stands in the protocol.
  static let participants: [Rule] = [
    .codeMissing, .codeMalformed, .codeOutOfRange, .codeDuplicate, .codeNotIssued, .variantMissing,
    .variantUnknown,
    .secondVariantMissing, .absentWithPoints, .classMissing, .classNotOrdinal, .sexUnknown, .sexMissing,
    .markUnknown,
    .markMissing, .issuedCodeUnused, .rowLeftOut, .rosterCodeDuplicate, .rosterNameDuplicate,
    .rosterCodeUnclear, .rosterOtherGrade, .rosterNameMissing,
  ]
}
