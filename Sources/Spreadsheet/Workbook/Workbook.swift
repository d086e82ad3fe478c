/// What a spreadsheet file holds: its sheets, and what the reader noticed on the way.
public struct Workbook: Sendable {
  /// The container that the bytes are, whatever the file is called.
  public let format: FileFormat
  /// The sheets in the order of the file, hidden ones too.
  public let sheets: [Sheet]
  /// What was unusual and was read all the same.
  public let notes: [ReadingNote]
  /// Names that the workbook gives to ranges, with the text of what they stand for.
  public let definedNames: [DefinedName]

  init(format: FileFormat, sheets: [Sheet], notes: [ReadingNote], definedNames: [DefinedName] = []) {
    self.format = format
    self.sheets = sheets
    self.notes = notes
    self.definedNames = definedNames
  }
}

extension Workbook {
  /// The cells of a sheet that are written where they do not belong: in another row than they name, or a second time.
  ///
  /// They are read where they say. An edit goes by the rows as they are written, and would put such a cell in twice.
  public func misplacedCells(inSheet index: Int) -> [CellReference] {
    notes.compactMap { note in
      let isMisplaced = [.rowMismatch, .duplicateRow, .duplicateCell].contains(note.word)
      return isMisplaced && note.sheet == index ? note.cell : nil
    }
  }

  /// Nothing at all, in place of a file that is no table.
  public static let withoutSheets = Workbook(format: .csv, sheets: [], notes: [])
}

/// A name that a workbook gives to a range: `Отметки` for `'Служебный'!$F$1:$F$5`.
public struct DefinedName: Hashable, Sendable {
  /// The name, as it is written.
  public let name: String
  /// The formula it stands for, without the equals sign.
  public let formula: String
}

/// How a sheet is shown.
public enum Visibility: String, Sendable {
  case visible, hidden, veryHidden
}

/// One sheet: the non-empty cells in order of rows, and what is around them.
public struct Sheet: Sendable {
  /// The sheet's name on its tab.
  public let name: String
  /// Whether a person sees it.
  public let visibility: Visibility
  /// The package part that holds it; empty in formats without parts.
  public let part: String
  /// The non-empty cells, ordered by row and column, each place once.
  public let cells: [Cell]
  /// The rows that hold cells, in order: which cells they have, and whether they are hidden.
  public let rows: [SheetRow]
  /// The columns that are hidden, as ranges from zero.
  public let hiddenColumns: [ClosedRange<Int>]
  /// The merged rectangles; never expanded.
  public let merges: [CellRange]
  /// The checks on input that the sheet carries.
  public let validations: [DataValidation]
  /// Where the formulas stand in the arena, by the index of their cell, ascending.
  let formulas: [(cell: Int, text: Range<Int>)]

  var arena = TextArena()
  /// The worksheet part itself, kept with the formulas for whoever will edit it.
  var xml: KeptPart?

  /// The value at a place.
  public subscript(reference: CellReference) -> CellValue {
    cell(at: reference).map { value(of: $0) } ?? .empty
  }

  /// The cell at a place, if it is not empty.
  public func cell(at reference: CellReference) -> Cell? {
    index(at: reference).map { cells[$0] }
  }

  /// The index in ``cells`` of the cell at a place.
  public func index(at reference: CellReference) -> Int? {
    row(reference.row).flatMap { index(inColumn: reference.column, of: $0) }
  }

