extension Rule {
  static let expertOwnSchool = Rule(
    "PLN001", "expert-own-school", .error, .plan,
    title: Text("Эксперт проверяет свою школу", "The expert marks the own school"),
    message: Text(
      "{expert} работает в школе {school} и назначен проверять её же работы: {work}.",
      "{expert} works in the school {school} and is to mark its own works: {work}."),
    why: Text(
      "Комиссия отвечает за независимость проверки; своих учеников узнают по почерку, и результат оспорят.",
      "The commission answers for independent marking; teachers know their pupils' hands, and the result will be doubted."
    ),
    mend: Text(
      "Назначьте на эту работу эксперта из другой школы.",
      "Appoint an expert from another school for this work."),
    basis: .procedure("9.4"),
    accepts: [.goodPlan],
    rejects: [
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
          | edu380001 | 5 | Математика | 15.04.2024 | 20 | Орлова Вера Павловна | ↓Лебедева Анна Юрьевна |
          | edu380002 | 5 | Математика | 16.04.2024 | 15 | Орлова Вера Павловна | Лебедева Анна Юрьевна |
          """),
      Example(
        plan: """
          [График]
          | Школа | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт | Второй эксперт |
          | СОШ № 2 | 6 | Математика | 15.04.2024 | 20 | Орлова В.П. | Лебедева А.Ю. | ↓П. И. Соколов |
          """),
    ]
  ) { examination, reporter in
    guard let plan = examination.plan else { return }
    for work in plan.works {
      guard let school = work.school.value.map(plan.schoolKey) else { continue }
      for expert in work.experts {
        guard let name = expert.value else { continue }
        let own = plan.experts(named: name).contains { $0.school.value.map(plan.schoolKey) == school }
        guard own else { continue }
        reporter.report(
          expert.place.of(work.key), plan.words(of: work).merging(["expert": .text(name)]) { $1 },
          actual: expert.actual)
      }
    }
  }
}
