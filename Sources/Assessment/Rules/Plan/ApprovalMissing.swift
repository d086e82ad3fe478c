internal import SchoolCalendar

extension Rule {
  static let approvalMissing = Rule(
    "PLN015", "approval-missing", .warning, .plan,
    title: Text("Нет утверждения", "An approval is missing"),
    message: Text("{subject} (п. {clause} порядка): {problem}.", "{subject} (clause {clause}): {problem}."),
    why: Text(
      "Список школ, наблюдателей, экспертов и график утверждает отдел образования — до первой работы.",
      "The education office approves schools, observers, experts and schedule before the first test."),
    mend: Text(
      "Впишите на лист «Утверждения» дату и номер приказа; если его ещё нет, подготовьте.",
      "Enter date and number of the order on the sheet «Утверждения»; prepare it if there is none yet."),
    basis: .procedure("6.1–6.4"),
    accepts: [.goodPlan],
    rejects: [
      Example(
        plan: """
          [Утверждения]
          | Что утверждено | Дата | Номер |
          | Список ОО | 01.03.2024 | 41 |
          | Наблюдатели | 01.03.2024 | 41 |
          | Эксперты | ↓_ | |
          | График | 01.03.2024 | 42 |
          """),
      Example(
        plan: """
          [Утверждения]
          | Что утверждено | Дата | Номер |
          | 6.1 Список ОО | ↓19.04.2024 | 41 |
          | 6.2 Наблюдатели | 01.03.2024 | 41 |
          | 6.3 Эксперты | 01.03.2024 | 41 |
          """),
    ]
  ) { examination, reporter in
    guard let plan = examination.plan, !plan.works.isEmpty else { return }
    let first = plan.works.compactMap(\.held.value).min()
    for subject in Plan.Approved.allCases {
      let approvals = plan.approvals.filter { $0.subject.value == subject }
      // A day that is not understood is PLN011.
      guard !approvals.contains(where: { $0.day.reading == .unclear }) else { continue }
      let day = approvals.compactMap(\.day.value).min()
      guard let problem = problem(day, first) else { continue }
      let place = approvals.first?.day.place ?? Place()
      reporter.report(
        place.of("п. \(subject.rawValue)"),
        [
          "subject": .words(subject.title), "clause": .text(subject.rawValue), "problem": .words(problem),
        ])
    }
  }

  private static func problem(_ day: CalendarDay?, _ first: CalendarDay?) -> Text? {
    guard let day else { return Text("дата утверждения не указана", "the day of the approval is not given") }
    guard let first, day > first else { return nil }
    let (approved, test) = (DeadlineWords.words(day), DeadlineWords.words(first))
    return Text(
      "утверждено \(approved.ru), а первая работа — \(test.ru)",
      "approved on \(approved.en), while the first test is on \(test.en)")
  }
}

extension Plan.Approved {
  /// What is approved.
  public var title: Text {
    switch self {
    case .schools: Text("Список школ", "The list of schools")
    case .observers: Text("Состав наблюдателей", "The observers")
    case .experts: Text("Состав экспертов", "The experts")
    case .schedule: Text("График", "The schedule")
    }
  }
}
