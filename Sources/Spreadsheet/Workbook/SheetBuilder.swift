/// Gathers the cells of one sheet while it is read, in whatever order the file gives them.
struct SheetBuilder {
  /// How a row or a cell may be addressed wrongly.
  enum Place {
    case row(Int), cell(CellReference)
  }

  var arena: TextArena
  private(set) var cells: [Cell] = []
  private(set) var notes: [ReadingNote] = []
  var merges: [CellRange] = []
  var hiddenColumns: [ClosedRange<Int>] = []
  var validations: [DataValidation] = []
  private var formulas: [(cell: Int, text: Range<Int>)] = []
  private var rows: [SheetRow] = []
  /// How many rows were handed over before.
  private var rowsBefore = 0
  private var hiddenRows: Set<Int> = []
  private var isOrdered = true
  /// The rows so far, looked up only once one stands out of order.
  private var numbers: Set<Int> = []
  /// The rows without a cell, until one stands out of order.
  private var bareRows: [Range<Int>] = []

  private let sheet: Int
  private let limits: Limits
  private var roomForCells: Int
  private(set) var row = -1
  private var nextColumn = 0
  private var start = 0
  private var isHidden = false

  init(sheet: Int, arena: TextArena, limits: Limits, roomForCells: Int) {
    self.sheet = sheet
    self.arena = arena
    self.limits = limits
    self.roomForCells = roomForCells
  }

  /// The worksheet part, when it is to be kept.
  var xml: KeptPart?

  /// Makes room for the cells of a part of that many bytes, up to a number: to grow costs time, and in a large sheet
  /// twice the memory.
  mutating func expect(bytes: Int, most: Int) { cells.reserveCapacity(min(bytes / 24, most)) }

  /// Begins a row by its number from zero, or the next one.
  @inline(__always)
  mutating func beginRow(_ number: Int?, isHidden hidden: Bool) throws(SpreadsheetError) {
    let next = number ?? row + 1
    guard next <= CellReference.last.row else {
      throw SpreadsheetError(.tooManyRows, limit: CellReference.last.row + 1)
    }
    if next <= row {
      isOrdered = false
      if numbers.isEmpty {
        numbers = Set(rows.map(\.number))
        for range in bareRows { numbers.formUnion(range) }
      }
    }
    if next == row || !numbers.isEmpty && numbers.contains(next) {
      note(.duplicateRow, CellReference(row: next, column: 0))
    }
    row = next
    nextColumn = 0
    start = cells.count
    isHidden = hidden
  }

  /// Ends the row that was begun.
  @inline(__always)
  mutating func endRow() throws(SpreadsheetError) {
    guard cells.count > start else { return endBareRow() }
    rows.append(SheetRow(number: row, cells: start..<cells.count, isHidden: isHidden))
    if !numbers.isEmpty { numbers.insert(row) }
    if isHidden { hiddenRows.insert(row) }
    guard rowsBefore + rows.count <= limits.rows else {
      throw SpreadsheetError(.tooManyRows, limit: limits.rows)
    }
  }

  private mutating func endBareRow() {
    if !numbers.isEmpty {
      numbers.insert(row)
    } else if let last = bareRows.last, last.upperBound == row {
      bareRows[bareRows.count - 1] = last.lowerBound..<row + 1
    } else {
      bareRows.append(row..<row + 1)
    }
  }

  /// Tells where the next cell stands: its own address, or the column after the last one.
  @inline(__always)
  mutating func place(row ownRow: Int, column: Int?) throws(SpreadsheetError) -> CellReference {
    let place = CellReference(row: ownRow, column: column ?? nextColumn)
    guard place.column <= CellReference.last.column else {
      throw SpreadsheetError(.tooManyColumns, limit: CellReference.last.column + 1)
    }
    if ownRow != row || place.column < nextColumn {
      isOrdered = false
      if ownRow != row { note(.rowMismatch, place) }
    }
    nextColumn = place.column + 1
    return place
  }

