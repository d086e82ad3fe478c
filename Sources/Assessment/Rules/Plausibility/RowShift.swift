/// Rows of a transcription whose points are those of another row, so many rows off, by the scores sheets or by the sums
/// that the rows state.
struct RowShift {
  /// What shows it.
  enum Evidence {
    /// The commission gave these points to the other row.
    case scores
    /// The other row states their sum.
    case sums
  }

  /// The affected rows in order, with rows that the shift left blank.
  let rows: [Participant]
  /// How many rows further down the owner of the points stands; negative: further up.
  let distance: Int
  let evidence: Evidence

  /// The largest shift of each transcription.
  static func shifts(in record: AssessmentProtocol) -> [RowShift] {
    let tables = Dictionary(grouping: record.participants, by: \.table).sorted { $0.key < $1.key }
    let known = byScores(tables, record)
    let open = tables.filter { table, _ in !known.contains { $0.rows.first?.table == table } }
    return known + open.compactMap { bySums($0.value, record) }
  }

  private static func byScores(
    _ tables: [(key: Int, value: [Participant])], _ record: AssessmentProtocol
  ) -> [RowShift] {
    guard !record.scores.isEmpty, hasDoubt(record) else { return [] }
    return tables.compactMap { table, rows in
      let tasks = record.transcribed[table].sorted().filter { task in
        record.scores.contains { record.hasColumn(task, in: $0.table) }
      }
      guard !tasks.isEmpty else { return nil }
      // A block pasted as a whole runs over absent pupils' rows, a person who keys row by row leaves them out.
      let all = Search(rows, record, tasks)
      guard all.hasDoubt else { return nil }
      let present = Search(rows.filter { !$0.isAbsent }, record, tasks)
      return [all.best(), present.best()].compactMap { $0 }.max { $0.rows.count < $1.rows.count }
    }
  }

  /// Whether enough rows differ from the commission's at all: the cheap question before the dear ones.
  private static func hasDoubt(_ record: AssessmentProtocol) -> Bool {
    record.participants.count { row in
      row.hasPoints && row.code.value.map { record.given($0) != row.points } ?? true
    } >= fewest
  }

  /// Sums agree by chance sooner than points do: five rows on end are asked for, and most of those that do not fit.
  private static func bySums(_ rows: [Participant], _ record: AssessmentProtocol) -> RowShift? {
    let rows = rows.filter { !$0.isAbsent && $0.statedSum.value != nil }
    let sums = rows.map { row in record.soundSum(of: record.criteria.tasks.indices) { row.points[$0] } }
    let isForeign = rows.indices.map { sums[$0] != nil && sums[$0] != rows[$0].statedSum.value }
    let foreign = isForeign.count { $0 }
    guard foreign >= 5 else { return nil }
    let search = Search(rows, isForeign, evidence: .sums) {
      sums[$0] != nil && sums[$0] == rows[$1].statedSum.value
    }
    return search.best().flatMap { shift in
      5 * shift.rows.count >= 4 * foreign && shift.rows.count >= 5 ? shift : nil
    }
  }

  /// Fewer rows may agree by chance, or hold slips that XCK001 tells better one by one.
  private static let fewest = 3

  /// How far off points are looked for, in rows.
  private static let farthest = 3

  /// The search in the rows of one table.
  private struct Search {
    private let rows: [Participant]
    /// Whether a row's points are not its own.
    private let isForeign: [Bool]
    private let evidence: Evidence
    /// Whether the points of a row are those of another one.
    private let fits: (_ row: Int, _ other: Int) -> Bool

    init(
      _ rows: [Participant], _ isForeign: [Bool], evidence: Evidence, _ fits: @escaping (Int, Int) -> Bool
    ) {
      self.rows = rows
      self.isForeign = isForeign
      self.evidence = evidence
      self.fits = fits
    }

    /// By what the commission gave each row.
    init(_ rows: [Participant], _ record: AssessmentProtocol, _ tasks: [Int]) {
      let given = rows.map { row -> [PointsEntry]? in
        if row.isAbsent { return Array(repeating: .blank, count: row.points.count) }
        return row.code.value.flatMap(record.given)
      }
      let isForeign = rows.indices.map { row in
        given[row].map { !Self.agree(rows[row].points, $0, tasks) } ?? rows[row].hasPoints
      }
      self.init(rows, isForeign, evidence: .scores) { row, other in
        given[other].map { Self.agree(rows[row].points, $0, tasks) } ?? false
      }
    }

    var hasDoubt: Bool { isForeign.count { $0 } >= RowShift.fewest }

    /// The longest run of rows whose points are those of the rows at one distance.
    func best() -> RowShift? {
      (1...RowShift.farthest).flatMap { [$0, -$0] }.compactMap(longest).max { $0.rows.count < $1.rows.count }
    }

    private func longest(_ distance: Int) -> RowShift? {
      var best: Range<Int>?
      var row = 0
      while row < rows.count {
        let start = row
        while row < rows.count, belongs(row, to: row + distance) { row += 1 }
        if let run = trimmed(start..<row), run.count > best?.count ?? 0 { best = run }
        row += 1
      }
      return best.map {
        RowShift(rows: Array(rows[withGap($0, distance)]), distance: distance, evidence: evidence)
      }
    }

    private func belongs(_ row: Int, to other: Int) -> Bool {
      rows.indices.contains(other) && fits(row, other)
    }

    /// The run without rows at its ends that hold their own points; `nil` when too few rows do not.
    private func trimmed(_ run: Range<Int>) -> Range<Int>? {
      let foreign = run.filter { isForeign[$0] && rows[$0].hasPoints }
      guard foreign.count >= RowShift.fewest, let first = foreign.first, let last = foreign.last else {
        return nil
      }
      return first..<(last + 1)
    }

    /// The run with the rows that the shift left blank at the end that it came from.
    private func withGap(_ run: Range<Int>, _ distance: Int) -> Range<Int> {
      func isGap(_ row: Int) -> Bool { rows.indices.contains(row) && isForeign[row] && !rows[row].hasPoints }
      var (lower, upper) = (run.lowerBound, run.upperBound)
      while distance < 0, lower > run.lowerBound + distance, isGap(lower - 1) { lower -= 1 }
      while distance > 0, upper < run.upperBound + distance, isGap(upper) { upper += 1 }
      return lower..<upper
    }

    /// Whether two rows hold the same; of eight tasks one may differ, for a slip does not hide a shift.
    private static func agree(_ a: [PointsEntry], _ b: [PointsEntry], _ tasks: [Int]) -> Bool {
      if a == b { return true }
      var different = 0
      for task in tasks where a[task] != b[task] {
        different += 1
        if different > tasks.count / 8 { return false }
      }
      return true
    }
  }
}

extension AssessmentProtocol {
  /// What the commission gave a code, from all sheets; `nil` when none holds points for it.
  func given(_ code: Int) -> [PointsEntry]? {
    var result: [PointsEntry]?
    for sheet in scores {
      guard let points = sheet.participant(code)?.points else { continue }
      guard let before = result else {
        result = points
        continue
      }
      result = before.indices.map { before[$0] == .blank ? points[$0] : before[$0] }
    }
    return result.flatMap { points in points.contains { $0 != .blank } ? points : nil }
  }
}
