extension Rule {
  static let scoreAboveMax = Rule(
    "SCR004", "score-above-max", .error, .rows,
    title: Text("Балл больше максимума", "More points than the maximum"),
    message: Text(
      "Задание {task}: указано {value} {value|балл|балла|баллов}, максимум — {max}.",
      "Task {task}: {value} {value|point|points} given, the maximum is {max}."),
    why: Text(
      "Форма принимает за задание только значения своего списка; балл больше максимума система отклонит.",
      "The form takes only the values of its list for a task; the system will reject more points than the maximum."
    ),
    mend: Text(
      "Посмотрите задание {task} в бумажном протоколе и введите балл от 0 до {max} или X.",
      "Look task {task} up in the paper protocol and enter 0 to {max} points, or X."),
    basis: .form,
    accepts: [.plain],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | ↓3 | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | № п/п | Код | Вар. | 1 | 2 | 3(1) | 3(2) | Класс | Пол | Отм. |
        | 1 | 40001 | 1 | 1 | 2 | ↓12 | 0 | 1 | м | 4 |
        """),
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    record.forEachPoints { row, task, entry in
      guard let points = entry.points?.number, points > record.criteria.tasks[task].maximum else { return }
      let place = record.place(of: row, task: task)
      reporter.report(
        place, record.pointsWords(task).merging(["value": .number(points)]) { $1 },
        expected: Expectation("points", record.criteria.permitted(task)), actual: record.actual(at: place))
    }
  }
}
