internal import Spreadsheet

extension Rule {
  static let rosterCodeUnclear = Rule(
    "PRT020", "roster-code-unclear", .error, .sources,
    title: Text("Нет кода в списке кодов", "No code in the code list"),
    message: Text(
      "В списке кодов {count} {count|строка|строки|строк} без кода или с числом, которое не может быть кодом.",
      "{count} {count|row|rows} of the code list {count|has|have} no code, or a number that cannot be one."),
    why: Text(
      "По такой строке нельзя узнать, есть ли участник в протоколе: его баллы могли потеряться.",
      "Such a row does not tell whether the pupil is in the protocol: the points may be lost."),
    mend: Text(
      "Впишите код с работы или из листа выдачи; если участник кода не получал, уберите строку.",
      "Enter the code from the work or the hand-out sheet; if the pupil was given none, take the row out."),
    basis: .practice,
    accepts: [.plain.with { $0.roster = "| Код | ФИО |\n| 40001 | Образец |\n| 40002 | Пример |" }],
    rejects: [
      .plain.with {
        $0.roster = "| № | Код | ФИО |\n| 1 | 40001 | Образец |\n| 2 | | Пример |"
      },
      .plain.with {
        $0.roster = "| Код | ФИО |\n| 40001 | Образец |\n| 4002 | Пример |"
      },
    ]
  ) { examination, reporter in
    guard let record = examination.record, let roster = examination.roster else { return }
    let places = RosterComparison(record, roster).unclear.map { Place(cell: $0) }
    guard let first = places.first else { return }
    reporter.report(
      first, ["count": .number(places.count)],
      expected: record.criteria.terms.codes.map {
        Expectation("code", ["\($0.lowerBound)…\($0.upperBound)"])
      }, related: Array(places.dropFirst()))
  }
}
