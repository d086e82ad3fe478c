extension Rule {
  static let pointsNotWhole = Rule(
    "SCR003", "points-not-whole", .error, .types,
    title: Text("Балл — не целое число", "Points are not a whole number"),
    message: Text(
      "Задание {task}: «{value}» — не целое число. Форма принимает от 0 до {max} или X.",
      "Task {task}: «{value}» is not a whole number. The form takes 0 to {max}, or X."),
    why: Text(
      "Половинных баллов в критериях нет; дробь бывает следом формулы или пропущенной ячейки.",
      "No criteria give half a point; a fraction is often the trace of a formula or of a cell left out."),
    mend: Text(
      "Посмотрите задание {task} в бумажном протоколе и введите целый балл.",
      "Look task {task} up in the paper protocol and enter whole points."),
    basis: .form,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1.0 | '2,0 | X | 0 | 1 | м | 4 |
        """)
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | ↓1.5 | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | Код | Вариант | 1 | 2 | 3.1 | 3.2 | Сумма | Класс | Пол | Отм. |
        | 40001 | 1 | ↓0,5 | 2 | X | 0 | 2,5 | 1 | м | 4 |
        """
      ).with { $0.isCSV = true },
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    record.forEachPoints { row, task, entry in
      guard entry == .notWhole else { return }
      let place = record.place(of: row, task: task)
      let actual = record.actual(at: place)
      reporter.report(
        place, record.pointsWords(task).merging(["value": actual.shown]) { $1 },
        expected: Expectation("points", record.criteria.permitted(task)), actual: actual)
    }
  }
}
