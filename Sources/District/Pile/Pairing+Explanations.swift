internal import Assessment
internal import Registry

extension Pairing {
  /// Gives explanations to the work that the file's name tells, otherwise to all works of the school: a fingerprint
  /// knows its finding.
  mutating func explain(_ file: PileFile) {
    guard let school = file.hints.login ?? plan?.onlySchool else {
      let missing = Text("школа", "the school")
      strays.append(
        StrayFile(
          file: file,
          reason: Text("пояснения; не сказано: школа", "explanations; they do not tell the school"),
          crossings: [.ownerUnknown(source: 0, missing: missing)]))
      return
    }
    let works = groups.indices.filter { groups[$0].key.school == school }
    let named = work(of: file, school).flatMap { byKey[WorkKey(school: school, work: $0)] }
    for index in named.map({ [$0] }) ?? works {
      groups[index].explanations += file.explanations.map { entry in
        var entry = entry
        entry.isOfSeveralWorks = named == nil
        return entry
      }
    }
    guard works.isEmpty else { return }
    strays.append(
      StrayFile(
        file: file,
        reason: Text(
          "пояснения, а протоколов этой школы здесь нет",
          "explanations, but no protocol of this school is here"),
        crossings: []))
  }

  /// The same rows in two files of a work are one protocol: that with our marks counts, for it may hold explanations.
  static func withoutCopies(_ members: [WorkGroup.Member]) -> [WorkGroup.Member] {
    func rows(_ member: WorkGroup.Member) -> String? {
      member.role == .transcription ? member.file.facts.rows : nil
    }
    var kept: [WorkGroup.Member] = []
    for member in members {
      guard let place = kept.firstIndex(where: { rows($0) != nil && rows($0) == rows(member) }) else {
        kept.append(member)
        continue
      }
      if member.file.facts.isAnnotated, !kept[place].file.facts.isAnnotated { kept[place] = member }
    }
    return kept
  }
}
