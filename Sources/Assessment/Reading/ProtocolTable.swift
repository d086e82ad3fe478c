public import Spreadsheet

/// A table of a sheet that has a protocol's header: where it is, and what its columns are for.
public struct ProtocolTable: Sendable {
  /// A column with its header.
  package struct Column: Sendable {
    /// The column from zero.
    package let index: Int
    /// The header as it stands.
    package let header: String
    /// The header's cell.
    package let cell: CellReference
    /// What the column is for; `nil` when nobody understands its header.
    package let meaning: HeaderMeaning?
  }

  /// The source's place in the list of sources.
  public let source: Int
  /// The sheet's place in its workbook.
  public let sheetIndex: Int
  /// The sheet.
  public let sheet: Sheet
  /// The header row from zero; of two, the lower one.
  let headerRow: Int
  package let columns: [Column]
  let title: TitleBlock
  /// Rows that hold a participant, from zero, in order.
  package let rows: [SheetRow]
  /// Rows among them that name a pupil and hold neither code nor result, from zero.
  let leftOut: [Int]
  /// Whether the container keeps everything as text, as CSV does.
  let isText: Bool
  /// Columns without a header that hold data in those rows.
  let namelessColumns: [Int]

  /// The first column of a meaning.
  func column(_ meaning: HeaderMeaning) -> Column? { columns.first { $0.meaning == meaning } }

  /// Whether there is a column that only protocols and scores sheets have; codes with names alone are a code list.
  var isProtocol: Bool {
    columns.contains { column in
      switch column.meaning {
      case nil, .code, .number, .name, .classLetter: false
      default: true
      }
    }
  }

  /// The columns that are tasks, with the maximum that their header states.
  var taskColumns: [(column: Column, task: TaskID, stated: Int?)] {
    columns.compactMap { column in
      guard case .task(let task, let stated) = column.meaning else { return nil }
      return (column, task, stated)
    }
  }

  /// Whether the task columns are those of the work in their order, as they are in almost every file.
  func hasExactlyTheTasks(of criteria: Criteria) -> Bool {
    var next = 0
    for column in columns {
      guard case .task(let task, _) = column.meaning else { continue }
      guard next < criteria.tasks.count, criteria.tasks[next].id == task else { return false }
      next += 1
    }
    return next == criteria.tasks.count
  }

  /// The header of a column, for a finding's place.
  func header(of column: Int) -> String? { columns.first { $0.index == column }?.header }

  /// A cell of this table.
  func location(row: Int, column: Int) -> CellLocation {
    CellLocation(source: source, sheet: sheetIndex, cell: CellReference(row: row, column: max(0, column)))
  }

  /// A column's header cell.
  func location(_ column: Column) -> CellLocation {
    CellLocation(source: source, sheet: sheetIndex, cell: column.cell)
  }

  /// What stands in a cell.
  func value(row: Int, column: Int) -> CellValue {
    column < 0 ? .empty : sheet[CellReference(row: row, column: column)]
  }
}
