extension Rule {
  static let rowsIdentical = Rule(
    "PLS001", "rows-identical", .query, .plausibility,
    title: Text("Одинаковые результаты", "Identical results"),
    message: Text(
      "Класс {class}: у {count} {count|участника|участников|участников} одинаковые баллы за все {tasks}"
        + " {tasks|задание|задания|заданий}: коды {codes}.",
      "Class {class}: {count} participants have the same points in all {tasks} {tasks|task|tasks}: codes {codes}."
    ),
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
    for (pattern, group) in equalRows(in: record) where pattern.isTelling(by: record.criteria) {
      let places = group.map { record.place(of: $0, column: $0.code.column) }
      reporter.report(
        places[0],
        [
          "class": .number(pattern.schoolClass), "count": .number(group.count),
          "tasks": .number(pattern.points.count),
          "codes": .text(group.compactMap(\.code.value).map(String.init).joined(separator: ", ")),
        ],
        actual: Actual(raw: pattern.points.map(\.word).joined(separator: " "), type: "text"),
        related: Array(places.dropFirst()))
    }
  }
}

/// The groups of three rows or more of one class with the same points, all of them understood.
///
/// Class and the first tasks tell most rows apart already; only where they do not are rows compared task by task.
private func equalRows(in record: AssessmentProtocol) -> [(pattern: PointsPattern, group: [Participant])] {
  var rows: [(schoolClass: Int, head: Int, index: Int)] = []
  for (index, participant) in record.present where participant.code.value != nil {
    guard let schoolClass = participant.schoolClass.value else { continue }
    var head = 0
    for joined in record.joined[index].prefix(PointsPattern.fewestTasks) {
      head = head &* 31 &+ Int(joined.entry.points?.raw ?? 0)
    }
    rows.append((schoolClass, head, index))
  }
  rows.sort { ($0.schoolClass, $0.head, $0.index) < ($1.schoolClass, $1.head, $1.index) }
  var found: [(PointsPattern, [Participant])] = []
  for alike in rows.chunks(where: { ($0.schoolClass, $0.head) == ($1.schoolClass, $1.head) })
  where alike.count >= 3 {
    for group in Dictionary(grouping: alike, by: { record.joined[$0.index].map(\.entry) }).values
    where group.count >= 3 {
      let points = record.joined[group[0].index].compactMap(\.entry.points)
      guard points.count == record.criteria.tasks.count else { continue }
      found.append(
        (
          PointsPattern(schoolClass: group[0].schoolClass, points: points),
          group.map { record.participants[$0.index] }
        ))
    }
  }
  return found
}

extension Array {
  /// The longest runs of neighbours that belong together.
  fileprivate func chunks(where areAlike: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices.dropFirst() where !areAlike(self[index - 1], self[index]) {
      chunks.append(self[start..<index])
      start = index
    }
    return isEmpty ? [] : chunks + [self[start...]]
  }
}

/// The points that several pupils of a class share.
private struct PointsPattern {
  /// Fewer tasks agree by chance.
  static let fewestTasks = 8

  let schoolClass: Int
  let points: [Points]

  /// Whether equal rows mean anything: enough tasks, neither all zero nor all at the maximum.
  func isTelling(by criteria: Criteria) -> Bool {
    let taught = points.indices.filter { points[$0] != .notCovered }
    return taught.count >= Self.fewestTasks && points.contains { $0.counted > 0 }
      && !taught.allSatisfy { points[$0].counted == criteria.tasks[$0].maximum }
  }
}
