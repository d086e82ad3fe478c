extension Rule {
  static let classNotOrdinal = Rule(
    "PRT011", "class-not-ordinal", .error, .types,
    title: Text("Класс — не порядковый номер", "The class is not its ordinal number"),
    message: Text(
      "Класс «{value}»: форма принимает порядковый номер от {first} до {last}{hint}.",
      "Class «{value}»: the form takes the ordinal number, {first} to {last}{hint}."),
    why: Text(
      "Форма различает классы параллели по порядковому номеру, а не по букве.",
      "The form tells the classes of a grade by their ordinal number, not by their letter."),
    mend: Text(
      "Введите порядковый номер класса от {first} до {last} или задайте номера букв: на листе"
        + " «Классы» той же книги или ключом --class-map А=1,Б=2.",
      "Enter the ordinal number of the class, {first} to {last}, or give the numbers of letters: on a sheet"
        + " «Классы» of the same workbook, or by --class-map А=1,Б=2."
    ),
    basis: .form,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 4А | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | б | ж | 5 |
        """
      ).with { $0.classMap = "А=1,Б=2" }
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | ↓4А | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | ↓4А | ж | 5 |
        """),
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | ↓0 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | ↓51 | ж | 5 |
        """),
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | А | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | ↓В | ж | 5 |
        """
      ).with { $0.classMap = "А=1,Б=2" },
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    let terms = record.criteria.terms
    let unknownLetter = Text(
      "; номера такой буквы в списке классов нет", "; the class list has no number for this letter")
    for (_, participant) in record.present {
      let isUnclear = participant.schoolClass.reading == .unclear
      guard isUnclear || participant.schoolClass.value.map({ !terms.classes.contains($0) }) ?? false else {
        continue
      }
      let place = record.place(of: participant, column: participant.schoolClass.column)
      let actual = record.actual(at: place)
      reporter.report(
        place,
        [
          "value": actual.shown, "first": .number(terms.classes.lowerBound),
          "last": .number(terms.classes.upperBound),
          "hint": .words(isUnclear && examination.hasClassMap ? unknownLetter : Text("", "")),
        ],
        expected: terms.expectedClass, actual: actual)
    }
  }
}
