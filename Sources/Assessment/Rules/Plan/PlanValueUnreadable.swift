extension Rule {
  static let planValueUnreadable = Rule(
    "PLN011", "plan-value-unreadable", .error, .plan,
    title: Text("Значение плана не понято", "A value of the plan is not understood"),
    message: Text(
      "Лист «{table}», {entry}: «{value}» — не понято, что это за {column}. Нужно: {expected}.",
      "Sheet «{table}», {entry}: «{value}» is not understood as {column}. Expected: {expected}."),
    why: Text(
      "Значение, которое не понято, не угадывается: из него считались бы сроки.",
      "A value that is not understood is not guessed: terms would be counted from it."),
    mend: Text("Исправьте ячейку. Нужно: {expected}.", "Mend the cell. Expected: {expected}."),
    basis: .practice,
    accepts: [.goodPlan],
    rejects: [
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
          | edu380001 | 5 | ↓Черчение | ↓15.04.24 | 20 | Орлова Вера Павловна | Соколов Пётр Ильич |
          """),
      Example(
        plan: """
          [Эксперты]
          | ФИО | Логин школы | Предмет | Стаж |
          | Соколов Пётр Ильич | edu380002 | Математика | ↓много лет |
          | Лебедева Анна Юрьевна | edu380001 | Математика | 7 лет |
          """),
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
          | edu380001 | ↓пятый | Математика | ↓во вторник | ↓#N/A | Орлова Вера Павловна | Соколов Пётр Ильич |
          """),
    ]
  ) { examination, reporter in
    for value in examination.plan?.values ?? [] where value.isUnclear {
      let expected = value.column.expected
      reporter.report(
        value.place.of(value.entry),
        [
          "table": .words(value.table.title), "entry": .text(value.entry),
          "column": .words(value.column.title),
          "value": value.actual?.shown ?? .text(""), "expected": .words(expected),
        ],
        expected: Expectation(
          value.column.rawValue, value.column == .subject ? Subject.all.map(\.title) : []),
        actual: value.actual)
    }
  }
}

extension PlanColumn {
  /// What would be understood.
  fileprivate var expected: Text {
    switch self {
    case .login: Text("логин вида edu380001", "a login like edu380001")
    case .grade: Text("класс от 1 до 11, например 7 или 7А", "a grade from 1 to 11, like 7 or 7А")
    case .subject:
      Text("предмет ВПР, например «Математика» или МА", "a subject of the ВПР, like «Математика» or МА")
    case .level: Text("«базовый» или «углублённый»", "«базовый» or «углублённый»")
    case .held: Text("дата вида 15.04.2024", "a date like 15.04.2024")
    case .participants, .firstCode, .lastCode, .experience: Text("целое число", "a whole number")
    case .approved:
      Text(
        "«список ОО», «наблюдатели», «эксперты» или «график»",
        "«список ОО», «наблюдатели», «эксперты» or «график»")
    default: Text("текст", "text")
    }
  }
}
