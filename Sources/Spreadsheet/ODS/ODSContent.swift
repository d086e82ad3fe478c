/// Reads the content part of an OpenDocument spreadsheet (OASIS ODF 1.2, part 1, 9.1).
final class ODSContent: XMLEvents {
  private(set) var isSpreadsheet = false
  private(set) var notes: [ReadingNote] = []

  private let limits: Limits
  private var sheets: [Sheet] = []
  private var arena = TextArena()
  private var room: Int
  private var hiddenTables: Set<String> = []
  private var styleName: String?
  /// For every open element whether it is understood: what was not begun is not ended.
  private var path: [Bool] = []

  private var builder: SheetBuilder?
  private var tableName = ""
  private var isHidden = false
  private var depthOfTables = 0
  private var row = 0
  private var column = 0
  private var rowRepeat = 1
  private var rowIsHidden = false
  private var rowCells: [(column: Int, repeated: Int, cell: PendingCell)] = []
  private var columnsSeen = 0

  private var cell: PendingCell?
  private var cellRepeat = 1
  private var text: [UInt8] = []
  private var paragraphs = 0
  private var depthOfText = 0
  private var depthOfNotes = 0

  fileprivate struct PendingCell {
    var type = ""
    var value = ""
    var hasFormula = false
    var isError = false
    var text: [UInt8] = []
  }

  init(limits: Limits) {
    self.limits = limits
    room = limits.cells
  }

