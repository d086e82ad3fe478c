extension Rule {
  static let participantsNotAsPlanned = Rule(
    "PLN020", "participants-not-as-planned", .query, .sources,
    title: Text("Участников меньше, чем в плане", "Fewer participants than planned"),
    message: Text(
      "В файлах {count} {count|участник|участника|участников}, а в плане — {planned}: {entry}.",
      "The files have {count} {count|participant|participants}, the plan has {planned}: {entry}."),
    why: Text(
      "Возможно, не прислан протокол одного из классов или пропущены строки: отсутствовавшие тоже вносятся в форму.",
      "The protocol of a class may be missing, or rows were left out: absent pupils are entered in the form too."
    ),
    mend: Text(
      "Сверьте число участников с бумажным протоколом: пришлите недостающее, поправьте план или поясните, почему их столько.",
      "Compare the number with the paper protocol: send what is missing, mend the plan, or explain the number."
    ),
    basis: .practice, accepts: [], rejects: []
  ) { examination, reporter in
    for case .participantsNotAsPlanned(let count, let planned, let entry) in examination.crossings {
      reporter.report(
        Place(header: entry),
        ["count": .number(count), "planned": .number(planned), "entry": .text(entry)])
    }
  }
}
