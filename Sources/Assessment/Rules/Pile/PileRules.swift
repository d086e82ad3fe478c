/// Rules over the files of a whole district; they run where these lie side by side (`oko bulk`).
extension RuleBook {
  static let pile: [Rule] = [
    .ownerUnknown, .otherSchool, .sameContentTwice, .codeInTwoFiles, .codeNotPlanned, .protocolMissing,
    .protocolUnplanned, .participantsNotAsPlanned,
  ]
}
