extension Rule {
  static let observerMissing = Rule(
    "PLN004", "observer-missing", .error, .plan,
    title: Text("Нет наблюдателя", "No observer"),
    message: Text(
      "{work}, {school}, {held}: наблюдатель не назначен.",
      "{work}, {school}, {held}: no observer is appointed."),
    why: Text(
      "Наблюдатель присутствует при получении и печати материалов и забирает пакет работ: без него работа не считается"
        + " проведённой под контролем.",
      "The observer is present when materials are received and printed, and takes the package: without one the test was"
        + " not under control."),
    mend: Text(
      "Впишите наблюдателя из утверждённого состава.", "Enter an observer of the approved list."),
    basis: .procedure("11.2"),
    accepts: [.goodPlan],
    rejects: [
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
          | edu380001 | 5 | Математика | 15.04.2024 | 20 | ↓_ | Соколов Пётр Ильич |
          """),
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Эксперт |
          | ↓edu380001 | 5 | Математика | 15.04.2024 | Соколов Пётр Ильич |
          """),
    ]
  ) { examination, reporter in
    guard let plan = examination.plan else { return }
    for work in plan.works where work.observer.isBlank {
      reporter.report(work.observer.place.of(work.key), plan.words(of: work))
    }
  }
}
