/// A non-empty cell in 16 bytes: its place, what it holds, and where the text of it lies.
///
/// Cells are plain values so that a sheet of a million of them is one block of memory; text stays in the
/// workbook's arena and becomes a `String` only when somebody asks.
public struct Cell: Sendable {
  /// What a cell holds.
  public enum Kind: UInt8, Sendable {
    /// A formula without a stored value.
    case pending
    /// Text; ``Cell/text`` is its place in the arena.
    case text
    /// A number.
    case number
    /// A day or a moment, kept as the serial number of the 1900 or 1904 system, already turned into 1900's.
    case date
    /// `TRUE` or `FALSE`.
    case boolean
    /// An error word such as `#N/A`, kept as text.
    case failure
  }

  /// Row, from zero.
  public let row: UInt32
  /// Column, from zero.
  public let column: UInt16
  /// What the cell holds.
  public let kind: Kind
  /// Whether a formula stands behind the value.
  public let hasFormula: Bool
  let bits: UInt64

  init(row: Int, column: Int, kind: Kind, hasFormula: Bool, bits: UInt64) {
    self.row = UInt32(truncatingIfNeeded: row)
    self.column = UInt16(truncatingIfNeeded: column)
    self.kind = kind
    self.hasFormula = hasFormula
    self.bits = bits
  }

  /// The number of a ``Kind/number``, ``Kind/date`` (serial) or ``Kind/boolean`` (0 or 1).
  public var number: Double { Double(bitPattern: bits) }

  /// The place of the text in the workbook's arena, in bytes.
  public var text: Range<Int> {
    let start = Int(bits >> 32)
    return start..<start + Int(bits & 0xFFFF_FFFF)
  }

  /// The cell's place in its sheet.
  public var reference: CellReference { CellReference(row: Int(row), column: Int(column)) }

  static func bits(text start: Int, count: Int) -> UInt64 { UInt64(start) << 32 | UInt64(count) }
}

/// The value of a cell, as a person understands it.
public enum CellValue: Hashable, Sendable {
  /// Nothing, or a formula that was stored without a value.
  case empty
  /// Text, as the file spells it.
  case text(String)
  /// A number.
  case number(Double)
  /// A day, or a moment of a day.
  case date(DateStamp)
  /// `TRUE` or `FALSE`.
  case boolean(Bool)
  /// An error of the spreadsheet: `#N/A`, `#REF!` …
  case failure(String)
}

extension CellValue: CustomStringConvertible {
  /// The value as text: a number in its shortest form, a date in ISO 8601, `TRUE`, `FALSE`, an error's word.
  public var description: String {
    switch self {
    case .empty: ""
    case .text(let text), .failure(let text): text
    case .number(let number): Self.shortest(number)
    case .date(let date): date.description
    case .boolean(let value): value ? "TRUE" : "FALSE"
    }
  }

  /// The shortest text that reads back as the number: `1`, `1.5`, `1e+20`.
  public static func shortest(_ number: Double) -> String {
    if let whole = Int(exactly: number), abs(whole) < 1_000_000_000_000_000 { return String(whole) }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
