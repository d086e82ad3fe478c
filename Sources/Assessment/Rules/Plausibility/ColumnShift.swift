/// A block of columns whose points fit the maxima of their neighbours, and not their own.
///
/// Only what cannot be otherwise counts: several pupils above a maximum, not one of them above it after the shift, and a
/// column that is blank for everybody at one end of the block. Where the maxima show nothing, nothing is said: a blank
/// column alone may just not be keyed yet.
struct ColumnShift {
  /// What was done to the block.
  enum Kind {
    /// Keyed one column to the right: its first column is blank, the points of its last task are lost.
    case right
    /// Keyed one column to the left: its last column is blank, the points of its first task are lost.
    case left
    /// Two columns exchanged.
    case swapped
  }

  /// What shows it.
  enum Evidence {
    /// So many points are above the maximum of their column, and none is after the mend.
    case maxima(excess: Int)
    /// So many points differ from the commission's, and next to none does after the mend.
    case scores(differences: Int)
  }

  /// A column of a task.
  struct Column {
    /// The column in the sheet, from zero.
    let index: Int
    /// The task's place in the criteria.
    let task: Int
    let maximum: Int
  }

  let kind: Kind
  /// The table's place in ``AssessmentProtocol/tables``.
  let table: Int
  /// The affected columns from left to right, the blank one too.
  let columns: [Column]
  /// The pupils whose points are affected.
  let rows: [Participant]
  let evidence: Evidence

  /// The column that is blank for everybody, where a blank column shows the shift.
  var blank: Column? {
    guard case .maxima = evidence else { return nil }
    switch kind {
    case .right: return columns.first
    case .left: return columns.last
    case .swapped: return nil
    }
  }

  /// How many points do not fit.
  var misfits: Int {
    switch evidence {
    case .maxima(let count), .scores(let count): count
    }
  }

  /// The shifts of all tables, transcriptions and scores sheets.
  static func shifts(in record: AssessmentProtocol) -> [ColumnShift] {
    let sheets = [record.participants] + record.scores.map(\.participants)
    let isExceeded = sheets.contains { hasExcess($0, record.criteria) }
    guard isExceeded || !record.scores.isEmpty else { return [] }
    let tables = Dictionary(grouping: record.participants, by: \.table).sorted { $0.key < $1.key }
    return (tables.map { ($0.key, $0.value) } + record.scores.map { ($0.table, $0.participants) }).flatMap {
      table, rows in
      let rows = rows.filter { !$0.isAbsent && $0.hasPoints }
      // What the commission gave is known, what the maxima show is guessed.
      let found = byScores(record, table: table, rows: rows)
      let taken = Set(found.flatMap { $0.columns.map(\.index) })
      let guessed = isExceeded ? Search(record, table: table, rows: rows)?.shifts() ?? [] : []
      return found + guessed.filter { taken.isDisjoint(with: $0.columns.map(\.index)) }
    }
  }

  /// Whether two pupils at least have more than a maximum: the cheap question before the dear ones.
  private static func hasExcess(_ rows: [Participant], _ criteria: Criteria) -> Bool {
    let maxima = criteria.tasks.map(\.maximum)
    var pupils = 0
    for row in rows where row.points.indices.contains(where: { row.points[$0].exceeds(maxima[$0]) }) {
      pupils += 1
      if pupils == 2 { return true }
    }
    return false
  }
}

extension PointsEntry {
  /// Whether it is more than a maximum.
  fileprivate func exceeds(_ maximum: Int) -> Bool {
    if case .points(let points) = self { points.counted > maximum } else { false }
  }
}

extension ColumnShift {
  /// The search in one table.
  private struct Search {
    private let table: Int
    private let rows: [Participant]
    private let columns: [Column]
    private let isBlank: [Bool]

    /// `nil` when a header states another maximum: then the criteria themselves are in doubt (TPL009).
    init?(_ record: AssessmentProtocol, table: Int, rows: [Participant]) {
      var columns: [Column] = []
      for (column, id, stated) in record.tables[table].taskColumns {
        guard let task = record.criteria.index(of: id), !columns.contains(where: { $0.task == task }) else {
          continue
        }
        let maximum = record.criteria.tasks[task].maximum
        if let stated, stated != maximum { return nil }
        columns.append(Column(index: column.index, task: task, maximum: maximum))
      }
      columns.sort { $0.index < $1.index }
      self.table = table
      self.rows = rows
      self.columns = columns
      isBlank = columns.map { column in rows.allSatisfy { $0.points[column.task] == .blank } }
    }

    func shifts() -> [ColumnShift] {
      var found: [ColumnShift] = []
      var taken: Set<Int> = []
      for blank in columns.indices where isBlank[blank] {
        let best = [shift(.right, from: blank), shift(.left, from: blank)].compactMap { $0 }.max {
          $0.1.misfits < $1.1.misfits
        }
        guard let (block, shift) = best, taken.isDisjoint(with: block) else { continue }
        found.append(shift)
        taken.formUnion(block)
      }
      return found + swaps(except: taken)
    }

    /// The shortest block beside a blank column that explains what the shift can explain.
    private func shift(_ kind: Kind, from blank: Int) -> (ClosedRange<Int>, ColumnShift)? {
      let step = kind == .right ? 1 : -1
      var end = blank
      var column = blank + step
      while columns.indices.contains(column), !isBlank[column], excess(of: column, over: column - step) == 0 {
        if excess(of: column, over: column) > 0 { end = column }
        column += step
      }
      let block = min(blank, end)...max(blank, end)
      let pupils = pupilsInExcess(block)
      guard end != blank, pupils >= 2, 6 * pupils >= rows.count else { return nil }
      return (block, make(kind, block))
    }

    /// Neighbours whose points fit crosswise; where a column could change with either neighbour, nobody knows.
    private func swaps(except taken: Set<Int>) -> [ColumnShift] {
      let candidates = columns.indices.dropLast().map { $0...($0 + 1) }.filter { pair in
        let (a, b) = (pair.lowerBound, pair.upperBound)
        return columns[a].maximum != columns[b].maximum && taken.isDisjoint(with: pair) && !isBlank[a]
          && !isBlank[b]
          && excess(of: a, over: b) == 0 && excess(of: b, over: a) == 0 && rows.count >= 5
          && pupilsInExcess(pair) >= max(3, (rows.count + 3) / 4)
      }
      return candidates.filter { pair in !candidates.contains { $0 != pair && $0.overlaps(pair) } }.map {
        make(.swapped, $0)
      }
    }

    private func make(_ kind: Kind, _ block: ClosedRange<Int>) -> ColumnShift {
      ColumnShift(
        kind: kind, table: table, columns: Array(columns[block]), rows: rows,
        evidence: .maxima(excess: block.reduce(0) { $0 + excess(of: $1, over: $1) }))
    }

    /// How many points of a column are above the maximum of another one.
    private func excess(of column: Int, over other: Int) -> Int {
      rows.count { $0.points[columns[column].task].exceeds(columns[other].maximum) }
    }

    private func pupilsInExcess(_ block: ClosedRange<Int>) -> Int {
      rows.count { row in columns[block].contains { row.points[$0.task].exceeds($0.maximum) } }
    }
  }
}
