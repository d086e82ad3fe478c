internal import Spreadsheet

/// A protocol as it was read: the pupils of the transcriptions, and the sheets of the commission's scores.
public struct AssessmentProtocol: Sendable {
  /// The criteria by which cells were read.
  public let criteria: Criteria
  /// The tables in which the rows stand.
  public let tables: [ProtocolTable]
  /// The pupils of all transcriptions, in the order in which they were given.
  public let participants: [Participant]
  /// The commission's sheets.
  public let scores: [ScoresSheet]
  /// How values were understood otherwise than typed.
  public let normalised: [Normalisation: [CellLocation]]
  /// Which tasks each table of a transcription holds points for, by place in the criteria; a scores sheet holds none.
  let transcribed: [Set<Int>]
  /// For each participant what holds for each task, after the sources were joined.
  let joined: [[JoinedPoints]]

  /// One of the commission's sheets.
  public struct ScoresSheet: Sendable {
    /// The table's place in ``AssessmentProtocol/tables``.
    public let table: Int
    /// The names under «Эксперт», only to be compared.
    let experts: Set<String>
    /// The rows, by code where there is one.
    public let participants: [Participant]
    let byCode: [Int: Int]

    init(table: Int, experts: Set<String>, participants: [Participant]) {
      self.table = table
      self.experts = experts
      self.participants = participants
      byCode = Dictionary(
        participants.enumerated().compactMap { index, row in row.code.value.map { ($0, index) } },
        uniquingKeysWith: { a, _ in a })
    }

    /// The row of a code.
    func participant(_ code: Int) -> Participant? { byCode[code].map { participants[$0] } }
  }

  /// What holds for a task of a pupil, and where it stands.
  struct JoinedPoints: Sendable, Hashable {
    var entry: PointsEntry
    var table: Int
    var row: Int
  }

  /// Participants who are not absent, with their place.
  var present: some Sequence<(offset: Int, element: Participant)> {
    participants.enumerated().lazy.filter { !$0.element.isAbsent }
  }

  /// The sheets that hold a code, in order.
  func scoreRows(of code: Int) -> [(sheet: ScoresSheet, row: Participant)] {
    scores.compactMap { sheet in sheet.participant(code).map { (sheet, $0) } }
  }

  // MARK: Places

  /// A participant as a place, without a cell.
  func place(of participant: Participant) -> Place {
    Place(
      source: tables[participant.table].source, participant: participant.code.value,
      schoolClass: participant.schoolClass.value, line: participant.line)
  }

  /// The place of one of a participant's columns; of the code's cell when the table has no such column.
  func place(of participant: Participant, column: Int) -> Place {
    let table = tables[participant.table]
    let shown = column >= 0 ? column : participant.code.column
    var place = place(of: participant)
    place.cell = table.location(row: participant.row, column: shown)
    place.header = column >= 0 ? table.header(of: column) : nil
    return place
  }

  /// The place of a participant's task, wherever its points stand.
  func place(of participant: Participant, task: Int, joined: JoinedPoints? = nil) -> Place {
    let tableIndex = joined?.table ?? participant.table
    let table = tables[tableIndex]
    let column = table.taskColumns.first { $0.task == criteria.tasks[task].id }?.column
    var place = place(of: participant)
    place.source = table.source
    place.task = criteria.tasks[task].id
    place.header = column?.header
    place.cell = table.location(
      row: joined?.row ?? participant.row, column: column?.index ?? participant.code.column)
    return place
  }

  /// The text in a place's cell, without spaces around it; `nil` where none stands.
  func text(at place: Place) -> String? {
    guard let cell = place.cell, let table = table(of: cell),
      case .text(let text) = table.sheet[cell.cell]
    else { return nil }
    return text.trimmedOfSpaces
  }

  /// What stands in a place's cell.
  func actual(at place: Place) -> Actual {
    guard let cell = place.cell, let table = table(of: cell) else { return Actual(raw: "", type: "empty") }
    return Actual(table.sheet, cell.cell)
  }

  private func table(of cell: CellLocation) -> ProtocolTable? {
    tables.first { $0.source == cell.source && $0.sheetIndex == cell.sheet }
  }
}
