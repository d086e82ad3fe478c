extension Rule {
  static let absentWithPoints = Rule(
    "PRT009", "absent-with-points", .error, .rows,
    title: Text("Отсутствовал, а баллы есть", "Absent, and yet with points"),
    message: Text(
      "Стоит «отсутствовал»{part}, но баллы есть — за {count} {count|задание|задания|заданий}.",
      "It says «отсутствовал»{part}, yet there are points, for {count} {count|task|tasks}."),
    why: Text(
      "Кто отсутствовал, работы не писал: неверно одно из двух, или код этих баллов чужой.",
      "Who was absent wrote no work: one of the two is wrong, or the points stand at somebody else's code."),
    mend: Text(
      "Сверьте код с бумажным протоколом. Если участник писал работу, введите номер варианта; если отсутствовал, "
        + "удалите баллы.",
      "Compare the code with the paper protocol. If the pupil wrote the work, enter the variant; if absent, delete the "
        + "points."),
    basis: .form,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | отсутствовал | - | — | н | отс. | | | |
        | 40003 | не была | | | | | | | |
        """)
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | ↓отсутствовал | ↓1 | | | | | | |
        """),
      Example(
        """
        | № кода | Вар. | 1 | 2 | 3(1) | 3(2) | Класс | Пол | Отм. |
        | 40002 | ↓н | ↓0 | ↓3 | ↓х | ↓1,5 | 1 | ж | 5 |
        | 40001 | 1 | 1 | 2 | х | 0 | 1 | м | 4 |
        """),
      // Nothing that somebody entered is dropped without a word, though it can be no points.
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | ↓отсутствовал | ↓0/1 | ↓? | ↓1б | н | | | |
        """),
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    for participant in record.participants where participant.isAbsent {
      let rows = [participant] + (participant.code.value.map { record.scoreRows(of: $0).map(\.row) } ?? [])
      var tasks: Set<Int> = []
      var cells: [Place] = []
      for row in rows {
        for (task, entry) in row.points.enumerated() where entry != .blank {
          let place = record.place(of: row, task: task)
          guard entry.isPoints || entry == .unreadable && !record.saysNothing(at: place) else { continue }
          tasks.insert(task)
          cells.append(place)
        }
      }
      let hasSum = participant.statedSum.value.map { $0 != 0 } ?? false
      if hasSum { cells.append(record.place(of: participant, column: participant.statedSum.column)) }
      guard !cells.isEmpty, let variant = participant.variants.first(where: { $0.value == .absent }) else {
        continue
      }
      let place = record.place(of: participant, column: variant.column)
      reporter.report(
        place,
        ["count": .number(tasks.count), "part": .words(partWords(of: participant, variant.column))],
        expected: Expectation("variant", record.criteria.terms.variants.map(String.init)),
        actual: record.actual(at: place), related: cells)
    }
  }

  /// «во второй части», where a work has parts and the pupil was absent in one of them.
  private static func partWords(of participant: Participant, _ column: Int) -> Text {
    guard participant.variants.contains(where: { $0.value != .absent }),
      let part = participant.variants.firstIndex(where: { $0.column == column })
    else { return Text("", "") }
    return Text(" в части \(part + 1)", " in part \(part + 1)")
  }
}

extension PointsEntry {
  /// Whether these are points, permitted or not.
  fileprivate var isPoints: Bool {
    switch self {
    case .points, .notWhole, .negative: true
    case .blank, .unreadable, .void: false
    }
  }
}

extension AssessmentProtocol {
  /// Whether a cell holds no more than the row says already: a dash, or once more that the pupil was absent.
  fileprivate func saysNothing(at place: Place) -> Bool {
    guard let text = text(at: place) else { return false }
    return text.allSatisfy { "-–—−. ".contains($0) }
      || ValueReader.variant(.text(text)) { _ in } == .value(.absent)
      || Folded(text).text == "нет"
  }
}
