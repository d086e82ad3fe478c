extension Rule {
  static let rosterNameMissing = Rule(
    "PRT022", "roster-name-missing", .query, .sources,
    title: Text("У кода нет имени в списке", "A code without a name in the list"),
    message: Text(
      "Код {code} есть в протоколе, а в списке выданных кодов имя возле него не вписано.",
      "Code {code} is in the protocol, but the list of codes given out has no name beside it."),
    why: Text(
      "Либо имя забыли вписать, и потом не узнать, чья это работа, либо код в протоколе введён с ошибкой.",
      "Either the name was forgotten, and nobody will know whose work it is, or the code was keyed wrongly."),
    mend: Text(
      "Сверьте код {code} с работой. Если он верен, впишите имя в список, который остаётся в школе.",
      "Compare code {code} with the work. If it is right, enter the name into the list that stays in the school."
    ),
    basis: .practice,
    accepts: [
      .plain.with {
        $0.roster = "| Код | ФИО |\n| 40001 | Образец |\n| 40002 | Пример |\n| 40003 | |"
      }, .plain.with { $0.roster = "| Код | ФИО |\n| 40001 | |\n| 40002 | |" },
    ],
    rejects: [
      .plain.with { $0.roster = "| Код | ФИО |\n| 40001 | Образец |\n| 40002 | |" },
      .plain.with {
        $0.roster = "| № | Код | Фамилия | Имя |\n| 1 | 40001 | | |\n| 2 | 40002 | Пример | Тест |"
      },
    ]
  ) { examination, reporter in
    guard let record = examination.record, let roster = examination.roster else { return }
    for entry in RosterComparison(record, roster).unnamed {
      reporter.report(
        Place(cell: entry.location, participant: entry.code), ["code": .text(String(entry.code))],
        actual: Actual(raw: "", type: "empty"))
    }
  }
}
