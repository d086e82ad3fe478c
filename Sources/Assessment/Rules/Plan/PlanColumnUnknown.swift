extension Rule {
  static let planColumnUnknown = Rule(
    "PLN018", "plan-column-unknown", .warning, .plan,
    title: Text("Столбец плана не понят", "A column of the plan is not understood"),
    message: Text(
      "Столбец «{header}» не понят и не использован.",
      "The column «{header}» is not understood and was not used."),
    why: Text(
      "Если в нём наблюдатель, эксперт или дата, план проверен без них.",
      "If it holds an observer, an expert or a date, the plan was checked without it."),
    mend: Text(
      "Если столбец нужен, назовите его так, как в пустом плане (oko blank plan). Если нет, оставьте как есть.",
      "If the column matters, call it as the empty plan does (oko blank plan). If not, leave it."),
    basis: .practice,
    accepts: [.goodPlan],
    rejects: [
      Example(
        plan: """
          [Школы]
          | Логин | Название | ↓Котельная |
          | edu380001 | СОШ № 1 | газ |
          | edu380002 | СОШ № 2 | уголь |
          """),
      Example(
        plan: """
          [Наблюдатели]
          | ФИО | Место работы | ↓Транспорт |
          | Орлова Вера Павловна | отдел образования | автобус |
          """),
    ]
  ) { examination, reporter in
    for place in examination.plan?.unknownColumns ?? [] {
      reporter.report(place, ["header": .text(place.header ?? "?")])
    }
  }
}
