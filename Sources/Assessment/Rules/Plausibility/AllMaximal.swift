extension Rule {
  static let allMaximal = Rule(
    "PLS002", "all-maximal", .query, .plausibility,
    title: Text("У всего класса максимум", "A whole class at the maximum"),
    message: Text(
      "Класс {class}: у всех {count} {count|писавшего|писавших|писавших} максимум за все задания.",
      "Class {class}: all {count} who wrote have the maximum in every task."),
    why: Text(
      "Чаще всего это значит, что столбцы заполнили максимумами из критериев. Само по себе это ничего не доказывает.",
      "Most often the columns were filled with the maxima of the criteria. By itself it proves nothing."),
    mend: Text(
      "Сверьте класс {class} с бумажным протоколом. Если баллы верны, напишите пояснение.",
      "Compare class {class} with the paper protocol. If the points are right, explain it."),
    basis: .practice,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | 1 | 2 | 1 | м | 5 |
        | 40002 | 2 | 1 | 2 | 1 | 2 | 1 | ж | 5 |
        | 40003 | 1 | 1 | 2 | 1 | 2 | 1 | ж | 5 |
        | 40004 | 2 | 1 | 2 | 1 | 2 | 1 | м | 4 |
        | 40005 | отсутствовал | | | | | | | |
        | 40006 | 1 | 1 | 2 | 1 | 2 | 2 | м | 5 |
        """)
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | ↓40001 | 1 | 1 | 2 | 1 | 2 | 1 | м | 5 |
        | 40002 | 2 | 1 | 2 | 1 | 2 | 1 | ж | 5 |
        | 40003 | 1 | 1 | 2 | 1 | 2 | 1 | ж | 5 |
        | 40004 | 2 | 1 | 2 | 1 | 2 | 1 | м | 4 |
        | 40005 | 2 | 1 | 2 | 1 | 2 | 1 | м | 3 |
        """),
      Example(
        """
        | № п/п | Код | Вар. | 1 | 2 | 3(1) | 3(2) | Класс | Пол | Отм. |
        | 1 | 40001 | 1 | 1 | 2 | x | 2 | 1 | м | 5 |
        | 2 | ↓40002 | 2 | 1 | 2 | 1 | 2 | 2 | ж | 5 |
        | 3 | ↓40003 | 1 | 1 | 2 | 1 | 2 | 2 | ж | 5 |
        | 4 | 40004 | отсутствовал | | | | | | | |
        | 5 | ↓40005 | 2 | 1 | 2 | 1 | 2 | 2 | м | 3 |
        | 6 | ↓40006 | 2 | 1 | 2 | 1 | 2 | 2 | м | 3 |
        | 7 | ↓40007 | 1 | 1 | 2 | 1 | 2 | 2 | ж | 4 |
        """),
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    var classes: [Int: [Participant]] = [:]
    var below: Set<Int> = []
    for (index, participant) in record.present {
      guard let number = participant.schoolClass.value, !below.contains(number) else { continue }
      if record.criteria.isMaximal(record.joined[index]) {
        classes[number, default: []].append(participant)
      } else {
        below.insert(number)
      }
    }
    for (number, pupils) in classes.sorted(by: { $0.key < $1.key })
    where pupils.count >= 5 && !below.contains(number) {
      // The finding is the class's: its place names no participant, so that it stays itself when the first row moves.
      let cells = pupils.map { record.place(of: $0, column: $0.code.column) }
      reporter.report(
        Place(cell: cells[0].cell, schoolClass: number),
        ["class": .number(number), "count": .number(pupils.count)],
        actual: Actual(raw: String(pupils.count), type: "number"), related: Array(cells.dropFirst()))
    }
  }
}

extension Criteria {
  /// Whether everything that was taught is at its maximum.
  fileprivate func isMaximal(_ joined: [AssessmentProtocol.JoinedPoints]) -> Bool {
    var hasPoints = false
    for (task, entry) in joined.enumerated() {
      guard let points = entry.entry.points else { return false }
      if points == .notCovered { continue }
      guard points.number == tasks[task].maximum else { return false }
      hasPoints = true
    }
    return hasPoints
  }
}
