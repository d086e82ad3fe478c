extension Rule {
  static let observerNotIndependent = Rule(
    "PLN006", "observer-not-independent", .query, .plan,
    title: Text("Наблюдатель из этой же школы", "The observer belongs to the school"),
    message: Text(
      "{observer} работает в школе {school} и назначен наблюдателем в неё же: {work}, {held}.",
      "{observer} works in the school {school} and is to observe there: {work}, {held}."),
    why: Text(
      "Наблюдателей берут из специалистов отдела образования и ТРЦ, чтобы контроль был независимым.",
      "Observers are specialists of the education office and the district centre, so that the control is independent."
    ),
    mend: Text(
      "Назначьте наблюдателя со стороны. Если другого нет, поясните.",
      "Appoint an observer from outside. If there is nobody else, explain it."),
    basis: .procedure("10.1"),
    accepts: [
      .goodPlan,
      Example(
        plan: """
          [Наблюдатели]
          | ФИО | Место работы |
          | Орлова Вера Павловна | методист, СОШ № 12 |
          """),
    ],
    rejects: [
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
          | edu380001 | 5 | Математика | 15.04.2024 | 20 | ↓Орлова Вера Павловна | Соколов Пётр Ильич |
          [Наблюдатели]
          | ФИО | Место работы |
          | Орлова Вера Павловна | СОШ № 1, учитель |
          """),
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
          | edu380001 | 5 | Математика | 15.04.2024 | 20 | ↓Громов О.И. | Соколов Пётр Ильич |
          [Наблюдатели]
          | ФИО | Место работы |
          | Громов Олег Иванович | edu380001 |
          """),
    ]
  ) { examination, reporter in
    guard let plan = examination.plan else { return }
    var schools: [String: String?] = [:]
    for text in plan.observers.compactMap(\.workplace.value) where schools[text] == nil {
      schools[text] = .some(plan.schoolKey(ofWorkplace: text))
    }
    for work in plan.works {
      guard let name = work.observer.value, let school = work.school.value.map(plan.schoolKey) else {
        continue
      }
      let workplace = plan.observer(named: name)?.workplace.value.flatMap { schools[$0] ?? nil }
      let taught = plan.experts(named: name).compactMap { $0.school.value.map(plan.schoolKey) }
      guard workplace == school || taught.contains(school) else { continue }
      reporter.report(
        work.observer.place.of(work.key), plan.words(of: work).merging(["observer": .text(name)]) { $1 },
        actual: work.observer.actual)
    }
  }
}
