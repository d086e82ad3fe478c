extension Rule {
  static let markMissing = Rule(
    "PRT015", "mark-missing", .error, .rows,
    title: Text("Нет отметки за предыдущий период", "The mark of the previous period is missing"),
    message: Text(
      "Не указана отметка за предыдущий период: нужно одно из значений {permitted}.",
      "The mark of the previous period is missing: one of {permitted} is needed."),
    why: Text(
      "С этой отметкой сравнивают отметку за работу; форма требует её у каждого, кто писал работу.",
      "The mark of the work is compared with it; the form asks for it for everybody who wrote the work."),
    mend: Text(
      "Введите отметку из журнала за предыдущую четверть, триместр или полугодие; если её нет — «нет отметки».",
      "Enter the mark of the previous quarter, term or half-year from the register; if there is none, «нет отметки»."
    ),
    basis: .form,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | нет отметки |
        | 40002 | отсутствовал | | | | | 1 | ж | |
        """)
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | ↓ |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | Код | Вар. | 1 | 2 | 3(1) | 3(2) | Класс | Пол | Отметка за четверть | Отметка за ВПР |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 3 | 3 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | ↓ | 4 |
        """),
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    let expected = record.criteria.terms.expectedMark
    for (index, participant) in record.present {
      guard participant.previousMark.isBlank, participant.previousMark.hasColumn, record.hasWritten(index)
      else { continue }
      let place = record.place(of: participant, column: participant.previousMark.column)
      reporter.report(
        place, ["permitted": .text(expected.values.joined(separator: ", "))], expected: expected,
        actual: record.actual(at: place))
    }
  }
}
