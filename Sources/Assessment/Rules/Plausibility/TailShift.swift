internal import Spreadsheet

/// A shift that reaches to the end of the table: cells were deleted or put in, and class, sex and mark moved along.
///
/// The sex shows it, because nothing else looks like «м» and «ж».
struct TailShift {
  /// How far the values moved: -1 to the left, 1 to the right.
  let distance: Int
  /// The table's place in ``AssessmentProtocol/tables``.
  let table: Int
  /// The affected columns from left to right.
  let columns: [ProtocolTable.Column]
  /// The cells of the pupils' rows in those columns, and the cells behind the last one into which values were pushed.
  let cells: [CellLocation]
  /// The column in which the sex stands instead of its own.
  let found: Text

  /// Fewer rows are slips.
  private static let fewest = 3

  /// The shifts of all tables of transcriptions.
  ///
  /// - Parameter known: shifts of columns that may tell better where one of these begins.
  static func shifts(in record: AssessmentProtocol, beside known: [ColumnShift]) -> [TailShift] {
    let tables = Dictionary(grouping: record.participants.filter { !$0.isAbsent }, by: \.table)
    return tables.sorted { $0.key < $1.key }.compactMap { table, rows in
      guard rows.count >= fewest, let sex = rows.first?.sex, sex.hasColumn,
        10 * rows.count(where: { $0.sex.value != nil }) < 2 * rows.count
      else { return nil }
      let sheet = record.tables[table]
      return [-1, 1].lazy.compactMap { distance -> TailShift? in
        let beside = sex.column + distance
        guard beside >= 0, 10 * rows.count(where: { sheet.holdsSex($0.row, beside) }) >= 8 * rows.count else {
          return nil
        }
        let start = known.lazy.filter { $0.table == table && $0.kind == (distance < 0 ? .left : .right) }
          .compactMap(\.columns.first?.index).first
        return TailShift(record, table, rows, sex: sex.column, distance, start)
      }.first
    }
  }

  private init?(
    _ record: AssessmentProtocol, _ index: Int, _ rows: [Participant], sex: Int, _ distance: Int,
    _ known: Int?
  ) {
    let table = record.tables[index]
    let first = distance < 0 ? Self.firstMisfit(record, table, rows) : Self.lastGap(table, rows, before: sex)
    let start = min(first ?? sex, known ?? sex, distance < 0 ? sex - 1 : sex)
    columns = table.columns.filter { $0.index >= start && $0.meaning != .name }
    guard let last = columns.last?.index else { return nil }
    self.table = index
    self.distance = distance
    let header = table.header(of: sex + distance)
    found = Text(header.map { "«\($0)»" } ?? "без заголовка", header.map { "«\($0)»" } ?? "without a header")
    let places = columns.map(\.index) + (distance > 0 ? [last + 1] : [])
    let numbers = [table.headerRow] + rows.map(\.row)
    cells = numbers.flatMap { row in places.map { table.location(row: row, column: $0) } }
  }

  /// Whether this shift explains another one.
  func explains(_ shift: ColumnShift) -> Bool {
    shift.table == table && !Set(columns.map(\.index)).isDisjoint(with: shift.columns.map(\.index))
  }

  /// The leftmost column with points that are none of its own: the shift begins there or further left.
  private static func firstMisfit(
    _ record: AssessmentProtocol, _ table: ProtocolTable, _ rows: [Participant]
  ) -> Int? {
    let misfits = table.taskColumns.filter { column in
      guard let task = record.criteria.index(of: column.task) else { return false }
      return rows.contains { row in
        switch row.points[task] {
        case .points(let points): !record.criteria.takes(points, task)
        case .unreadable, .negative, .notWhole: true
        case .blank, .void: false
        }
      }
    }
    return misfits.first?.column.index ?? table.column(.schoolClass)?.index
  }

  /// The column that the shift to the right has left blank for everybody.
  private static func lastGap(_ table: ProtocolTable, _ rows: [Participant], before sex: Int) -> Int? {
    table.columns.last { column in
      column.index < sex && rows.allSatisfy { table.value(row: $0.row, column: column.index) == .empty }
    }?.index
  }
}

extension ProtocolTable {
  /// Whether a sex stands in a cell.
  fileprivate func holdsSex(_ row: Int, _ column: Int) -> Bool {
    guard case .text(let text) = value(row: row, column: column) else { return false }
    if case .value = ValueReader.sex(.text(text.trimmedOfSpaces), { _ in }) { return true }
    return false
  }
}

extension TailShift {
  private var first: String { columns.first?.header ?? "" }

  /// What shows it.
  var evidence: Text {
    let side = distance < 0 ? Text("влево", "to the left") : Text("вправо", "to the right")
    return Text(
      "пол участников стоит в столбце \(found.ru), а всё от «\(first)» до конца строки съехало на один столбец \(side.ru)",
      "the sex stands in the column \(found.en), and everything from «\(first)» to the end of the row has moved one column \(side.en)"
    )
  }

  /// The smallest mend.
  var change: Text {
    distance < 0
      ? Text(
        "найдите по бумажному протоколу пропущенное задание («\(first)» или левее), сдвиньте от него всё на один столбец вправо и введите его баллы",
        "find the task that was left out («\(first)» or further left) in the paper protocol, move everything from it on one column to the right and key its points"
      )
      : Text(
        "удалите пустые ячейки столбца «\(first)» со сдвигом влево",
        "delete the blank cells of «\(first)», shifting the others left")
  }
}
