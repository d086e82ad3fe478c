/// A place in a sheet; row and column count from zero, as the file's own order does.
public struct CellReference: Hashable, Sendable, Comparable {
  /// Row, from zero.
  public var row: Int
  /// Column, from zero.
  public var column: Int

  /// Names a place by its zero-based row and column.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The last row and column that the XLSX format knows, from zero (ECMA-376, part 1, 18.3.1).
  public static let last = CellReference(row: 1_048_575, column: 16_383)

  /// Reads `H17` or `$H$17`; `nil` when the text is anything else or lies beyond ``last``.
  public init?(_ text: String) { self.init(text[...]) }

  /// The same of a part of a text.
  public init?(_ text: Substring) {
    var column = 0
    var row = 0
    var seenDigit = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !seenDigit:
        column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "a")...UInt8(ascii: "z") where !seenDigit:
        column = column * 26 + Int(byte) - 96
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        guard seenDigit || byte != UInt8(ascii: "0") else { return nil }
        seenDigit = true
        row = row * 10 + Int(byte) - 48
      case UInt8(ascii: "$"):
        continue
      default:
        return nil
      }
      if column > Self.last.column + 1 || row > Self.last.row + 1 { return nil }
    }
    guard seenDigit else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  /// Orders by row, then by column.
  public static func < (a: Self, b: Self) -> Bool {
    (a.row, a.column) < (b.row, b.column)
  }

  /// The letters of a zero-based column: 0 is `A`, 26 is `AA`.
  public static func letters(ofColumn column: Int) -> String {
    var rest = column + 1
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

extension CellReference: CustomStringConvertible {
  /// The place as a person writes it: `H17`.
  public var description: String { Self.letters(ofColumn: column) + String(row + 1) }
}

/// A rectangle of cells, both corners inside.
public struct CellRange: Hashable, Sendable {
  /// The upper left corner.
  public var first: CellReference
  /// The lower right corner.
  public var last: CellReference

  /// A rectangle between two corners given in any order.
  public init(_ a: CellReference, _ b: CellReference) {
    first = CellReference(row: min(a.row, b.row), column: min(a.column, b.column))
    last = CellReference(row: max(a.row, b.row), column: max(a.column, b.column))
  }

  /// Reads `B2:B1499`, `B2` or the whole columns `B:D`; `nil` for anything else.
  public init?(_ text: String) { self.init(text[...]) }

  /// The same of a part of a text.
  public init?(_ text: Substring) {
    let colon = text.utf8.firstIndex(of: UInt8(ascii: ":"))
    let head = colon.map { text[..<$0] } ?? text[...]
    let tail = colon.map { text[text.utf8.index(after: $0)...] } ?? text[...]
    if let a = CellReference(head), let b = CellReference(tail) {
      self.init(a, b)
    } else if colon != nil, !text.utf8.contains(where: { (48...57).contains($0) }),
      let a = CellReference("\(head)1"), let b = CellReference("\(tail)1048576")
    {
      self.init(a, b)
    } else {
      return nil
    }
  }

  /// Whether the cell lies inside.
  public func contains(_ cell: CellReference) -> Bool {
    (first.row...last.row).contains(cell.row) && (first.column...last.column).contains(cell.column)
  }
}

extension CellRange: CustomStringConvertible {
  /// The rectangle as a person writes it: `B2:B1499`, or `B2` for one cell.
  public var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
