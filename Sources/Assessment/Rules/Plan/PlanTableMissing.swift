extension Rule {
  static let planTableMissing = Rule(
    "PLN016", "plan-table-missing", .fatal, .plan,
    title: Text("Таблицы плана нет или она пуста", "A table of the plan is missing or empty"),
    message: Text(
      "Нет или пусто: {tables}. Таблица узнаётся по заголовкам: {headers}.",
      "Missing or empty: {tables}. A table is told by its headers: {headers}."),
    why: Text(
      "План без школ, графика, наблюдателей или экспертов проверить нельзя.",
      "A plan without schools, schedule, observers or experts cannot be checked."),
    mend: Text(
      "Возьмите пустой план (oko blank plan -o план.xlsx) и перенесите в него данные, или добавьте лист с такими заголовками.",
      "Take an empty plan (oko blank plan -o plan.xlsx) and move the data into it, or add a sheet with such headers."
    ),
    basis: .procedure("6"),
    accepts: [.goodPlan],
    rejects: [
      Example(
        plan: """
          [Наблюдатели]
          | Список наблюдателей утверждён |
          """),
      Example(
        plan: """
          [Эксперты]
          | Фамилия | Город |
          | Соколов | Улан-Удэ |
          [Школы]
          | № | Адрес |
          | 1 | ул. Мира, 5 |
          """),
    ]
  ) { examination, reporter in
    guard let plan = examination.plan else { return }
    // Observers and experts may be entered later (PLN004, PLN005); without schools and works there is no plan.
    let empty: [PlanTable.Kind] =
      (plan.schools.isEmpty ? [.schools] : []) + (plan.works.isEmpty ? [.works] : [])
    let missing = PlanTable.Kind.allCases.filter {
      $0 != .approvals && (!plan.tables.contains($0) || empty.contains($0))
    }
    guard !missing.isEmpty else { return }
    reporter.report(
      Place(source: 0),
      [
        "tables": .words(
          Text(
            missing.map(\.title.ru).joined(separator: ", "), missing.map(\.title.en).joined(separator: ", "))),
        "headers": .text(missing.map(\.headers).joined(separator: "; ")),
      ],
      expected: Expectation("header", missing.map(\.headers)))
  }
}

extension PlanTable.Kind {
  /// The headers by which the table is told.
  fileprivate var headers: String {
    switch self {
    case .schools: "Логин, Название"
    case .works: "Логин, Класс, Предмет, Дата"
    case .observers: "ФИО, Место работы"
    case .experts: "ФИО, Логин школы, Предмет, Стаж"
    case .approvals: "Что утверждено, Дата"
    }
  }
}
