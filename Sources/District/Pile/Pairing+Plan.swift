internal import Assessment
internal import Checking
internal import Registry

extension Pairing {
  /// Holds codes and number of participants against the plan: a file of another school may lie in the folder.
  func compare(_ group: inout WorkGroup, with plan: DistrictPlan) {
    let (key, files) = (group.key, group.files)
    if let planned = plan.codes(key) {
      for (source, member) in group.members.enumerated()
      where member.role == .transcription || member.role == .scores {
        // A code that no participant of this grade has is told by the check (PRT003).
        let codes = member.file.facts.codes.outside(planned)
          .filter { $0 / 10_000 == key.work.grade && (1...1500).contains($0 % 10_000) }
        guard !codes.isEmpty else { continue }
        let owner = plan.owner(of: CodeSet(codes), work: key.work).map(plan.title)
        group.crossings.append(
          .codesNotPlanned(source: source, codes: codes, planned: planned, owner: owner))
      }
    }
    // With codes of others, or two versions, the number would only repeat the cause.
    let isClear = !group.crossings.contains { crossing in
      switch crossing {
      case .codesNotPlanned, .codesInTwoFiles, .otherSchool: true
      default: false
      }
    }
    let transcriptions = group.members.filter { $0.role == .transcription }
    let count = transcriptions.reduce(0) { $0 + $1.file.facts.participants }
    guard isClear, count > 0, files.allSatisfy({ $0.facts.kind != .unreadable }),
      let planned = plan.participants(key), count < planned
    else { return }
    group.crossings.append(.participantsNotAsPlanned(count, planned: planned, plan.entry(key)))
  }
}
