extension Rule {
  static let valueNotOffered = Rule(
    "SCR006", "value-not-offered", .error, .types,
    title: Text("Этого значения в форме нет", "The form does not offer this value"),
    message: Text(
      "Задание {task}: «{value}» форма этой работы не предлагает. Она принимает от 0 до {max} или X.",
      "Task {task}: the form's list has no «{value}». The form takes 0 to {max}, or X."),
    why: Text(
      "Значение «не пройд.» есть не во всех формах; где его нет, система его отклонит.",
      "Not every form offers «не пройд.»; where it is missing, the system will reject it."),
    mend: Text(
      "Уточните у эксперта балл за задание {task}; если участник не приступал к нему, введите X.",
      "Ask the expert for the points of task {task}; enter X if the pupil did not attempt it."),
    basis: .form,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | н/п | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | не пройд. | 1 | 2 | 1 | ж | 5 |
        """
      ).with { $0.criteria = .withNotCovered }
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | ↓н/п | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | ↓не пройд. | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | Код | Вариант | 4К1 (3б) | 4К2 (2б) | Сумма | Класс | Отм. |
        | 40001 | 1 | 0 | ↓не проходили | 0 | 1 | 4 |
        | 40002 | 2 | 3 | 2 | 5 | 1 | 5 |
        """
      ).with { $0.criteria = .dependent },
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    let terms = record.criteria.terms
    record.forEachPoints { row, task, entry in
      guard entry == .points(.notCovered), !terms.offersNotCovered(task) else { return }
      let place = record.place(of: row, task: task)
      let actual = record.actual(at: place)
      reporter.report(
        place, record.pointsWords(task).merging(["value": actual.shown]) { $1 },
        expected: Expectation("points", record.criteria.permitted(task)), actual: actual)
    }
  }
}
