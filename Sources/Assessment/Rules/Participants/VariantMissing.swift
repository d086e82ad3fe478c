extension Rule {
  static let variantMissing = Rule(
    "PRT006", "variant-missing", .error, .rows,
    title: Text("Нет варианта", "The variant is missing"),
    message: Text("Не указан вариант{part}{hint}.", "The variant{part} is missing{hint}."),
    why: Text(
      "Вариант обязателен для каждого, кто писал работу; отсутствовавший отмечается в этой же ячейке.",
      "Everybody who wrote the work needs a variant; an absent pupil is marked in the same cell."),
    mend: Text(
      "Введите номер варианта из бумажного протокола. Если участник отсутствовал, введите «отсутствовал».",
      "Enter the variant's number from the paper protocol. If the pupil was absent, enter «отсутствовал»."),
    basis: .form,
    accepts: [
      .plain,
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | отсут. | | | | | | | |
        """),
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | ↓ | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | ↓ | | | | | | | |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        | 40003 | ↓ | | | | | 1 | м | 4 |
        """),
      Example(
        """
        | Код участника | Вариант (часть 1) | 1 (1б) | 2 (2б) | Вариант (часть 2) | 3 (2б) | Класс | Пол | Отм. |
        | 40001 | ↓ | 1 | 2 | 2 | 1 | 1 | м | 4 |
        """
      ).with { $0.criteria = .twoParts },
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    for (index, participant) in record.present {
      guard let variant = participant.variants.first, variant.hasColumn, variant.isBlank else { continue }
      let isOpen = !record.hasWritten(index)
      // Without a code and without a trace of work the row is PRT001's; a part left blank whole is SCR001's.
      guard isOpen ? !participant.code.isBlank : record.hasWritten(index, part: 1) else { continue }
      let place = record.place(of: participant, column: variant.column)
      let hint = Text(
        ", баллов тоже нет: если участник отсутствовал, введите «отсутствовал»",
        ", and there are no points: if the pupil was absent, enter «отсутствовал»")
      reporter.report(
        place,
        [
          "part": .words(
            record.criteria.parts > 1 && !isOpen ? Text(" (часть 1)", " of part 1") : Text("", "")),
          "hint": .words(isOpen ? hint : Text("", "")),
        ],
        expected: record.criteria.terms.expectedVariant, actual: record.actual(at: place))
    }
  }
}

extension EntryTerms {
  /// The variants that would do.
  var expectedVariant: Expectation { Expectation("variant", variants.map(String.init) + [Words.absent]) }
}
