internal import Assessment
internal import Spreadsheet

/// A table as it was read: its columns with what they are for, its rows with what stands in them.
public struct TableView: Codable, Sendable, Equatable {
  /// A column.
  public struct Column: Codable, Sendable, Equatable {
    /// The column's letter.
    public let letter: String
    /// The header; of a column of names only that it is one.
    public let header: String
    /// `code`, `variant`, `task`, `class`, `sex`, `mark`, `sum`, `name`, `other` or `unknown`.
    public let kind: String
  }

  /// A row of a participant.
  public struct Row: Codable, Sendable, Equatable {
    /// The row's number as the person's program shows it.
    public let number: Int
    /// What stands in each column.
    public let cells: [String]
  }

  /// The place of the file among the sources.
  public let source: Int
  /// The file's name.
  public let file: String
  /// The place of the sheet in its workbook.
  public let sheet: Int
  /// The sheet's name; empty for text files.
  public let name: String
  /// The columns in their order.
  public let columns: [Column]
  /// The rows in their order.
  public let rows: [Row]

  init(_ table: ProtocolTable, in examination: Examination) {
    let place = PlaceNames(
      Place(cell: CellLocation(source: table.source, sheet: table.sheetIndex, cell: table.columns[0].cell)),
      in: examination)
    source = table.source
    file = place.file ?? ""
    sheet = table.sheetIndex
    name = place.sheet ?? ""
    columns = table.columns.map { column in
      let kind = Self.kind(column.meaning)
      return Column(
        letter: CellReference(row: 0, column: column.index).description.filter(\.isLetter),
        header: Self.header(column), kind: kind)
    }
    rows = table.rows.map { row in
      let cells = table.columns.map { column -> String in
        if column.meaning == .name { return "" }
        let value = table.sheet[CellReference(row: row.number, column: column.index)]
        return Actual.travelling(value).description
      }
      return Row(number: row.number + 1, cells: cells)
    }
  }

  private static func header(_ column: ProtocolTable.Column) -> String {
    column.meaning == nil && PersonName.isLikely(column.header) ? "[…]" : column.header
  }

  private static func kind(_ meaning: HeaderMeaning?) -> String {
    switch meaning {
    case .code: "code"
    case .variant: "variant"
    case .task: "task"
    case .schoolClass, .classLetter: "class"
    case .sex: "sex"
    case .previousMark, .statedMark: "mark"
    case .sum: "sum"
    case .name: "name"
    case .number, .expert: "other"
    case nil: "unknown"
    }
  }
}
