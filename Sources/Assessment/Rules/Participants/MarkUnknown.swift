extension Rule {
  static let markUnknown = Rule(
    "PRT014", "mark-unknown", .error, .types,
    title: Text("Такой отметки нет", "There is no such mark"),
    message: Text(
      "Отметка за предыдущий период — «{value}», а форма принимает только: {permitted}.",
      "The mark of the previous period is «{value}», but the form takes only: {permitted}."),
    why: Text(
      "Форма принимает отметку только из своего списка.", "The form takes only the marks of its list."),
    mend: Text(
      "Введите отметку за предыдущую четверть, триместр или полугодие: {permitted}.",
      "Enter the mark of the previous quarter, term or half-year: {permitted}."),
    basis: .form,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отметка за четверть |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 2 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | нет |
        """)
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | ↓1 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | ↓45 |
        """),
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. пред. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | ↓зачёт |
        """),
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    let terms = record.criteria.terms
    for (_, participant) in record.present {
      switch participant.previousMark.reading {
      case .blank, .void: continue
      case .value(.mark(let mark)) where terms.marks.contains(mark): continue
      case .value(.none) where terms.offersNoMark: continue
      case .value, .unclear: break
      }
      let place = record.place(of: participant, column: participant.previousMark.column)
      let actual = record.actual(at: place)
      reporter.report(
        place,
        ["value": actual.shown, "permitted": .text(terms.expectedMark.values.joined(separator: ", "))],
        expected: terms.expectedMark, actual: actual)
    }
  }
}

extension EntryTerms {
  /// The marks of the previous period that would do.
  var expectedMark: Expectation {
    Expectation("mark", marks.map(String.init) + (offersNoMark ? [Words.noMark] : []))
  }
}
