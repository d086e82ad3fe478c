extension AssessmentProtocol {
  /// The rows of every source: of the transcriptions, then of each scores sheet.
  var allRows: some Sequence<Participant> { ([participants] + scores.map(\.participants)).joined() }

  /// The codes of the pupils who were absent by the transcriptions.
  var absentCodes: Set<Int> { Set(participants.lazy.filter(\.isAbsent).compactMap(\.code.value)) }

  /// Visits what stands for every task of every present pupil in every source, each cell once.
  ///
  /// What stands in an absent pupil's row is one question (PRT009), and is not judged cell by cell.
  func forEachPoints(_ visit: (_ row: Participant, _ task: Int, _ entry: PointsEntry) -> Void) {
    for row in participants where !row.isAbsent { row.points.forEach(in: row, visit) }
    guard !scores.isEmpty else { return }
    let absent = absentCodes
    for sheet in scores {
      for row in sheet.participants where !row.isAbsent && !(row.code.value.map(absent.contains) ?? false) {
        row.points.forEach(in: row, visit)
      }
    }
  }

  /// Whether anything shows that the pupil wrote: a variant's number, or anything for a task in any source.
  ///
  /// A row without it may be that of an absent pupil; it is asked once which of the two holds (PRT006).
  func hasWritten(_ index: Int) -> Bool {
    joined[index].contains { $0.entry != .blank }
      || participants[index].variants.contains { if case .number? = $0.value { true } else { false } }
  }

  /// Whether anything stands for a task of a part of the work.
  func hasWritten(_ index: Int, part: Int) -> Bool {
    joined[index].indices.contains { criteria.tasks[$0].part == part && joined[index][$0].entry != .blank }
  }

  /// Whether a table has a column for a task.
  func hasColumn(_ task: Int, in table: Int) -> Bool {
    tables[table].columns.contains { column in
      if case .task(let id, _) = column.meaning { id == criteria.tasks[task].id } else { false }
    }
  }

  /// The sum of points that are all there, understood and within bounds; `nil` when one is not.
  func soundSum(of tasks: some Sequence<Int>, _ entry: (Int) -> PointsEntry) -> Int? {
    var sum = 0
    for task in tasks {
      guard let points = entry(task).points, criteria.takes(points, task) else { return nil }
      sum += points.counted
    }
    return sum
  }
}

extension [PointsEntry] {
  fileprivate func forEach(
    in row: Participant, _ visit: (_ row: Participant, _ task: Int, _ entry: PointsEntry) -> Void
  ) {
    for task in indices { visit(row, task, self[task]) }
  }
}

extension Criteria {
  /// Whether the form takes these points for a task.
  func takes(_ points: Points, _ task: Int) -> Bool {
    points == .notCovered ? terms.offersNotCovered(task) : points.counted <= tasks[task].maximum
  }
}
