extension Rule {
  static let rosterOtherGrade = Rule(
    "PRT021", "roster-other-grade", .error, .sources,
    title: Text("Список кодов другой параллели", "The code list of another grade"),
    message: Text(
      "В списке кодов нет ни одного кода этой работы ({low}–{high}): первый в нём — {code}{hint}.",
      "The code list holds no code of this work ({low}–{high}): its first one is {code}{hint}."),
    why: Text(
      "Сверять не с чем: лишние и забытые участники остались бы незамеченными.",
      "There is nothing to compare with: surplus and forgotten pupils would stay unseen."),
    mend: Text(
      "Укажите список кодов этой параллели.", "Give the list of codes of this grade."),
    basis: .practice,
    accepts: [
      .plain.with {
        $0.roster = "| Код | ФИО |\n| 50001 | Проба |\n| 40001 | Образец |\n| 40002 | Пример |"
      }
    ],
    rejects: [
      .plain.with { $0.roster = "| Код | ФИО |\n| 50001 | Образец |\n| 50002 | Пример |" },
      .plain.with { $0.roster = "| Код |\n| 70014 |" },
    ]
  ) { examination, reporter in
    guard let record = examination.record, let roster = examination.roster,
      RosterComparison(record, roster).isOtherGrade, let first = roster.entries.first,
      let range = record.criteria.terms.codes, let grade = EntryTerms.grade(ofCode: first.code)
    else { return }
    reporter.report(
      Place(cell: first.location),
      [
        "low": .text(String(range.lowerBound)), "high": .text(String(range.upperBound)),
        "code": .text(String(first.code)),
        "hint": .words(Text(", это код \(grade) класса", ", a code of grade \(grade)")),
      ],
      expected: Expectation("code", ["\(range.lowerBound)…\(range.upperBound)"]),
      actual: Actual(raw: String(first.code), type: "number"))
  }
}