  private func index(inColumn column: Int, of row: SheetRow) -> Int? {
    var low = row.cells.lowerBound
    var high = row.cells.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(cells[middle].column) < column { low = middle + 1 } else { high = middle }
    }
    return low < row.cells.upperBound && Int(cells[low].column) == column ? low : nil
  }

  /// The formula of one of ``cells``, by its index, without the equals sign; kept only when the reader was asked to.
  ///
  /// A cell that shares the formula of another one has none of its own.
  public func formula(of index: Int) -> String? {
    formulaBytes(of: index).map { String(decoding: $0, as: UTF8.self) }
  }

  /// How many rows, one below another from a row on, have a whole formula in a column.
  ///
  /// A formula is whole when it has lost nothing that it pointed to (`#REF!`, in any case), and refers to a cell of its own
  /// row; one that shares another's formula counts as such. Rows that were deleted by a careless program leave formulas
  /// behind that count another row.
  public func wholeFormulas(inColumn column: Int, fromRow first: Int) -> Int {
    // Rows and formulas are passed once, side by side: to look each of them up was a fiftieth of a conversion.
    var place = rowIndex(of: first)
    var formula = 0
    var count = 0
    while place < rows.count, rows[place].number == first + count {
      guard let cell = index(inColumn: column, of: rows[place]), cells[cell].hasFormula else { break }
      while formula < formulas.count, formulas[formula].cell < cell { formula += 1 }
      let own = formula < formulas.count && formulas[formula].cell == cell ? formulas[formula].text : 0..<0
      guard Self.isWhole(arena.bytes[own], ofRow: first + count) else { break }
      (place, count) = (place + 1, count + 1)
    }
    return count
  }

  private static func isWhole(_ formula: ArraySlice<UInt8>, ofRow row: Int) -> Bool {
    if formula.isEmpty { return true }
    var number = 0
    var isReference = false
    var hasOwnRow = false
    var hasSharp = false
    var previous: UInt8 = 0
    for byte in formula {
      if byte &- 48 < 10 {
        if !isReference, previous &- 65 < 26 || previous == UInt8(ascii: "$") {
          (isReference, number) = (true, 0)
        }
        if isReference { number = min(number * 10 + Int(byte &- 48), 1 << 30) }
      } else {
        if isReference, number == row + 1 { hasOwnRow = true }
        isReference = false
        if byte == UInt8(ascii: "#") { hasSharp = true }
      }
      previous = byte
    }
    guard hasOwnRow || isReference && number == row + 1 else { return false }
    return !hasSharp || !String(decoding: formula, as: UTF8.self).lowercased().contains("#ref!")
  }

  private func formulaBytes(of index: Int) -> ArraySlice<UInt8>? {
    var low = 0
    var high = formulas.count
    while low < high {
      let middle = (low + high) / 2
      if formulas[middle].cell < index { low = middle + 1 } else { high = middle }
    }
    return low < formulas.count && formulas[low].cell == index ? arena.bytes[formulas[low].text] : nil
  }

  /// The same sheet without its cells, when they were handed over.
  var withoutCells: Sheet {
    Sheet(
      name: name, visibility: visibility, part: part, cells: [], rows: [], hiddenColumns: hiddenColumns,
      merges: merges, validations: validations, formulas: [])
  }

  /// The row of that number, from zero, if it holds a cell.
  public func row(_ number: Int) -> SheetRow? {
    let index = rowIndex(of: number)
    return index < rows.count && rows[index].number == number ? rows[index] : nil
  }

  /// The index of the first row of that number or a higher one.
  private func rowIndex(of number: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The value of one of this sheet's cells.
  public func value(of cell: Cell) -> CellValue {
    switch cell.kind {
    case .pending: .empty
    case .text: .text(text(of: cell))
    case .number: .number(cell.number)
    case .boolean: .boolean(cell.number != 0)
    case .failure: .failure(text(of: cell))
    case .date: DateStamp(serial: cell.number).map { .date($0) } ?? .number(cell.number)
    }
  }

  /// The text of a text or failure cell as the file spells it; empty for other kinds.
  public func text(of cell: Cell) -> String {
    switch cell.kind {
    case .text, .failure: arena.string(cell.text)
    default: ""
    }
  }

  /// The number of rows and columns of the used range; both 0 for a sheet without cells.
  public var extent: (rows: Int, columns: Int) {
    guard let last = rows.last else { return (0, 0) }
    let columns = rows.reduce(0) { max($0, Int(cells[$1.cells.upperBound - 1].column) + 1) }
    return (last.number + 1, columns)
  }

  /// Whether the column, from zero, is hidden.
  public func isHidden(column: Int) -> Bool {
    hiddenColumns.contains { $0.contains(column) }
  }
}

/// A row that holds cells.
public struct SheetRow: Sendable {
  /// The row's number, from zero.
  public let number: Int
  /// Where its cells stand in ``Sheet/cells``.
  public let cells: Range<Int>
  /// Whether the row is hidden, by hand or by a filter.
  public let isHidden: Bool
}

/// A check on input that a sheet carries (ECMA-376, part 1, 18.3.1.32).
public struct DataValidation: Hashable, Sendable {
  /// The kind: `list`, `whole`, `decimal`, `custom` …
  public let type: String
  /// The comparison: `between` (the default), `greaterThan` …
  public let comparison: String
  /// The first formula, without the equals sign: a list's source or a lower bound.
  public let first: String
  /// The second formula: an upper bound.
  public let second: String
  /// The cells it guards.
  public let ranges: [CellRange]
}
