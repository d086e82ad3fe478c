extension Rule {
  static let expertMissing = Rule(
    "PLN005", "expert-missing", .error, .plan,
    title: Text("Нет эксперта", "No expert"),
    message: Text(
      "{work}, {school}, {held}: эксперт не назначен.", "{work}, {school}, {held}: no expert is appointed."),
    why: Text(
      "Срок проверки — 2 рабочих дня — идёт со дня работы: искать эксперта потом будет некогда.",
      "The marking term of 2 working days runs from the day of the test: there will be no time to look for an expert."
    ),
    mend: Text(
      "Впишите эксперта по этому предмету из другой школы.",
      "Enter an expert of this subject from another school."),
    basis: .procedure("11.8"),
    accepts: [.goodPlan],
    rejects: [
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
          | edu380001 | 5 | Математика | 15.04.2024 | 20 | Орлова Вера Павловна | ↓_ |
          """),
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Наблюдатель |
          | ↓edu380001 | 5 | Математика | 15.04.2024 | Орлова Вера Павловна |
          """),
    ]
  ) { examination, reporter in
    guard let plan = examination.plan else { return }
    for work in plan.works where work.experts.allSatisfy(\.isBlank) {
      guard let first = work.experts.first else { continue }
      reporter.report(first.place.of(work.key), plan.words(of: work))
    }
  }
}
