extension Rule {
  static let rowsIdentical = Rule(
    "PLS001", "rows-identical", .query, .plausibility,
    title: Text("Одинаковые результаты", "Identical results"),
    message: Text(
      "Класс {class}: у {count} {count|участника|участников|участников} одинаковые баллы за все {tasks}"
        + " {tasks|задание|задания|заданий}: коды {codes}.",
      "Class {class}: {count} participants have the same points in all {tasks} {tasks|task|tasks}: codes {codes}."),
    why: Text(
      "Полное совпадение бывает, когда одну строку скопировали вместо другой. Само по себе оно ничего не доказывает.",
      "Rows match completely when one was copied in place of another. By itself a match proves nothing."),
    mend: Text(
      "Сверьте эти работы с бумажным протоколом. Если баллы верны, напишите пояснение.",
      "Compare these works with the paper protocol. If the points are right, explain it."),
    basis: .practice,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (2б) | 2 (1б) | 3 (3б) | 4 (1б) | 5 (2б) | 6 (1б) | 7 (1б) | 8 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 2 | 1 | 0 | 1 | 1 | X | 0 | 2 | 1 | м | 4 |
        | 40002 | 2 | 2 | 1 | 0 | 1 | 1 | X | 0 | 2 | 1 | ж | 4 |
        | 40003 | 1 | 2 | 1 | 0 | 1 | 1 | X | 0 | 2 | 2 | ж | 5 |
        | 40004 | 1 | 2 | 1 | 0 | 1 | 1 | 0 | 0 | 2 | 1 | м | 3 |
        """
      ).with { $0.criteria = .eightTasks },
      Example(
        """
        | Код | Вариант | 1 (2б) | 2 (1б) | 3 (3б) | 4 (1б) | 5 (2б) | 6 (1б) | 7 (1б) | 8 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | X | 0 | 0 | X | 0 | 0 | X | 0 | 1 | м | 2 |
        | 40002 | 2 | X | 0 | 0 | X | 0 | 0 | X | 0 | 1 | ж | 2 |
        | 40003 | 1 | X | 0 | 0 | X | 0 | 0 | X | 0 | 1 | ж | 3 |
        """
      ).with { $0.criteria = .eightTasks },
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (2б) | 2 (1б) | 3 (3б) | 4 (1б) | 5 (2б) | 6 (1б) | 7 (1б) | 8 (2б) | Класс | Пол | Отм. |
        | 40004 | 1 | 1 | 0 | 3 | 1 | 2 | 1 | 0 | 2 | 1 | м | 5 |
        | ↓40001 | 1 | 2 | 1 | 0 | 1 | 1 | X | 0 | 2 | 1 | м | 4 |
        | ↓40002 | 2 | 2 | 1 | 0 | 1 | 1 | X | 0 | 2 | 1 | ж | 4 |
        | ↓40003 | 1 | 2 | 1 | 0 | 1 | 1 | X | 0 | 2 | 1 | ж | 5 |
        """
      ).with { $0.criteria = .eightTasks },
      Example(
        """
        | № п/п | Код | Вар. | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | Класс | Пол | Отм. |
        | 1 | ↓40011 | 2 | 2 | 1 | 3 | 1 | 2 | 1 | 1 | 0 | 2 | м | 4 |
        | 2 | 40012 | 2 | 0 | 1 | 3 | 1 | 2 | 1 | 1 | 0 | 2 | ж | 4 |
        | 3 | ↓40013 | 1 | 2 | 1 | 3 | 1 | 2 | 1 | 1 | 0 | 2 | ж | 3 |
        | 4 | ↓40014 | 2 | 2 | 1 | 3 | 1 | 2 | 1 | 1 | 0 | 2 | м | 4 |
        | 5 | ↓40015 | 2 | 2 | 1 | 3 | 1 | 2 | 1 | 1 | 0 | 2 | ж | 5 |
        """
      ).with { $0.criteria = .eightTasks },
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    var order: [PointsPattern] = []
    var groups: [PointsPattern: [Participant]] = [:]
    for (index, participant) in record.present {
      guard let pattern = PointsPattern(participant, record.joined[index]) else { continue }
      if groups[pattern] == nil { order.append(pattern) }
      groups[pattern, default: []].append(participant)
    }
    for pattern in order {
      guard let group = groups[pattern], group.count >= 3, pattern.isTelling(by: record.criteria) else { continue }
      let places = group.map { record.place(of: $0, column: $0.code.column) }
      reporter.report(
        places[0],
        [
          "class": .number(pattern.schoolClass), "count": .number(group.count), "tasks": .number(pattern.points.count),
          "codes": .text(group.compactMap(\.code.value).map(String.init).joined(separator: ", ")),
        ],
        actual: Actual(raw: pattern.points.map(\.word).joined(separator: " "), type: "text"),
        related: Array(places.dropFirst()))
    }
  }
}

/// The points of a pupil of a class, all of them understood.
private struct PointsPattern: Hashable {
  let schoolClass: Int
  let points: [Points]
  private let sum: Int

  init?(_ participant: Participant, _ joined: [AssessmentProtocol.JoinedPoints]) {
    guard let schoolClass = participant.schoolClass.value, participant.code.value != nil else { return nil }
    var points: [Points] = []
    points.reserveCapacity(joined.count)
    var sum = 0
    for entry in joined {
      guard let value = entry.entry.points else { return nil }
      points.append(value)
      sum += value.counted
    }
    self.schoolClass = schoolClass
    self.points = points
    self.sum = sum
  }

  /// The sum tells most patterns apart already; hashing every task would cost more than comparing a few.
  func hash(into hasher: inout Hasher) {
    hasher.combine(schoolClass)
    hasher.combine(sum)
  }

  /// Whether equal rows mean anything: enough tasks, neither all zero nor all at the maximum.
  func isTelling(by criteria: Criteria) -> Bool {
    let taught = points.indices.filter { points[$0] != .notCovered }
    return taught.count >= 8 && sum > 0 && !taught.allSatisfy { points[$0].counted == criteria.tasks[$0].maximum }
  }
}
