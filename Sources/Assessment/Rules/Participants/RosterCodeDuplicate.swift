extension Rule {
  static let rosterCodeDuplicate = Rule(
    "PRT018", "roster-code-duplicate", .error, .sources,
    title: Text("Код повторяется в списке кодов", "A code twice in the code list"),
    message: Text(
      "Код {code} стоит в списке выданных кодов {count} {count|раз|раза|раз}.",
      "Code {code} stands {count} {count|time|times} in the list of codes given out."),
    why: Text(
      "Один код у двух участников: чьи это баллы, по протоколу уже не узнать.",
      "One code for two pupils: the protocol can no longer tell whose points they are."),
    mend: Text(
      "Найдите работы с кодом {code} и исправьте в списке тот код, который выписан с ошибкой.",
      "Find the works with code {code} and mend the code that was written wrongly in the list."),
    basis: .practice,
    accepts: [.plain.with { $0.roster = "| Код | ФИО |\n| 40001 | Образец |\n| 40002 | Пример |" }],
    rejects: [
      .plain.with {
        $0.roster = "| Код | ФИО |\n| 40001 | Образец |\n| 40002 | Пример |\n| 40002 | Проба |"
      },
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40003 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """
      ).with { $0.roster = "| № | Код |\n| 1 | 40001 |\n| 2 | 40001 |" },
    ]
  ) { examination, reporter in
    guard let roster = examination.roster else { return }
    for (code, entries) in Dictionary(grouping: roster.entries, by: \.code).sorted(by: { $0.key < $1.key })
    where entries.count > 1 {
      let places = entries.map { Place(cell: $0.location, participant: code) }
      reporter.report(
        places[0], ["code": .text(String(code)), "count": .number(entries.count)],
        actual: Actual(raw: String(code), type: "number"), related: Array(places.dropFirst()))
    }
  }
}
