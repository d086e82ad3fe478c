extension Rule {
  static let pointsUnreadable = Rule(
    "SCR002", "points-unreadable", .error, .types,
    title: Text("Вместо балла непонятный текст", "The points cannot be understood"),
    message: Text(
      "Задание {task}: «{value}» — не балл{hint}. Форма принимает от 0 до {max} или X.",
      "Task {task}: «{value}» is not a number of points{hint}. The form takes 0 to {max}, or X."),
    why: Text(
      "Форма принимает за задание только значения своего списка: прочерк, «?» и слова в неё не войдут.",
      "The form takes only the values of its list for a task: no dash, no «?», no words."),
    mend: Text(
      "Посмотрите задание {task} в бумажном протоколе и введите балл; если участник не приступал к заданию — X.",
      "Look task {task} up in the paper protocol and enter the points; X if the task was not attempted."),
    basis: .form,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | '1 | 2.0 | х | x | 1 | м | 4 |
        | 40002 | 2 | Х | '1 | 1 | 2 | 1 | ж | 5 |
        """)
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | ↓верно | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | ↓?! | 1 | ж | 5 |
        """),
      Example(
        """
        | № п/п | Код | Вар. | 1 | 2 | 3(1) | 3(2) | Итого | Класс | Пол | Отм. |
        | 1 | 40001 | 1 | 1 | 2 | ↓- | 0 | 3 | 1 | м | 4 |
        """),
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    record.forEachPoints { row, task, entry in
      guard entry == .unreadable else { return }
      let place = record.place(of: row, task: task)
      let actual = record.actual(at: place)
      let date = Text(
        ": программа таблиц превратила его в дату", ": the spreadsheet program made a date of it")
      reporter.report(
        place,
        record.pointsWords(task).merging([
          "value": actual.shown, "hint": .words(actual.type == "date" ? date : Text("", "")),
        ]) { $1 },
        expected: Expectation("points", record.criteria.permitted(task)), actual: actual)
    }
  }
}

extension AssessmentProtocol {
  /// The parameters `task` and `max` that every message about a cell of points uses.
  func pointsWords(_ task: Int) -> [String: Parameter] {
    ["task": .text(criteria.tasks[task].id.description), "max": .number(criteria.tasks[task].maximum)]
  }
}
