extension Rule {
  static let classMissing = Rule(
    "PRT010", "class-missing", .error, .rows,
    title: Text("Нет класса", "The class is missing"),
    message: Text(
      "Не указан класс: нужен его порядковый номер, от {first} до {last}.",
      "The class is missing: its ordinal number, {first} to {last}, is needed."),
    why: Text(
      "Без номера класса форма не знает, к какому классу параллели отнести участника.",
      "Without the number the form does not know to which class of the grade the pupil belongs."),
    mend: Text(
      "Введите порядковый номер класса — тот же, что у других учеников этого класса.",
      "Enter the ordinal number of the class, the same as for the other pupils of it."),
    basis: .form,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | отсутствовал | | | | | | | |
        """)
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | ↓ | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | Код | Вариант | Порядковый номер класса | Пол | Отм. | 1 | 2 | 3.1 | 3.2 |
        | 40001 | 1 | 2 | м | 4 | 1 | 2 | X | 0 |
        | 40002 | 2 | ↓ | ж | 5 | 0 | 1 | 1 | 2 |
        """),
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    let terms = record.criteria.terms
    for (index, participant) in record.present {
      guard participant.schoolClass.isBlank, participant.schoolClass.hasColumn, record.hasWritten(index)
      else { continue }
      let place = record.place(of: participant, column: participant.schoolClass.column)
      reporter.report(
        place, ["first": .number(terms.classes.lowerBound), "last": .number(terms.classes.upperBound)],
        expected: terms.expectedClass, actual: record.actual(at: place))
    }
  }
}

extension EntryTerms {
  /// The class numbers that would do.
  var expectedClass: Expectation { Expectation("class", ["\(classes.lowerBound)…\(classes.upperBound)"]) }
}
