extension Rule {
  static let sexMissing = Rule(
    "PRT013", "sex-missing", .error, .rows,
    title: Text("Не указан пол", "The sex is missing"),
    message: Text("Пол не указан: нужно «м» или «ж».", "The sex is missing: «м» or «ж» is needed."),
    why: Text(
      "В этой форме есть столбец «Пол», и он заполняется у каждого, кто писал работу.",
      "This form has the column «Пол», and it is filled for everybody who wrote the work."),
    mend: Text("Введите «м» или «ж».", "Enter «м» or «ж»."),
    basis: .form,
    accepts: [
      .plain,
      Example(
        """
        | Код | Вариант | 4К1 (3б) | 4К2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 3 | 2 | 1 | | 4 |
        """
      ).with { $0.criteria = .dependent },
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | ↓ | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | Код | Пол (м/ж) | Класс | Отм. | Вар. | 1 | 2 | 3(1) | 3(2) |
        | 40001 | М | 1 | 4 | 1 | 1 | 2 | X | 0 |
        | 40002 | ↓ | 1 | 5 | 2 | 0 | 1 | 1 | 2 |
        | 40003 | | | | отсутствовал | | | | |
        """),
    ]
  ) { examination, reporter in
    guard let record = examination.record, record.criteria.terms.asksSex else { return }
    for (index, participant) in record.present {
      guard participant.sex.isBlank, participant.sex.hasColumn, record.hasWritten(index) else { continue }
      let place = record.place(of: participant, column: participant.sex.column)
      reporter.report(place, expected: .sex, actual: record.actual(at: place))
    }
  }
}
