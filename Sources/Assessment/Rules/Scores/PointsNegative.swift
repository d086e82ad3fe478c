extension Rule {
  static let pointsNegative = Rule(
    "SCR005", "points-negative", .error, .rows,
    title: Text("Балл меньше нуля", "Points below zero"),
    message: Text(
      "Задание {task}: указано «{value}», а баллов меньше нуля не бывает. Форма принимает от 0 до {max} или X.",
      "Task {task}: «{value}» is given, but points are never below zero. The form takes 0 to {max}, or X."),
    why: Text(
      "Минус обычно остаётся от прочерка или тире рядом с баллом.",
      "The minus is most often left over from a dash beside the points."),
    mend: Text(
      "Посмотрите задание {task} в бумажном протоколе и введите балл без минуса; если участник не приступал к заданию — X.",
      "Look task {task} up in the paper protocol and enter the points without a minus; X if it was not attempted."
    ),
    basis: .form,
    accepts: [.plain],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | ↓-1 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | Код | Вариант | 1 | 2 | 3.1 | 3.2 | Итого баллов | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | ↓'-2 | 0 | 0 | 3 | 1 | м | 4 |
        """),
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    record.forEachPoints { row, task, entry in
      guard entry == .negative else { return }
      let place = record.place(of: row, task: task)
      let actual = record.actual(at: place)
      reporter.report(
        place, record.pointsWords(task).merging(["value": actual.shown]) { $1 },
        expected: Expectation("points", record.criteria.permitted(task)), actual: actual)
    }
  }
}
