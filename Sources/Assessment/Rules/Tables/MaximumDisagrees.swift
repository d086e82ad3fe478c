extension Rule {
  static let maximumDisagrees = Rule(
    "TPL009", "maximum-disagrees", .error, .table,
    title: Text("Максимум в заголовке другой", "The header states another maximum"),
    message: Text(
      "Задание {task}: в заголовке «{header}» максимум {stated}, в форме — {max}.",
      "Task {task}: the header «{header}» says a maximum of {stated}, the form says {max}."),
    why: Text(
      "Другой максимум бывает у другой работы или варианта: баллы могли быть выставлены не по тем критериям.",
      "Another maximum belongs to another work or season: the points may follow the wrong criteria."),
    mend: Text(
      "Проверьте, та ли это работа. Если та, исправьте заголовок на «{task} ({max}б)».",
      "Check that it is the same work. If it is, mend the header to «{task} ({max}б)»."),
    basis: .form,
    accepts: [.plain],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | ↓2 (3б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        """),
      Example(
        """
        | Код | Вариант | ↓1 (2 б.) | 2 | 3(1) | 3(2) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        """),
    ]
  ) { examination, reporter in
    guard let criteria = examination.criteria else { return }
    for table in examination.tables {
      for (position, (column, task, stated)) in table.taskColumns.enumerated() {
        guard let stated, let index = criteria.index(of: task, near: position),
          criteria.tasks[index].maximum != stated
        else {
          continue
        }
        let maximum = criteria.tasks[index].maximum
        reporter.report(
          Place(cell: table.location(column), task: task, header: column.header),
          [
            "task": .text(task.description), "header": .text(column.header), "stated": .number(stated),
            "max": .number(maximum),
          ],
          expected: Expectation("header", ["\(task) (\(maximum)б)"]),
          actual: Actual(raw: column.header, type: "text"))
      }
    }
  }
}
