extension Rule {
  static let protocolMissing = Rule(
    "PLN008", "protocol-missing", .query, .sources,
    title: Text("Протокол не поступил", "No protocol has come"),
    message: Text(
      "Работа есть в плане, а протокола нет: {entry}.",
      "The work is planned, and there is no protocol: {entry}."),
    why: Text(
      "Без протокола форму не загрузить, а срок идёт.",
      "Without it nothing can be uploaded, and the term runs."),
    mend: Text(
      "Запросите протокол у школы; если работа не проводилась, поправьте план.",
      "Ask the school for it; if the work was not written, mend the plan."),
    basis: .procedure("12.1"), accepts: [], rejects: []
  ) { examination, reporter in
    for case .notReceived(let entry) in examination.crossings {
      reporter.report(Place(header: entry), ["entry": .text(entry)])
    }
  }
}
