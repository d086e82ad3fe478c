internal import Spreadsheet

/// A cell that people fill, in a participant's row: code, variant, points, class, sex or a mark.
struct InputCell {
  let place: Place
  let header: String
  let actual: Actual
}

extension Examination {
  /// The input cells of transcriptions and scores sheets that a test picks, in order; sums may well be formulas.
  func inputCells(where isPicked: (Cell) -> Bool) -> [InputCell] {
    var found: [InputCell] = []
    for (index, table) in tables.enumerated() {
      var columns: [ProtocolTable.Column?] = []
      for row in table.rows {
        for cell in table.sheet.cells[row.cells] where isPicked(cell) {
          if columns.isEmpty { columns = table.inputColumns }
          guard columns.indices.contains(Int(cell.column)), let column = columns[Int(cell.column)] else {
            continue
          }
          found.append(inputCell(cell, column, row, table: index))
        }
      }
    }
    return found
  }

  private func inputCell(_ cell: Cell, _ column: ProtocolTable.Column, _ row: SheetRow, table index: Int)
    -> InputCell
  {
    let table = tables[index]
    var place = place(table: index, row: row.number)
    place.cell = table.location(row: row.number, column: column.index)
    place.header = column.header
    if case .task(let task, _) = column.meaning { place.task = task }
    return InputCell(place: place, header: column.header, actual: Actual(table.sheet, cell.reference))
  }

  /// A participant's row as a place; without criteria there is no record, but a code is a code.
  func place(table index: Int, row: Int) -> Place {
    let table = tables[index]
    if let record, let participant = record.participant(table: index, row: row) {
      return record.place(of: participant)
    }
    let reference = CellReference(row: row, column: table.column(.code)?.index ?? 0)
    let text = CellText(table.sheet.cell(at: reference), in: table.sheet) { _ in }
    var place = Place(source: table.source)
    if case .whole(let code) = text { place.participant = code }
    return place
  }
}

extension AssessmentProtocol {
  /// The participant of a table's row.
  func participant(table: Int, row: Int) -> Participant? {
    let all = scores.first { $0.table == table }?.participants ?? participants
    guard let first = all.firstIndex(where: { $0.table == table }),
      let line = tables[table].rows.firstIndex(where: { $0.number == row }),
      all.indices.contains(first + line)
    else { return nil }
    return all[first + line]
  }
}

extension ProtocolTable {
  /// By its place each column that people fill; of two that mean the same only the first is read.
  fileprivate var inputColumns: [Column?] {
    var result: [Column?] = Array(repeating: nil, count: (columns.last?.index ?? -1) + 1)
    for column in columns {
      switch column.meaning {
      case .variant: result[column.index] = column
      case .code, .task, .schoolClass, .sex, .previousMark, .statedMark:
        let isRead = columns.first { $0.kind == column.kind }?.index == column.index
        if isRead { result[column.index] = column }
      default: break
      }
    }
    return result
  }

  /// Whether a column holds anything in the participants' rows.
  func hasData(inColumn column: Int) -> Bool {
    rows.contains { row in
      guard let cell = sheet.cell(at: CellReference(row: row.number, column: column)) else { return false }
      return cell.kind != .text || !sheet.text(of: cell).trimmedOfSpaces.isEmpty
    }
  }
}

extension ProtocolTable.Column {
  /// What the column is for, without the maximum that its header states: two columns of one kind mean the same.
  var kind: HeaderMeaning? {
    if case .task(let task, _) = meaning { .task(task, stated: nil) } else { meaning }
  }
}
