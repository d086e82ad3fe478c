extension Rule {
  static let codeMalformed = Rule(
    "PRT002", "code-malformed", .error, .types,
    title: Text("Код — не целое число", "The code is not a whole number"),
    message: Text(
      "На месте кода участника стоит «{value}», а код — целое число.",
      "«{value}» stands for the participant's code, but a code is a whole number."),
    why: Text(
      "Форма принимает код только целым числом; по другой записи участника не узнать.",
      "The form takes a code only as a whole number; a participant cannot be told by anything else."),
    mend: Text(
      "Введите код цифрами, как в бумажном протоколе, без запятой и других знаков.",
      "Enter the code in digits as in the paper protocol, without a point or other signs."),
    basis: .form,
    accepts: [
      Example(
        """
        | № кода | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | '40001.0 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | '40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """)
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | ↓40001.5 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | Код участника | Вар. | 1 | 2 | 3(1) | 3(2) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | х | 0 | 1 | М | 4 |
        | ↓4OOO2 | 2 | 0 | 1 | 1 | 2 | 1 | Ж | 5 |
        """),
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    for row in record.allRows where row.code.reading == .unclear {
      let place = record.place(of: row, column: row.code.column)
      let actual = record.actual(at: place)
      reporter.report(
        place, ["value": actual.shown], expected: record.criteria.terms.expectedCode, actual: actual)
    }
  }
}

extension EntryTerms {
  /// The codes that would do.
  var expectedCode: Expectation? {
    codes.map { Expectation("code", ["\($0.lowerBound)…\($0.upperBound)"]) }
  }

  /// Whether a code may stand in this form.
  func takes(code: Int) -> Bool { codes?.contains(code) ?? true }
}
