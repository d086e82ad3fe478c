/// Columns of a transcription that hold the points of other tasks by the commission's sheet, whatever the maxima say.
extension ColumnShift {
  /// The shifts of one table of a transcription.
  static func byScores(_ record: AssessmentProtocol, table: Int, rows: [Participant]) -> [ColumnShift] {
    guard !record.scores.isEmpty else { return [] }
    return ScoresSearch(record, table: table, rows: rows)?.shifts() ?? []
  }
}

/// The search in one table.
private struct ScoresSearch {
  private let table: Int
  private let rows: [Participant]
  private let given: [[PointsEntry]]
  private let columns: [ColumnShift.Column]
  /// The columns that are mostly not their own task's.
  private let isForeign: [Bool]

  /// Fewer pupils agree by chance.
  private static let fewest = 5

  init?(_ record: AssessmentProtocol, table: Int, rows: [Participant]) {
    var pairs: [(Participant, [PointsEntry])] = []
    for row in rows {
      if let points = row.code.value.flatMap(record.given) { pairs.append((row, points)) }
    }
    guard pairs.count >= Self.fewest else { return nil }
    var columns: [ColumnShift.Column] = []
    for (column, id, _) in record.tables[table].taskColumns {
      guard let task = record.criteria.index(of: id), record.transcribed[table].contains(task),
        !columns.contains(where: { $0.task == task }),
        record.scores.contains(where: { record.hasColumn(task, in: $0.table) })
      else { continue }
      columns.append(.init(index: column.index, task: task, maximum: record.criteria.tasks[task].maximum))
    }
    columns.sort { $0.index < $1.index }
    self.table = table
    self.columns = columns
    self.rows = pairs.map(\.0)
    given = pairs.map(\.1)
    let enough = max(3, (pairs.count + 3) / 4)
    isForeign = columns.map { column in
      pairs.count { $0.0.points[column.task] != $0.1[column.task] } >= enough
    }
    guard isForeign.count(where: { $0 }) >= 2 else { return nil }
  }

  func shifts() -> [ColumnShift] {
    var taken: Set<Int> = []
    var found: [ColumnShift] = []
    for distance in [1, -1] {
      for run in runs(distance) where taken.isDisjoint(with: run) {
        found.append(shift(distance > 0 ? .left : .right, Array(run)))
        taken.formUnion(run)
      }
    }
    return found + swaps(except: &taken)
  }

  /// Whether the points of a column are those of another one's task; of eight pupils one may differ.
  private func holds(_ column: Int, _ other: Int) -> Bool {
    let different = rows.indices.count {
      rows[$0].points[columns[column].task] != given[$0][columns[other].task]
    }
    return different <= rows.count / 8
  }

  /// Runs of neighbours that hold the points of the column so far beside, with the column at the end of the shift.
  private func runs(_ distance: Int) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    var start: Int?
    for column in columns.indices {
      let isShifted =
        isForeign[column] && columns.indices.contains(column + distance) && holds(column, column + distance)
      if isShifted, start == nil { start = column }
      if let first = start, !isShifted || column == columns.indices.last {
        let last = isShifted ? column : column - 1
        // Two columns that changed places are a swap, and the first of them looks like a run of one.
        if last > first { runs.append(min(first, first + distance)...max(last, last + distance)) }
        start = nil
      }
    }
    return runs
  }

  /// Pairs whose points stand in each other's column; a column that could change with two others says nothing.
  private func swaps(except taken: inout Set<Int>) -> [ColumnShift] {
    var found: [ColumnShift] = []
    for a in columns.indices where isForeign[a] && !taken.contains(a) {
      let partners = columns.indices.filter {
        $0 > a && isForeign[$0] && !taken.contains($0) && holds(a, $0) && holds($0, a)
      }
      guard partners.count == 1 else { continue }
      found.append(shift(.swapped, [a, partners[0]]))
      taken.formUnion([a, partners[0]])
    }
    return found
  }

  private func shift(_ kind: ColumnShift.Kind, _ places: [Int]) -> ColumnShift {
    let affected = places.map { columns[$0] }
    let differences = rows.indices.reduce(0) { sum, row in
      sum + affected.count { rows[row].points[$0.task] != given[row][$0.task] }
    }
    return ColumnShift(
      kind: kind, table: table, columns: affected, rows: rows, evidence: .scores(differences: differences))
  }
}
