/// Two independent transcriptions of one work, held against each other cell by cell, by participant code.
public struct KeyingComparison: Sendable {
  /// How often two people agreed in a column.
  public struct Column: Sendable, Hashable {
    /// The column.
    public let column: KeyedColumn
    /// Cells in which at least one of them keyed something.
    public internal(set) var compared = 0
    /// Those of them in which the two differ.
    public internal(set) var disputed = 0
  }

  /// A cell in which the two differ.
  struct Dispute: Hashable {
    let column: KeyedColumn
    let first: Participant
    let second: Participant
  }

  /// The columns that both have, in the order of a form.
  public private(set) var columns: [Column] = []
  /// The columns that only one of them has; they are not compared.
  public private(set) var onlyInOne: [(column: KeyedColumn, isFirst: Bool)] = []
  /// How many participants stand in both.
  public var both: Int { pairs.count }
  /// The cells that differ, in the order of the first transcription.
  private(set) var disputes: [Dispute] = []
  /// The rows that belong together, in the order of the first transcription.
  let pairs: [(first: Participant, second: Participant)]
  /// The rows whose codes stand in one of the two alone.
  let onlyFirst: [Participant], onlySecond: [Participant]
  /// Among them those that hold the same work under two codes: by the first one's code, the second one's row.
  let sameWork: [Int: Participant]

  /// How many pairs of rows were left out of the counts, because their points stand in other rows (PLS004).
  public private(set) var shifted = 0

  /// Cells in which at least one keyed something, of all columns.
  public var compared: Int { columns.reduce(0) { $0 + $1.compared } }
  /// Those of them in which the two differ.
  public var disputed: Int { columns.reduce(0) { $0 + $1.disputed } }
  /// How many participants stand in one of the two alone.
  public var alone: (first: Int, second: Int) { (onlyFirst.count, onlySecond.count) }

  /// Compares the transcription of a record with its second one, which stands where scores do.
  ///
  /// A code that stands twice in one of them belongs to nobody until that is mended (PRT004).
  init(_ record: AssessmentProtocol) {
    let second = record.scores.flatMap(\.participants)
    let byCode = Self.byOwnCode(second)
    let own = Self.byOwnCode(record.participants)
    let rows = record.participants.filter { $0.code.value.map { own[$0] != nil } ?? false }
    pairs = rows.compactMap { row in row.code.value.flatMap { byCode[$0] }.map { (row, $0) } }
    let inFirst = Set(record.participants.compactMap(\.code.value))
    let inSecond = Set(second.compactMap(\.code.value))
    onlyFirst = rows.filter { $0.code.value.map { !inSecond.contains($0) } ?? false }
    onlySecond = second.filter { $0.code.value.map { !inFirst.contains($0) && byCode[$0] != nil } ?? false }
    sameWork = Self.sameWork(onlyFirst, onlySecond)
    compare(record, KeyedColumn.all(record.criteria), second)
  }

  /// Whether the two have no participant in common, neither by a code nor, under another code, by the points.
  ///
  /// Codes are mistyped one by one: where most rows have a twin with the same points, it is the codes that are wrong.
  func areStrangers(in record: AssessmentProtocol) -> Bool {
    let codes = Set(record.participants.compactMap(\.code.value))
    let others = record.scores.flatMap(\.participants).compactMap(\.code.value)
    let fewest = min(onlyFirst.count, onlySecond.count)
    return fewest > 2 && codes.isDisjoint(with: others) && record.criteria.tasks.count >= Self.tellingTasks
      && 2 * sameWork.count < fewest
  }

  /// So many points tell a pupil from the others.
  private static let tellingTasks = 5

  private static func byOwnCode(_ rows: [Participant]) -> [Int: Participant] {
    Dictionary(grouping: rows.filter { $0.code.value != nil }) { $0.code.value ?? 0 }
      .compactMapValues { $0.count == 1 ? $0[0] : nil }
  }

  /// Rows alone in either that hold the very same points over at least five tasks: one code was mistyped.
  private static func sameWork(_ first: [Participant], _ second: [Participant]) -> [Int: Participant] {
    var found: [Int: Participant] = [:]
    for row in first where row.points.count(where: { $0 != .blank }) >= tellingTasks {
      let twins = second.filter { $0.points == row.points }
      let rivals = first.count { $0.points == row.points }
      if twins.count == 1, rivals == 1, let code = row.code.value { found[code] = twins[0] }
    }
    return found
  }

  private mutating func compare(
    _ record: AssessmentProtocol, _ all: [KeyedColumn], _ second: [Participant]
  ) {
    var counts: [KeyedColumn: Column] = [:]
    let moved = Set(RowShift.shifts(in: record).flatMap(\.rows))
    shifted = pairs.count { moved.contains($0.first) }
    for pair in pairs {
      for column in all {
        guard let isSame = record.agree(pair, in: column) else { continue }
        if !isSame { disputes.append(Dispute(column: column, first: pair.first, second: pair.second)) }
        // Rows that slipped are one mistake: counted cell by cell they would say nothing of keying.
        if moved.contains(pair.first) { continue }
        counts[column, default: Column(column: column)].compared += 1
        if !isSame { counts[column]?.disputed += 1 }
      }
    }
    columns = all.compactMap { counts[$0] }
    onlyInOne = all.compactMap { column in
      let isIn = (record.has(column, in: record.participants), record.has(column, in: second))
      return isIn.0 == isIn.1 ? nil : (column, isIn.0)
    }
  }
}

extension AssessmentProtocol {
  /// Whether two rows of a pupil hold the same in a column; `nil` where there is nothing to compare.
  ///
  /// Where one has the pupil as absent and the other does not, that is one question, not one in every column.
  func agree(_ pair: (first: Participant, second: Participant), in column: KeyedColumn) -> Bool? {
    if pair.first.isAbsent != pair.second.isAbsent, column != .variant(0) { return nil }
    guard self.column(column, of: pair.first) >= 0, self.column(column, of: pair.second) >= 0 else {
      return nil
    }
    if column == .sum, isReckoned(column, of: pair.first) || isReckoned(column, of: pair.second) {
      return nil
    }
    let values = (keyed(column, of: pair.first), keyed(column, of: pair.second))
    return values == (.blank, .blank) ? nil : values.0 == values.1
  }

  /// Whether any row has a column.
  fileprivate func has(_ column: KeyedColumn, in rows: [Participant]) -> Bool {
    rows.contains { self.column(column, of: $0) >= 0 }
  }
}
