extension Rule {
  static let pointsMissing = Rule(
    "SCR001", "points-missing", .error, .rows,
    title: Text("Баллы не введены", "Points are missing"),
    message: Text("Баллы не введены: {what}.", "Points are missing: {what}."),
    why: Text(
      "Форма требует значение за каждое задание; пустая ячейка — не ноль и не X.",
      "The form asks for a value for every task; an empty cell is neither 0 nor X."),
    mend: Text(
      "Посмотрите работу в бумажном протоколе и введите балл; если участник не приступал к заданию — X.",
      "Look the work up in the paper protocol and enter the points; X if the task was not attempted."),
    basis: .form,
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | X | X | X | X | 1 | м | 4 |
        | 40002 | отсутствовал | | | | | | | |
        """),
      Example(
        """
        | Код | Вариант | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | м | 4 |
        """
      ).with { $0.scores = ["| Код | 1 | 2 | 3.1 | 3.2 |\n| 40001 | 1 | 2 | x | 0 |"] },
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | ↓ | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        """),
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
        | 40002 | 2 | ↓ | ↓ | ↓ | ↓ | 1 | ж | 5 |
        """),
      Example(
        """
        | Код участника | Вариант (часть 1) | 1 (1б) | 2 (2б) | Вариант (часть 2) | 3 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | 2 | 1 | 1 | м | 4 |
        | 40002 | 1 | 0 | 1 | ↓ | ↓ | 1 | ж | 5 |
        """
      ).with { $0.criteria = .twoParts },
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    for (index, _) in record.present where record.joined[index].contains(where: { $0.entry == .blank }) {
      guard record.hasWritten(index) else { continue }
      MissingPoints(record, index).report(to: &reporter)
    }
  }
}

/// The blank tasks of one pupil, told as one finding where a whole row or a whole part is blank.
private struct MissingPoints {
  private let record: AssessmentProtocol
  private let participant: Participant
  private let blanks: [(task: Int, place: Place)]
  /// The parts of which nothing is there.
  private let blankParts: [Int]
  private let isWholeRow: Bool

  init(_ record: AssessmentProtocol, _ index: Int) {
    self.record = record
    let participant = record.participants[index]
    self.participant = participant
    let joined = record.joined[index]
    blanks = joined.indices.filter { joined[$0].entry == .blank }.compactMap { task in
      Self.place(of: participant, task, record).map { (task, $0) }
    }
    blankParts = (1...record.criteria.parts).filter { !record.hasWritten(index, part: $0) }
    isWholeRow = blankParts.count == record.criteria.parts
  }

  /// Where the points ought to stand; `nil` when another rule speaks of it: a column that is nowhere (TPL003), a pupil
  /// whom the scores sheets lack (XCK002).
  private static func place(of participant: Participant, _ task: Int, _ record: AssessmentProtocol) -> Place?
  {
    let rows = participant.code.value.map { record.scoreRows(of: $0) } ?? []
    let isTranscribed = record.transcribed[participant.table].contains(task)
    let isScored = record.scores.contains { record.hasColumn(task, in: $0.table) }
    if record.hasColumn(task, in: participant.table), isTranscribed || !isScored {
      return record.place(of: participant, task: task)
    }
    // A scores row without any points is no marked work (XCK002).
    let marked = rows.filter(\.row.hasPoints)
    guard let row = marked.first(where: { record.hasColumn(task, in: $0.sheet.table) })?.row else {
      return marked.isEmpty || !isScored ? nil : record.place(of: participant, task: task)
    }
    var place = record.place(of: row, task: task)
    place.schoolClass = participant.schoolClass.value
    return place
  }

  /// The cells of the scores sheets in which the points do stand: they hold only once the transcription agrees.
  private func elsewhere(_ task: Int) -> [Place] {
    let rows = participant.code.value.map { record.scoreRows(of: $0).map(\.row) } ?? []
    return rows.filter { $0.points[task] != .blank }.map { record.place(of: $0, task: task) }
  }

  func report(to reporter: inout Reporter) {
    guard let first = blanks.first else { return }
    if isWholeRow, blanks.count > 1 {
      return report(
        first.place, Text("вся строка", "the whole row"), blanks.dropFirst().map(\.place), to: &reporter)
    }
    for part in blankParts where !isWholeRow { report(part: part, to: &reporter) }
    for (task, place) in blanks where isWholeRow || !blankParts.contains(record.criteria.tasks[task].part) {
      let id = record.criteria.tasks[task].id
      report(
        place, Text("задание \(id)", "task \(id)"), elsewhere(task), to: &reporter,
        expected: Expectation("points", record.criteria.permitted(task)))
    }
  }

  /// A part of which nothing is there: the pupil may have missed its day, so its variant is asked for in the same breath.
  private func report(part: Int, to reporter: inout Reporter) {
    let places = blanks.filter { record.criteria.tasks[$0.task].part == part }.map(\.place)
    guard let first = places.first else { return }
    var related = Array(places.dropFirst())
    let variant = participant.variants.indices.contains(part - 1) ? participant.variants[part - 1] : .absent
    if variant.isBlank, variant.hasColumn {
      related.append(record.place(of: participant, column: variant.column))
      report(
        first, Text("часть \(part) пуста, и варианта тоже нет", "part \(part) is empty, its variant too"),
        related,
        to: &reporter)
    } else {
      report(first, Text("вся часть \(part)", "the whole of part \(part)"), related, to: &reporter)
    }
  }

  private func report(
    _ place: Place, _ what: Text, _ related: [Place] = [], to reporter: inout Reporter,
    expected: Expectation? = nil
  ) {
    reporter.report(
      place, ["what": .words(what)], expected: expected, actual: record.actual(at: place), related: related)
  }
}
