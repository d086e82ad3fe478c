extension Rule {
  static let planValueMissing = Rule(
    "PLN010", "plan-value-missing", .error, .plan,
    title: Text("В плане пропуск", "A hole in the plan"),
    message: Text(
      "Лист «{table}», {entry}: не указано — {column}.", "Sheet «{table}», {entry}: {column} is missing."),
    why: Text(
      "Без этого значения план нельзя проверить: ни сроков, ни независимости.",
      "Without this value neither terms nor independence of the plan can be checked."),
    mend: Text("Заполните ячейку.", "Fill the cell in."),
    basis: .procedure("6"),
    accepts: [.goodPlan],
    rejects: [
      Example(
        plan: """
          [График]
          | Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |
          | edu380001 | 5 | Математика | ↓_ | 20 | Орлова Вера Павловна | Соколов Пётр Ильич |
          """),
      Example(
        plan: """
          [Эксперты]
          | ФИО | Логин школы | Предмет | Стаж |
          | Соколов Пётр Ильич | edu380002 | Математика | ↓_ |
          | Лебедева Анна Юрьевна | edu380001 | Математика | 7 |
          """),
      Example(
        plan: """
          [Школы]
          | Логин | Название |
          | edu380001 | ↓_ |
          | edu380002 | СОШ № 2 |
          """),
    ]
  ) { examination, reporter in
    for value in examination.plan?.values ?? [] where value.isBlank && value.isRequired {
      reporter.report(
        value.place.of(value.entry),
        [
          "table": .words(value.table.title), "entry": .text(value.entry),
          "column": .words(value.column.title),
        ])
    }
  }
}