  /// Adds a cell.
  @inline(__always)
  mutating func add(_ place: CellReference, _ kind: Cell.Kind, hasFormula: Bool, bits: UInt64)
    throws(SpreadsheetError)
  {
    guard place.column < limits.columns else {
      throw SpreadsheetError(.tooManyColumns, limit: limits.columns)
    }
    guard roomForCells > 0 else { throw SpreadsheetError(.tooManyCells, limit: limits.cells) }
    roomForCells &-= 1
    if kind == .failure { note(.errorCell, place) }
    cells.append(Cell(row: place.row, column: place.column, kind: kind, hasFormula: hasFormula, bits: bits))
  }

  /// Adds text that has just been put at the end of the arena; empty text without a formula is no cell.
  mutating func addText(
    _ place: CellReference, from start: Int, _ kind: Cell.Kind = .text, hasFormula: Bool
  ) throws(SpreadsheetError) {
    let count = arena.bytes.count - start
    guard count > 0 || hasFormula else { return }
    if count > limits.textUnits { try Self.checkLength(arena.bytes[start...], limits) }
    try add(place, kind, hasFormula: hasFormula, bits: Cell.bits(text: start, count: count))
  }

  /// Refuses text of more UTF-16 units than a cell may hold.
  static func checkLength(_ bytes: ArraySlice<UInt8>, _ limits: Limits) throws(SpreadsheetError) {
    guard bytes.count > limits.textUnits else { return }
    // A lead byte of four stands for two units; continuation bytes for none.
    let units = bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
    guard units <= limits.textUnits else { throw SpreadsheetError(.stringTooLong, limit: limits.textUnits) }
  }

  /// Keeps the formula that has just been put at the end of the arena with the cell that comes next.
  mutating func keepFormula(from start: Int) {
    if arena.bytes.count > start { formulas.append((cells.count, start..<arena.bytes.count)) }
  }

  /// Notes something unusual.
  mutating func note(_ word: ReadingNote.Word, _ cell: CellReference? = nil) {
    notes.append(ReadingNote(word, sheet: sheet, cell: cell))
  }

  /// The finished sheet; the text of it stays in the arena, which the workbook hands to all its sheets at the end.
  mutating func finish(name: String, visibility: Visibility, part: String) -> Sheet {
    if !isOrdered { putInOrder() }
    var sheet = Sheet(
      name: name, visibility: visibility, part: part, cells: cells, rows: rows, hiddenColumns: hiddenColumns,
      merges: merges, validations: validations, formulas: formulas)
    sheet.xml = xml
    return sheet
  }

  /// Hands the rows so far over as a sheet and goes on without them; `false` once a row or a cell stood out of order.
  ///
  /// - Parameter base: the end of the arena's text that later rows may need, too.
  mutating func handOver(
    _ name: String, _ visibility: Visibility, keepingText base: Int, to taker: (Sheet) -> Void
  )
    -> Bool
  {
    guard isOrdered else { return false }
    do {
      var piece = Sheet(
        name: name, visibility: visibility, part: "", cells: cells, rows: rows, hiddenColumns: [], merges: [],
        validations: [], formulas: formulas)
      piece.arena = arena
      taker(piece)
    }
    rowsBefore += rows.count
    rows.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    formulas.removeAll(keepingCapacity: true)
    arena.bytes.removeLast(arena.bytes.count - base)
    return true
  }

  /// Orders cells by place; of two in one place the later holds, and both are noted.
  private mutating func putInOrder() {
    let order = cells.indices.sorted { a, b in
      (cells[a].row, cells[a].column, a) < (cells[b].row, cells[b].column, b)
    }
    var sorted: [Cell] = []
    let texts = Dictionary(formulas.map { ($0.cell, $0.text) }) { $1 }
    formulas = []
    for index in order {
      if let last = sorted.last, last.reference == cells[index].reference {
        sorted.removeLast()
        note(.duplicateCell, last.reference)
      }
      if formulas.last?.cell == sorted.count { formulas.removeLast() }
      if let text = texts[index] { formulas.append((sorted.count, text)) }
      sorted.append(cells[index])
    }
    cells = sorted
    rows = []
    var first = 0
    for index in cells.indices where index + 1 == cells.count || cells[index + 1].row != cells[index].row {
      let number = Int(cells[index].row)
      rows.append(SheetRow(number: number, cells: first..<index + 1, isHidden: hiddenRows.contains(number)))
      first = index + 1
    }
  }
}
