internal import Spreadsheet

/// Reads the rows of all tables as participants, once the criteria are known, and joins the sources by code.
struct RecordReader {
  private let criteria: Criteria
  private let tables: [ProtocolTable]
  private let classMap: ClassMap
  private var normalised: [Normalisation: [CellLocation]] = [:]

  init(criteria: Criteria, tables: [ProtocolTable], classMap: ClassMap) {
    self.criteria = criteria
    self.tables = tables
    self.classMap = classMap
  }

  /// The record of the tables; `roles` tells of each source what it is for.
  consuming func read(roles: [Source.Role]) -> AssessmentProtocol {
    var participants: [Participant] = []
    var scores: [AssessmentProtocol.ScoresSheet] = []
    var transcribed: [Set<Int>] = Array(repeating: [], count: tables.count)
    for (index, table) in tables.enumerated() {
      let plan = ColumnPlan(table, criteria)
      noteHeaders(table)
      let rows = table.rows.enumerated().map { line, row in self.row(row, line: line + 1, plan, table: index)
      }
      if roles[table.source] == .scores {
        scores.append(.init(table: index, experts: experts(in: table), participants: rows))
      } else {
        participants += rows
        for task in plan.tasks.indices
        where plan.tasks[task] >= 0 && rows.contains(where: { $0.points[task] != .blank }) {
          transcribed[index].insert(task)
        }
      }
    }
    let joined = participants.map { Self.join($0, scores, transcribed[$0.table]) }
    return AssessmentProtocol(
      criteria: criteria, tables: tables, participants: participants, scores: scores, normalised: normalised,
      transcribed: transcribed, joined: joined)
  }

  /// The pupil's own transcription holds where it has the task at all; otherwise the first sheet that has the code.
  private static func join(
    _ participant: Participant, _ scores: [AssessmentProtocol.ScoresSheet], _ transcribed: Set<Int>
  ) -> [AssessmentProtocol.JoinedPoints] {
    let code = participant.code.value
    let rows = code.map { code in scores.compactMap { sheet in sheet.participant(code) } } ?? []
    return participant.points.enumerated().map { task, own in
      if own == .blank, !participant.isAbsent,
        let row = rows.first(where: { $0.points[task] != .blank }), !transcribed.contains(task)
      {
        return .init(entry: row.points[task], table: row.table, row: row.row)
      }
      return .init(entry: own, table: participant.table, row: participant.row)
    }
  }

  private func experts(in table: ProtocolTable) -> Set<String> {
    var names: Set<String> = []
    if let name = table.title.expert?.value { names.insert(Folded(name).text) }
    guard let column = table.column(.expert) else { return names }
    for row in table.rows {
      let name = Folded(table.value(row: row.number, column: column.index).description).text
      if !name.isEmpty { names.insert(name) }
    }
    return names
  }

  private mutating func noteHeaders(_ table: ProtocolTable) {
    for column in table.taskColumns where column.column.header.contains(".") {
      guard let cell = table.sheet.cell(at: column.column.cell), cell.kind == .date else { continue }
      normalised[.headerAsDate, default: []].append(table.location(column.column))
    }
  }

  // MARK: Rows

  private mutating func row(_ row: SheetRow, line: Int, _ plan: ColumnPlan, table index: Int) -> Participant {
    let table = tables[index]
    let sheet = table.sheet
    // CSV has no numbers, so a number as text is no news there.
    var participant = Participant(table: index, row: row.number, line: line)
    participant.variants = plan.variants.map { Entry(reading: .blank, column: $0) }
    participant.points = Array(repeating: .blank, count: criteria.tasks.count)
    participant.code.column = plan.code
    participant.schoolClass.column = plan.schoolClass
    participant.sex.column = plan.sex
    participant.previousMark.column = plan.previousMark
    participant.statedMark.column = plan.statedMark
    participant.statedSum.column = plan.sum
    for cell in sheet.cells[row.cells] {
      let column = Int(cell.column)
      guard column < plan.roles.count else { break }
      take(cell, plan.roles[column], sheet, table, &participant)
    }
    return participant
  }

