extension Rule {
  static let secondVariantMissing = Rule(
    "PRT008", "second-variant-missing", .error, .rows,
    title: Text("Нет варианта второй части", "The second part's variant is missing"),
    message: Text(
      "За часть {part} баллы есть, а её вариант не указан.",
      "There are points for part {part}, but no variant of it."),
    why: Text(
      "У каждой части работы свой вариант, и форма требует оба.",
      "Each part of the work has a variant of its own, and the form asks for both."),
    mend: Text(
      "Посмотрите в бумажном протоколе вариант части {part} и введите его.",
      "Look the variant of part {part} up in the paper protocol and enter it."),
    basis: .form,
    accepts: [
      Example(
        """
        | Код участника | Вариант (часть 1) | 1 (1б) | 2 (2б) | Вариант (часть 2) | 3 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | 2 | 1 | 1 | м | 4 |
        | 40002 | отсутствовал | | | | | | | |
        """
      ).with { $0.criteria = .twoParts }
    ],
    rejects: [
      Example(
        """
        | Код участника | Вариант (часть 1) | 1 (1б) | 2 (2б) | Вариант (часть 2) | 3 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | ↓ | 1 | 1 | м | 4 |
        | 40002 | 2 | 0 | X | 1 | 2 | 1 | ж | 3 |
        """
      ).with { $0.criteria = .twoParts },
      Example(
        """
        | Код | Вар. (часть 1) | Вар. (часть 2) | 1 | 2 | 3 | Класс | Пол | Отм. |
        | 40001 | 1 | 2 | 1 | 2 | 0 | 1 | м | 4 |
        | 40002 | 2 | ↓ | 0 | X | X | 1 | ж | 3 |
        """
      ).with { $0.criteria = .twoParts },
    ]
  ) { examination, reporter in
    guard let record = examination.record, record.criteria.parts > 1 else { return }
    for (index, participant) in record.present {
      for (slot, variant) in participant.variants.enumerated().dropFirst()
      where variant.hasColumn && variant.isBlank {
        guard record.hasWritten(index, part: slot + 1) else { continue }
        let place = record.place(of: participant, column: variant.column)
        reporter.report(
          place, ["part": .number(slot + 1)], expected: record.criteria.terms.expectedVariant,
          actual: record.actual(at: place))
      }
    }
  }
}