  /// The sheets, with the text of all of them.
  func finished() -> [Sheet] {
    for index in sheets.indices { sheets[index].arena = arena }
    return sheets
  }

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    path.append(element.isKnown)
    guard element.isKnown || element.name == "style" || element.name == "table-properties" else { return }
    switch element.name {
    case "spreadsheet": isSpreadsheet = true
    case "style": styleName = element["name"]
    case "table-properties":
      if let styleName, element["display"] == "false" { hiddenTables.insert(styleName) }
    case "table": try startTable(element)
    case "table-column" where depthOfTables == 1: try startColumn(element)
    case "table-row" where depthOfTables == 1: try startRow(element)
    case "table-cell" where depthOfTables == 1, "covered-table-cell" where depthOfTables == 1:
      try startCell(element)
    case "annotation": depthOfNotes += 1
    case "p" where cell != nil && depthOfNotes == 0, "h" where cell != nil && depthOfNotes == 0:
      if paragraphs > 0 { text.append(10) }
      paragraphs += 1
      depthOfText += 1
    case "s" where depthOfText > 0: try spaces(element)
    case "tab" where depthOfText > 0: text.append(9)
    case "line-break" where depthOfText > 0: text.append(10)
    default: break
    }
  }

  func end(_ name: String) throws(SpreadsheetError) {
    guard path.popLast() == true else { return }
    switch name {
    case "table": endTable()
    case "table-row" where depthOfTables == 1: try endRow()
    case "table-cell" where depthOfTables == 1, "covered-table-cell" where depthOfTables == 1: try endCell()
    case "annotation": depthOfNotes = max(0, depthOfNotes - 1)
    case "p" where depthOfText > 0 && depthOfNotes == 0, "h" where depthOfText > 0 && depthOfNotes == 0:
      depthOfText -= 1
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    guard depthOfText > 0, depthOfNotes == 0 else { return }
    // White space collapses (ODF 1.2, 6.1.2): a run of it is one space, none at the start of a paragraph.
    for index in bytes.indices {
      let byte = unsafe bytes[index]
      if byte == 32 || byte == 10 || byte == 13 || byte == 9 {
        if let last = text.last, last != 32, last != 10 || paragraphs == 0 { text.append(32) }
      } else {
        text.append(byte)
      }
    }
    try checkText()
  }

  private func checkText() throws(SpreadsheetError) {
    if text.count > limits.textUnits { try SheetBuilder.checkLength(text[...], limits) }
  }

  // MARK: Tables, columns, rows

  private func startTable(_ element: XMLElement) throws(SpreadsheetError) {
    depthOfTables += 1
    guard depthOfTables == 1 else { return }
    guard sheets.count < limits.sheets else { throw SpreadsheetError(.tooManySheets, limit: limits.sheets) }
    tableName = (element["name"] ?? "")
    isHidden =
      element["display"] == "false" || element["style-name"].map { hiddenTables.contains($0) } ?? false
    builder = SheetBuilder(sheet: sheets.count, arena: arena, limits: limits, roomForCells: room)
    arena = TextArena()
    row = 0
    columnsSeen = 0
  }

  private func endTable() {
    depthOfTables -= 1
    guard depthOfTables == 0, var builder else { return }
    if isHidden { builder.note(.hiddenSheet) }
    let sheet = builder.finish(
      name: tableName, visibility: isHidden ? .hidden : .visible, part: "content.xml")
    room -= sheet.cells.count
    notes += builder.notes
    arena = builder.arena
    sheets.append(sheet)
    self.builder = nil
  }

  private func startColumn(_ element: XMLElement) throws(SpreadsheetError) {
    let count = try repetition(element["number-columns-repeated"], bound: CellReference.last.column + 1)
    if let visibility = element["visibility"], visibility != "visible" {
      builder?.hiddenColumns.append(columnsSeen...columnsSeen + count - 1)
    }
    columnsSeen += count
  }

  private func startRow(_ element: XMLElement) throws(SpreadsheetError) {
    rowRepeat = try repetition(element["number-rows-repeated"], bound: CellReference.last.row + 1)
    rowIsHidden = element["visibility"].map { $0 != "visible" } ?? false
    column = 0
    rowCells = []
  }

  private func endRow() throws(SpreadsheetError) {
    defer { row += rowRepeat }
    guard !rowCells.isEmpty else { return }
    for number in row..<row + rowRepeat {
      guard number <= CellReference.last.row else {
        throw SpreadsheetError(.tooManyRows, limit: CellReference.last.row + 1)
      }
      try builder?.beginRow(number, isHidden: rowIsHidden)
      for (column, repeated, cell) in rowCells {
        for place in column..<column + repeated {
          try put(cell, at: CellReference(row: number, column: place))
        }
      }
      try builder?.endRow()
    }
  }

  /// A repetition is a whole number from one; a bound above the format's own is no file's honest wish.
  private func repetition(_ text: String?, bound: Int) throws(SpreadsheetError) -> Int {
    guard let text else { return 1 }
    guard let count = Int(text), count >= 1, count <= bound else { throw SpreadsheetError(.badRepeat) }
    return count
  }

  // MARK: Cells

  private func startCell(_ element: XMLElement) throws(SpreadsheetError) {
    cellRepeat = try repetition(element["number-columns-repeated"], bound: CellReference.last.column + 1)
    var pending = PendingCell()
    pending.type = element["value-type"] ?? ""
    pending.hasFormula = element["formula"] != nil
    pending.value =
      element["value"] ?? element["date-value"] ?? element["boolean-value"] ?? element["time-value"] ?? ""
    if pending.type == "string", let value = element["string-value"] { pending.text = Array(value.utf8) }
    pending.isError = element["value-type"] == "error" || element["error"] != nil
    cell = pending
    text = []
    paragraphs = 0
    try merge(element)
  }

  private func merge(_ element: XMLElement) throws(SpreadsheetError) {
    let width = try repetition(element["number-columns-spanned"], bound: CellReference.last.column + 1)
    let height = try repetition(element["number-rows-spanned"], bound: CellReference.last.row + 1)
    guard width > 1 || height > 1 else { return }
    let first = CellReference(row: row, column: column)
    builder?.merges.append(CellRange(first, CellReference(row: row + height - 1, column: column + width - 1)))
    guard builder?.merges.count ?? 0 <= limits.merges else {
      throw SpreadsheetError(.tooManyMerges, limit: limits.merges)
    }
  }

  private func endCell() throws(SpreadsheetError) {
    guard var pending = cell else { return }
    cell = nil
    depthOfText = 0
    while text.last == 32, paragraphs > 0, pending.type != "string" { text.removeLast() }
    if paragraphs > 0, pending.text.isEmpty { pending.text = text }
    if !pending.type.isEmpty || !pending.text.isEmpty || pending.hasFormula {
      rowCells.append((column, cellRepeat, pending))
    }
    column += cellRepeat
    guard column <= CellReference.last.column + 1 else {
      throw SpreadsheetError(.tooManyColumns, limit: CellReference.last.column + 1)
    }
  }

  private func spaces(_ element: XMLElement) throws(SpreadsheetError) {
    let count = element["c"].map { Int($0) } ?? 1
    guard let count, count >= 0 else { throw SpreadsheetError(.badRepeat) }
    guard text.count + count <= limits.textUnits else {
      throw SpreadsheetError(.stringTooLong, limit: limits.textUnits)
    }
    text.append(contentsOf: repeatElement(32, count: count))
  }

  private func put(_ cell: PendingCell, at place: CellReference) throws(SpreadsheetError) {
    guard let placed = try builder?.place(row: place.row, column: place.column) else { return }
    switch cell.type {
    case "float", "percentage", "currency":
      let bytes = Array(cell.value.utf8)
      guard let number = bytes.withView({ NumberText.parse($0, 0..<bytes.count) }) else {
        builder?.note(.badNumber, place)
        return try putText(cell, at: placed)
      }
      if cell.isFailure { return try putText(cell, .failure, at: placed) }
      try builder?.add(placed, .number, hasFormula: cell.hasFormula, bits: number.bitPattern)
    case "boolean":
      let number: Double = cell.value == "true" ? 1 : 0
      try builder?.add(placed, .boolean, hasFormula: cell.hasFormula, bits: number.bitPattern)
    case "date":
      // Days before 1900 have no serial number; what is shown of them is kept.
      guard let stamp = DateStamp(iso: cell.value), stamp.year >= 1900 else {
        builder?.note(.badNumber, place)
        return try putText(cell, at: placed)
      }
      try builder?.add(placed, .date, hasFormula: cell.hasFormula, bits: stamp.serial.bitPattern)
    case "time":
      guard let days = Self.days(ofDuration: cell.value) else { return try putText(cell, at: placed) }
      try builder?.add(placed, .date, hasFormula: cell.hasFormula, bits: days.bitPattern)
    case "" where cell.hasFormula && cell.text.isEmpty:
      try builder?.add(placed, .pending, hasFormula: true, bits: 0)
    default:
      try putText(cell, cell.isFailure ? .failure : .text, at: placed)
    }
  }

  private func putText(_ cell: PendingCell, _ kind: Cell.Kind = .text, at place: CellReference)
    throws(SpreadsheetError)
  {
    guard var builder else { return }
    self.builder = nil
    let start = builder.arena.bytes.count
    builder.arena.bytes.append(contentsOf: cell.text)
    try builder.addText(place, from: start, kind, hasFormula: cell.hasFormula)
    self.builder = builder
  }
}

extension ODSContent.PendingCell {
  /// LibreOffice stores the word of an error as the shown text of a formula's cell.
  fileprivate var isFailure: Bool {
    guard isError || hasFormula, text.first == UInt8(ascii: "#") || text.starts(with: "Err:".utf8) else {
      return false
    }
    return true
  }
}

extension ODSContent {
  /// The days of a duration `PT06H09M23S` (XML Schema, 3.2.6), as a spreadsheet keeps a time; `nil` for other text.
  static func days(ofDuration text: String) -> Double? {
    guard text.hasPrefix("PT"), text.utf8.count <= 64 else { return nil }
    var rest = text.dropFirst(2)
    var seconds = 0.0
    for (unit, weight) in [("H", 3600.0), ("M", 60), ("S", 1)] {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard rest.dropFirst(digits.count).first.map(String.init) == unit else { continue }
      guard let number = Double(digits) else { return nil }
      seconds += number * weight
      rest = rest.dropFirst(digits.count + 1)
    }
    return rest.isEmpty && text.count > 2 ? seconds / 86_400 : nil
  }
}
