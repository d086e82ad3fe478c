extension Rule {
  static let codeOutOfRange = Rule(
    "PRT003", "code-out-of-range", .error, .rows,
    title: Text("Код не из этой формы", "The code does not belong to this form"),
    message: Text(
      "Код {code}{owner} не из этой формы: здесь коды от {first} до {last}.",
      "Code {code}{owner} does not belong to this form: its codes are {first} to {last}."),
    why: Text(
      "Форма принимает коды только своей параллели; строку с чужим кодом система отклонит.",
      "The form takes codes of its own grade only; the system will reject a row with another one."),
    mend: Text(
      "Сверьте код с бумажным протоколом. Если код верный, проверьте, того ли класса эта форма.",
      "Compare the code with the paper protocol. If it is right, check whether the form is that of this grade."
    ),
    basis: .form,
    accepts: [
      .plain,
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 41500 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        """),
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | ↓50002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | ↓41501 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | ↓400002 | отсутствовал | | | | | | | |
        """),
    ]
  ) { examination, reporter in
    guard let record = examination.record, let codes = record.criteria.terms.codes else { return }
    for row in record.allRows {
      guard let code = row.code.value, !codes.contains(code) else { continue }
      let place = record.place(of: row, column: row.code.column)
      let grade = EntryTerms.grade(ofCode: code)
      reporter.report(
        place,
        [
          "code": .text(String(code)), "first": .text(String(codes.lowerBound)),
          "last": .text(String(codes.upperBound)),
          "owner": .words(
            grade.map { Text(" (это код \($0) класса)", " (a code of grade \($0))") } ?? Text("", "")),
        ],
        expected: record.criteria.terms.expectedCode, actual: record.actual(at: place))
    }
  }
}

extension EntryTerms {
  /// The grade whose codes begin so: 50012 is of grade 5, 110003 of grade 11; `nil` when no grade has such codes.
  static func grade(ofCode code: Int) -> Int? {
    let (grade, number) = code.quotientAndRemainder(dividingBy: 10_000)
    return (1...1500).contains(number) && [4, 5, 6, 7, 8, 10, 11].contains(grade) ? grade : nil
  }
}
