public import Spreadsheet

/// A value of an export with its cell.
public struct Located<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The value; `nil` when the cell is blank, or holds what means nothing here.
  public let value: Value?
  /// The cell.
  public let cell: CellReference
  /// Whether the cell holds nothing.
  public let isBlank: Bool

  /// A value that was read in a cell.
  public init(_ value: Value?, at cell: CellReference, isBlank: Bool = false) {
    self.value = value
    self.cell = cell
    self.isBlank = isBlank
  }
}
