extension Rule {
  static let protocolUnplanned = Rule(
    "PLN009", "protocol-unplanned", .query, .sources,
    title: Text("Работы нет в плане", "The work is not planned"),
    message: Text(
      "Протокол поступил, а в плане такой работы нет: {entry}.",
      "A protocol has come, and no such work is planned: {entry}."),
    why: Text(
      "Либо предмет или класс указаны не те, либо план не полон: срок и наблюдатель такой работы неизвестны.",
      "Either subject or grade is wrong, or the plan has a hole: the term and the observer of such a work are not known."
    ),
    mend: Text(
      "Проверьте предмет и класс в файле; если они верны, дополните план.",
      "Check subject and grade in the file; if they are right, add the work to the plan."),
    basis: .procedure("6.4"), accepts: [], rejects: []
  ) { examination, reporter in
    for case .notPlanned(let entry) in examination.crossings {
      reporter.report(Place(header: entry), ["entry": .text(entry)])
    }
  }
}
