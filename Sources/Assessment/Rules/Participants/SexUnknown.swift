extension Rule {
  static let sexUnknown = Rule(
    "PRT012", "sex-unknown", .error, .types,
    title: Text("Пол не понят", "The sex is not understood"),
    message: Text(
      "Пол «{value}»: форма принимает только «м» или «ж».", "Sex «{value}»: the form takes only «м» or «ж»."),
    why: Text("Форма принимает пол только из своего списка.", "The form takes only the values of its list."),
    mend: Text("Введите «м» или «ж».", "Enter «м» or «ж»."),
    basis: .form,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол (м/ж) | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | М | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | жен. | 5 |
        """)
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | ↓мж | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ↓2 | 5 |
        """),
    ]
  ) { examination, reporter in
    guard let record = examination.record, record.criteria.terms.asksSex else { return }
    for (_, participant) in record.present where participant.sex.reading == .unclear {
      let place = record.place(of: participant, column: participant.sex.column)
      let actual = record.actual(at: place)
      reporter.report(place, ["value": actual.shown], expected: .sex, actual: actual)
    }
  }
}

extension Expectation {
  /// The values of the form's list of sexes.
  static let sex = Expectation("sex", [Sex.male.rawValue, Sex.female.rawValue])
}
