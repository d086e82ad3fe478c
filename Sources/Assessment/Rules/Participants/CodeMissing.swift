extension Rule {
  static let codeMissing = Rule(
    "PRT001", "code-missing", .error, .rows,
    title: Text("Нет кода участника", "The participant's code is missing"),
    message: Text(
      "В строке {row} есть данные, но нет кода участника.", "Row {row} holds data, but no participant's code."
    ),
    why: Text(
      "Форма знает участника только по коду: без него результат некому отнести.",
      "The form knows a participant by the code alone: without it the result belongs to nobody."),
    mend: Text(
      "Найдите эту работу в бумажном протоколе и введите её код. Если строка лишняя, удалите её.",
      "Find this work in the paper protocol and enter its code. If the row is surplus, delete it."),
    basis: .form,
    accepts: [.plain],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | ↓ | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | № п/п | Код участника | Вар. | 1 | 2 | 3(1) | 3(2) | Класс | Пол | Отм. пред. |
        | 1 | ↓ | отсутствовал | | | | | | | |
        | 2 | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | нет отметки |
        """),
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    for row in record.allRows where row.code.isBlank {
      let place = record.place(of: row, column: row.code.column)
      reporter.report(
        place, ["row": .number(row.row + 1)], expected: record.criteria.terms.expectedCode,
        actual: record.actual(at: place))
    }
  }
}