  private mutating func take(
    _ cell: Cell, _ role: ColumnPlan.Role, _ sheet: Sheet, _ table: ProtocolTable,
    _ participant: inout Participant
  ) {
    if role == .unread { return }
    if case .task(let task) = role, cell.kind == .number, let whole = Int(exactly: cell.number), whole >= 0 {
      participant.points[task] = .points(Points(whole))
      return
    }
    var notes: [Normalisation] = []
    let note: (Normalisation) -> Void = { notes.append($0) }
    let text = CellText(cell, in: sheet, note: note)
    switch role {
    case .unread: break
    case .code: participant.code.reading = ValueReader.whole(text)
    case .variant(let part): participant.variants[part].reading = ValueReader.variant(text, note)
    case .task(let task):
      // A date is what a spreadsheet made of 1.5; nobody gave 45 thousand points.
      participant.points[task] =
        cell.kind == .date && cell.number > 1000 ? .unreadable : ValueReader.points(text, note)
    case .schoolClass: participant.schoolClass.reading = ValueReader.schoolClass(text, classMap, note)
    case .sex: participant.sex.reading = ValueReader.sex(text, note)
    case .previousMark: participant.previousMark.reading = ValueReader.previousMark(text, note)
    case .statedMark: participant.statedMark.reading = ValueReader.whole(text)
    case .sum: participant.statedSum.reading = ValueReader.whole(text)
    }
    for kind in notes where !(kind == .numberAsText && table.isText) {
      normalised[kind, default: []].append(table.location(row: participant.row, column: Int(cell.column)))
    }
  }
}

/// Which column of a table is read as what, by its place.
private struct ColumnPlan {
  enum Role: Equatable {
    case unread, code, variant(Int), task(Int), schoolClass, sex, previousMark, statedMark, sum
  }

  private(set) var roles: [Role] = []
  private(set) var code = -1
  private(set) var variants: [Int]
  private(set) var tasks: [Int]
  private(set) var schoolClass = -1
  private(set) var sex = -1
  private(set) var previousMark = -1
  private(set) var statedMark = -1
  private(set) var sum = -1

  init(_ table: ProtocolTable, _ criteria: Criteria) {
    variants = Array(repeating: -1, count: criteria.parts)
    tasks = Array(repeating: -1, count: criteria.tasks.count)
    roles = Array(repeating: .unread, count: (table.columns.last?.index ?? -1) + 1)
    for column in table.columns { place(column, criteria) }
  }

  /// Of two columns that mean the same the first is read; TPL004 speaks of the second.
  private mutating func place(_ column: ProtocolTable.Column, _ criteria: Criteria) {
    let index = column.index
    switch column.meaning {
    case .code where code < 0: (code, roles[index]) = (index, .code)
    case .schoolClass where schoolClass < 0: (schoolClass, roles[index]) = (index, .schoolClass)
    case .sex where sex < 0: (sex, roles[index]) = (index, .sex)
    case .previousMark where previousMark < 0: (previousMark, roles[index]) = (index, .previousMark)
    case .statedMark where statedMark < 0: (statedMark, roles[index]) = (index, .statedMark)
    case .sum where sum < 0: (sum, roles[index]) = (index, .sum)
    case .variant(let part):
      let slot = part > 0 ? part - 1 : variants.firstIndex { $0 < 0 } ?? -1
      guard variants.indices.contains(slot), variants[slot] < 0 else { return }
      variants[slot] = index
      roles[index] = .variant(slot)
    case .task(let id, _):
      guard let task = criteria.index(of: id), tasks[task] < 0 else { return }
      tasks[task] = index
      roles[index] = .task(task)
    default: break
    }
  }
}
