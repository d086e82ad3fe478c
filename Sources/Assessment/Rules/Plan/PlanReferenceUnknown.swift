extension Rule {
  static let planReferenceUnknown = Rule(
    "PLN013", "plan-reference-unknown", .error, .plan,
    title: Text("В плане нет такой школы или такого человека", "The plan has no such school or person"),
    message: Text(
      "«{name}» ({role}) есть в графике, а на листе «{table}» нет.",
      "«{name}» ({role}) stands in the schedule and not on the sheet «{table}»."),
    why: Text(
      "Состав школ, наблюдателей и экспертов утверждается списком; о том, кого в списке нет, не известны ни стаж, ни место"
        + " работы.",
      "Schools, observers and experts are approved as lists; of somebody who is on no list neither years nor workplace are"
        + " known."),
    mend: Text(
      "Проверьте, так ли написано, как в списке, или допишите в список «{table}».",
      "Check the spelling against the list, or add it to the sheet «{table}»."),
    basis: .procedure("6.1–6.3"),
    accepts: [.goodPlan],
    rejects: [
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
          | ↓edu380009 | 5 | Математика | 15.04.2024 | 20 | Орлова Вера Павловна | Соколов Пётр Ильич |
          """),
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
          | edu380001 | 5 | Математика | 15.04.2024 | 20 | ↓Орлова Вероника Павловна | ↓Сокольский П.И. |
          """),
    ]
  ) { examination, reporter in
    guard let plan = examination.plan else { return }
    func report(_ field: PlanField<String>, _ work: Plan.PlannedWork, _ role: Text, _ table: PlanTable.Kind) {
      guard let name = field.value, plan.tables.contains(table) else { return }
      reporter.report(
        field.place.of(work.key),
        ["name": .text(name), "role": .words(role), "table": .words(table.title)], actual: field.actual)
    }
    for work in plan.works {
      if plan.school(work.school.value) == nil {
        report(work.school, work, Text("школа", "school"), .schools)
      }
      if plan.observer(named: work.observer.value ?? "") == nil {
        report(work.observer, work, Text("наблюдатель", "observer"), .observers)
      }
      for expert in work.experts where plan.experts(named: expert.value ?? "").isEmpty {
        report(expert, work, Text("эксперт", "expert"), .experts)
      }
    }
  }
}
