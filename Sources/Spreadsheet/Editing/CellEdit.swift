/// What an edit puts into a cell.
public enum CellEdit: Sendable, Hashable {
  /// A whole number as the cell's value.
  case number(Int)
  /// Text as the cell's value.
  case text(String)
  /// The stored value of the formula that stands in the cell; the formula stays as it is.
  case result(Int)
  /// Another of the workbook's cell formats; the value stays as it is, and an empty cell is made where none is.
  case style(Int)
}

/// The edits of one sheet: by row, then by column, both from zero and ascending.
public struct SheetEdits: Sendable {
  /// The edits of one row.
  public struct Row: Sendable {
    /// The row from zero.
    public let number: Int
    /// Columns from zero with what goes into them, ascending.
    public let cells: [(column: Int, edit: CellEdit)]

    /// Edits of a row; columns are put in order.
    public init(number: Int, cells: [(column: Int, edit: CellEdit)]) {
      self.number = number
      self.cells = cells.sorted { $0.column < $1.column }
    }
  }

  /// The rows in ascending order.
  public let rows: [Row]

  /// Edits of a sheet; rows are put in order.
  public init(_ rows: [Row]) {
    self.rows = rows.sorted { $0.number < $1.number }
  }
}
