internal import SchoolCalendar

extension Rule {
  static let expertOverloaded = Rule(
    "PLN014", "expert-overloaded", .warning, .plan,
    title: Text("Эксперт не успеет проверить", "The expert cannot mark so much in time"),
    message: Text(
      "{expert}: с {from} по {to} ({days} {days|рабочий день|рабочих дня|рабочих дней}) нужно проверить {works}"
        + " {works|работу|работы|работ}, а по расчёту успеть можно {limit} (допущение: {rate} {rate|работа|работы|работ} в день).",
      "{expert}: {from} to {to} ({days} working {days|day|days}) there are {works} {works|paper|papers} to mark, but"
        + " {limit} can be marked (assumed: {rate} {rate|paper|papers} a day)."),
    why: Text(
      "На проверку даётся 2 рабочих дня; спешка портит оценку, опоздание — загрузку.",
      "There are 2 working days for marking; haste spoils the marks, delay the upload."),
    mend: Text(
      "Разведите работы по дням или назначьте второго эксперта. Сколько работ в день, задают правила сроков района (поле expertLoad).",
      "Spread the tests over more days or appoint a second expert. The papers a day are a policy value, expertLoad."
    ),
    basis: .procedure("11.8"),
    accepts: [.goodPlan],
    rejects: [
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
          | edu380001 | 5 | Математика | 15.04.2024 | 40 | Орлова Вера Павловна | ↓Соколов Пётр Ильич |
          | edu380001 | 6 | Математика | 15.04.2024 | 35 | Орлова Вера Павловна | ↓Соколов Пётр Ильич |
          """),
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт | Второй эксперт |
          | edu380001 | 5 | Математика | 15.04.2024 | 130 | Орлова Вера Павловна | ↓Соколов Пётр Ильич | Волков Игорь Львович |
          [Эксперты]
          | ФИО | Логин школы | Предмет | Стаж |
          | Соколов Пётр Ильич | edu380002 | Математика | 12 |
          | Волков Игорь Львович | edu380002 | Математика | 12 |
          """),
    ]
  ) { examination, reporter in
    for load in ExpertLoad.all(examination) {
      guard let peak = load.peak(examination), let first = peak.jobs.first else { continue }
      reporter.report(
        first.place.of(load.name),
        [
          "expert": .text(load.name), "from": DeadlineWords.day(peak.from), "to": DeadlineWords.day(peak.to),
          "days": .number(peak.days), "works": .number(peak.papers), "limit": .number(peak.limit),
          "rate": .number(examination.policy.expertLoad),
        ],
        related: peak.jobs.dropFirst().map(\.place))
    }
  }
}
