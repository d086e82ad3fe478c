extension Rule {
  static let dependentPoints = Rule(
    "SCR008", "dependent-points", .error, .rows,
    title: Text("Балл не сочетается с главным критерием", "Points at odds with the controlling criterion"),
    message: Text(
      "Задание {task}: указано {value}, но при {given} за {controller} возможно только {allowed}.",
      "Task {task}: {value} is given, but with {given} for {controller} only {allowed} is possible."),
    why: Text(
      "Если главный критерий не выполнен, зависимые от него не оцениваются; форма других значений не примет.",
      "When the controlling criterion is not met, those that hang on it are not marked; the form takes nothing else."
    ),
    mend: Text(
      "Посмотрите {controller} и {task} в бумажном протоколе: один из двух баллов введён неверно или неверно выставлен.",
      "Look {controller} and {task} up in the paper protocol: one of the two was keyed or marked wrongly."),
    basis: .form,
    accepts: [
      Example(
        """
        | Код | Вариант | 4К1 (3б) | 4К2 (2б) | Класс | Отм. |
        | 40001 | 1 | 0 | X | 1 | 4 |
        | 40002 | 2 | X | 0 | 1 | 5 |
        | 40003 | 2 | 1 | 2 | 1 | 5 |
        """
      ).with { $0.criteria = .dependent }
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 4К1 (3б) | 4К2 (2б) | Класс | Отм. |
        | 40001 | 1 | 0 | ↓1 | 1 | 4 |
        | 40002 | 2 | 3 | 2 | 1 | 5 |
        """
      ).with { $0.criteria = .dependent },
      Example(
        """
        | Код | Вар. | 4K2 | 4K1 | Класс | Отм. | Итого |
        | 40001 | 1 | ↓2 | х | 1 | 4 | 2 |
        | 40002 | 2 | X | 0 | 1 | 5 | 0 |
        """
      ).with { $0.criteria = .dependent },
    ]
  ) { examination, reporter in
    guard let record = examination.record, !record.criteria.dependencies.isEmpty else { return }
    let criteria = record.criteria
    for (index, participant) in record.present {
      let joined = record.joined[index]
      for bond in criteria.dependencies {
        guard let given = joined[bond.controller].entry.points,
          let points = joined[bond.dependent].entry.points,
          let allowed = bond.allowed[given], !allowed.contains(points), criteria.takes(points, bond.dependent)
        else { continue }
        let words = allowed.sorted { ($0.number ?? .max) < ($1.number ?? .max) }.map(\.word)
        let place = record.place(of: participant, task: bond.dependent, joined: joined[bond.dependent])
        reporter.report(
          place,
          [
            "task": .text(criteria.tasks[bond.dependent].id.description), "value": .text(points.word),
            "controller": .text(criteria.tasks[bond.controller].id.description), "given": .text(given.word),
            "allowed": .words(Text(words.joined(separator: " или "), words.joined(separator: " or "))),
          ],
          expected: Expectation("points", words), actual: record.actual(at: place),
          related: [record.place(of: participant, task: bond.controller, joined: joined[bond.controller])])
      }
    }
  }
}
