public import Spreadsheet

/// A value as it was read, with its column: blank, understood, or text that means nothing here.
public struct Entry<Value: Sendable & Hashable>: Sendable, Hashable {
  /// What was read.
  public enum Reading: Sendable, Hashable {
    /// Nothing was entered, or there is no such column.
    case blank
    /// What it means.
    case value(Value)
    /// Something stands there that means nothing here.
    case unclear
    /// The cell is reported by its container already: an error cell, or a formula without a value.
    case void
  }

  /// What was read.
  public var reading: Reading
  /// The column from zero; -1 when the table has none for it.
  public var column: Int

  /// Nothing, and no column.
  public static var absent: Entry { Entry(reading: .blank, column: -1) }

  /// An entry with its column.
  public init(reading: Reading, column: Int) {
    self.reading = reading
    self.column = column
  }

  /// The value, if it was understood.
  public var value: Value? {
    if case .value(let value) = reading { value } else { nil }
  }

  /// Whether nothing was entered.
  public var isBlank: Bool { reading == .blank }

  /// Whether the table has a column for it.
  public var hasColumn: Bool { column >= 0 }
}

/// A cell of one of the sources; names are resolved when a finding is printed.
public struct CellLocation: Hashable, Sendable {
  /// The source's place in the list of sources.
  public let source: Int
  /// The sheet's place in its workbook.
  public let sheet: Int
  /// The cell.
  public let cell: CellReference

  /// A cell of a source.
  public init(source: Int, sheet: Int, cell: CellReference) {
    self.source = source
    self.sheet = sheet
    self.cell = cell
  }
}

/// The variant that a pupil wrote, or that he was absent.
public enum Variant: Hashable, Sendable {
  /// The variant's number.
  case number(Int)
  /// The pupil was absent.
  case absent
}

/// A pupil's sex, as the form asks for it.
public enum Sex: String, Hashable, Sendable {
  /// «м»
  case male = "м"
  /// «ж»
  case female = "ж"
}

/// The mark of the previous period.
public enum PreviousMark: Hashable, Sendable {
  /// A mark, 2 to 5.
  case mark(Int)
  /// There is none.
  case none
}
