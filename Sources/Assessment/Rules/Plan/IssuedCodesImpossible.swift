extension Rule {
  static let issuedCodesImpossible = Rule(
    "PLN017", "issued-codes-impossible", .error, .plan,
    title: Text("Коды участников не подходят", "The codes given out do not fit"),
    message: Text(
      "{work}, {school}: коды {from}–{to} — {problem}.", "{work}, {school}: codes {from}–{to}: {problem}."),
    why: Text(
      "По кодам протокол сверяется с тем, кому их выдали; код другой параллели форма не примет.",
      "Protocols are compared with the codes that were given out; the form does not take a code of another grade."
    ),
    mend: Text(
      "Впишите первый и последний код так, как они выданы в ФИС ОКО.",
      "Enter the first and the last code as ФИС ОКО has given them out."),
    basis: Basis(
      .form, Text("форма сбора результатов ФИС ОКО", "ФИС ОКО results form"), confidence: "medium"),
    accepts: [
      .goodPlan,
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Код с | Код по | Наблюдатель | Эксперт |
          | edu380001 | 5 | Математика | 15.04.2024 | 20 | 50001 | 50024 | Орлова Вера Павловна | Соколов Пётр Ильич |
          """),
    ],
    rejects: [
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Код с | Код по | Наблюдатель | Эксперт |
          | edu380001 | 5 | Математика | 15.04.2024 | 20 | ↓60001 | 60020 | Орлова Вера Павловна | Соколов Пётр Ильич |
          """),
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Код с | Код по | Наблюдатель | Эксперт |
          | edu380001 | 5 | Математика | 15.04.2024 | 20 | ↓50020 | 50001 | Орлова Вера Павловна | Соколов Пётр Ильич |
          | edu380002 | 5 | Математика | 16.04.2024 | 20 | ↓50001 | 50010 | Орлова Вера Павловна | Лебедева Анна Юрьевна |
          """),
    ]
  ) { examination, reporter in
    guard let plan = examination.plan else { return }
    for work in plan.works {
      guard let first = work.firstCode.value, let last = work.lastCode.value,
        let problem = problem(first, last, work)
      else { continue }
      reporter.report(
        work.firstCode.place.of(work.key),
        plan.words(of: work).merging([
          "from": .number(first), "to": .number(last), "problem": .words(problem),
        ]) { $1 },
        actual: work.firstCode.actual, related: [work.lastCode.place])
    }
  }

  private static func problem(_ first: Int, _ last: Int, _ work: Plan.PlannedWork) -> Text? {
    guard first <= last else { return Text("первый больше последнего", "the first is above the last") }
    // The ranges of grades 10 and 11 are not known.
    if let grade = work.grade.value?.grade, (4...8).contains(grade),
      first / 10_000 != grade || last / 10_000 != grade
    {
      return Text(
        "не из диапазона \(grade) класса, который начинается с \(grade)0001",
        "not of the range of grade \(grade), which begins with \(grade)0001")
    }
    let count = last - first + 1
    guard let pupils = work.participants.value, pupils > count else { return nil }
    return Text(
      "их \(count), а участников \(pupils)",
      "\(count) \(count == 1 ? "code" : "codes") for \(pupils) participants")
  }
}
