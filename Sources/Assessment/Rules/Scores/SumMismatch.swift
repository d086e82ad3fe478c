extension Rule {
  static let sumMismatch = Rule(
    "SCR009", "sum-mismatch", .error, .rows,
    title: Text("Сумма не сходится", "The sum does not add up"),
    message: Text(
      "Указана сумма «{stated}», а баллы за задания дают {sum}.",
      "The stated sum is «{stated}», but the points of the tasks make {sum}."),
    why: Text(
      "Сумма на бумаге посчитана по баллам: если она не сходится, какой-то балл введён неверно — или ошиблись в счёте.",
      "The sum on paper was made of the points: when it does not add up, some points were keyed wrongly, or the sum was "
        + "reckoned wrongly."),
    mend: Text(
      "Сверьте строку с бумажным протоколом задание за заданием. Если баллы верны, исправьте сумму на {sum}.",
      "Compare the row with the paper protocol task by task. If the points are right, mend the sum to {sum}."),
    basis: .practice,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Итого баллов | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 3 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 4 | 1 | ж | 5 |
        | 40003 | отсутствовал | | | | | 0 | | | |
        """)
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Итого баллов | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | ↓4 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 4 | 1 | ж | 5 |
        """),
      Example(
        """
        | Код | Вар. | 1 | 2 | 3(1) | 3(2) | Сумма | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | х | 0 | 3 | 1 | м | 4 |
        | 40002 | 2 | 0 | н/п | 1 | 2 | ↓4,5 | 2 | ж | 5 |
        """
      ).with { $0.criteria = .withNotCovered },
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    record.forEachSum(where: { !$0.statedSum.isBlank && $0.statedSum.reading != .void }) { row, sum in
      guard row.statedSum.value != sum else { return }
      let place = record.place(of: row, column: row.statedSum.column)
      let actual = record.actual(at: place)
      reporter.report(
        place, ["stated": actual.shown, "sum": .number(sum)], expected: Expectation("sum", [String(sum)]),
        actual: actual)
    }
  }
}

extension AssessmentProtocol {
  /// Visits the rows of present pupils whose points are sound, with their sum; the rows are chosen before anything is added.
  ///
  /// A transcription's row counts what holds for the pupil after the sources were joined, a scores sheet's row its own tasks.
  func forEachSum(where isWanted: (Participant) -> Bool, _ visit: (_ row: Participant, _ sum: Int) -> Void) {
    for (index, row) in present where isWanted(row) {
      if let sum = soundSum(of: criteria.tasks.indices, { joined[index][$0].entry }) { visit(row, sum) }
    }
    for sheet in scores {
      let rows = sheet.participants.filter { !$0.isAbsent && isWanted($0) }
      guard !rows.isEmpty else { continue }
      let tasks = criteria.tasks.indices.filter { hasColumn($0, in: sheet.table) }
      for row in rows {
        if let sum = soundSum(of: tasks, { row.points[$0] }) { visit(row, sum) }
      }
    }
  }
}
