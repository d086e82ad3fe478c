/// The strict way through a worksheet part: everything the format allows, with a reason for what it does not.
///
/// The same object reads the shell of a sheet (columns, merges, validations) whose rows ``PlainRows`` has taken.
final class SheetXML: XMLEvents {
  var builder: SheetBuilder
  /// Whether the rows stand where they belong, in a worksheet of a known namespace.
  private(set) var hasRowsInPlace = false

  private let context: SheetContext
  private let limits: Limits

  private var path: [String] = []
  private var text: [UInt8] = []
  private var isCollecting = false

  private var place = CellReference(row: 0, column: 0)
  private var type = ""
  private var style = 0
  private var value: [UInt8]?
  private var inline: [UInt8]?
  private var hasFormula = false
  private var formulaText: [UInt8] = []

  private var validation = (type: "", comparison: "", first: "", second: "", ranges: "")

  init(_ builder: SheetBuilder, context: SheetContext, limits: Limits) {
    self.builder = builder
    self.context = context
    self.limits = limits
  }

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    defer { path.append(element.isKnown ? element.name : "?") }
    guard element.isKnown else { return }
    switch element.name {
    case "sheetData": hasRowsInPlace = path == ["worksheet"]
    case "row": try startRow(element)
    case "c" where path.last == "row": try startCell(element)
    case "v" where path.last == "c", "f" where path.last == "c":
      collect()
      if element.name == "f" { hasFormula = true }
    case "t" where path.contains("is") && !path.contains("rPh"):
      if inline == nil { inline = [] }
      collect()
    case "is" where path.last == "c": inline = []
    case "col": column(element)
    case "mergeCell": try merge(element)
    case "dataValidation":
      validation = (
        element["type"] ?? "none", element["operator"] ?? "between", "", "", element["sqref"] ?? ""
      )
    case "formula1", "formula2", "sqref": collect()
    default: if path.last == "formula1" || path.last == "formula2" || element.name == "f" { collect() }
    }
  }

  func end(_ name: String) throws(SpreadsheetError) {
    // Elements of other namespaces stand in the path as `?`: what was not begun is not ended.
    switch path.removeLast() {
    case "row" where path.last == "sheetData": try builder.endRow()
    case "c" where path.last == "row": try endCell()
    case "v" where path.last == "c": value = collected()
    case "f" where path.last == "c": formulaText = collected()
    case "t" where isCollecting: inline?.append(contentsOf: collected())
    case "formula1": validation.first = take(validation.first)
    case "formula2": validation.second = take(validation.second)
    case "f" where path.last == "formula1": validation.first = take("")
    case "f" where path.last == "formula2": validation.second = take("")
    case "sqref": validation.ranges = take(validation.ranges)
    case "dataValidation": endValidation()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    guard isCollecting else { return }
    unsafe text.append(contentsOf: bytes)
    guard text.count <= limits.tokenBytes else {
      throw SpreadsheetError(.xmlTokenTooLong, limit: limits.tokenBytes)
    }
  }

  private func collect() {
    text.removeAll(keepingCapacity: true)
    isCollecting = true
  }

  private func collected() -> [UInt8] {
    isCollecting = false
    return text
  }

  /// The text collected, or what stood there when it was taken by an element inside.
  private func take(_ old: String) -> String {
    isCollecting ? String(decoding: collected(), as: UTF8.self) : old
  }

  // MARK: Rows and cells

  private func startRow(_ element: XMLElement) throws(SpreadsheetError) {
    var number: Int?
    if let text = element["r"] {
      guard let value = Int(text), (1...CellReference.last.row + 1).contains(value) else {
        throw SpreadsheetError(.badRowRef)
      }
      number = value - 1
    }
    try builder.beginRow(number, isHidden: element.flag("hidden"))
  }

  private func startCell(_ element: XMLElement) throws(SpreadsheetError) {
    var own: CellReference?
    if let text = element["r"] {
      own = CellReference(text)
      if own == nil { own = try looseReference(text) }
    }
    place = try builder.place(row: own?.row ?? builder.row, column: own?.column)
    type = element["t"] ?? "n"
    style = element["s"].flatMap { Int($0) } ?? 0
    value = nil
    inline = nil
    hasFormula = false
    formulaText = []
  }

  /// An empty address counts as none, spaces around one are passed over; anything else is refused.
  private func looseReference(_ text: String) throws(SpreadsheetError) -> CellReference? {
    let trimmed = text.filter { !$0.isWhitespace }
    builder.note(.badCellRef)
    if trimmed.isEmpty { return nil }
    guard trimmed != text, let place = CellReference(trimmed) else { throw SpreadsheetError(.badCellRef) }
    return place
  }

  private func endCell() throws(SpreadsheetError) {
    if context.keepsFormulas, hasFormula {
      let start = builder.arena.bytes.count
      builder.arena.bytes.append(contentsOf: formulaText)
      builder.keepFormula(from: start)
    }
    if let inline, type == "inlineStr" || value == nil {
      try add(text: inline)
    } else if let value {
      try add(value)
    } else if hasFormula {
      try builder.add(place, .pending, hasFormula: true, bits: 0)
    }
  }

  private func add(text: [UInt8], _ kind: Cell.Kind = .text) throws(SpreadsheetError) {
    let start = builder.arena.bytes.count
    builder.arena.bytes.append(contentsOf: ExcelEscape.decoded(text))
    try builder.addText(place, from: start, kind, hasFormula: hasFormula)
  }

  private func add(_ value: [UInt8]) throws(SpreadsheetError) {
    switch type {
    case "s":
      guard let string = value.withView({ context.string($0, 0..<value.count) }) else {
        throw SpreadsheetError(.badSharedString)
      }
      if string & 0xFFFF_FFFF != 0 || hasFormula {
        try builder.add(place, .text, hasFormula: hasFormula, bits: string)
      }
    case "str", "inlineStr": try add(text: value)
    case "e": try add(text: value, .failure)
    case "b": try addBoolean(value)
    case "d": try addDate(value)
    default: try addNumber(value)
    }
  }

  private func addBoolean(_ value: [UInt8]) throws(SpreadsheetError) {
    let word = String(decoding: value, as: UTF8.self).lowercased()
    guard ["0", "1", "true", "false"].contains(word) else { throw SpreadsheetError(.badNumber) }
    let number: Double = word == "1" || word == "true" ? 1 : 0
    try builder.add(place, .boolean, hasFormula: hasFormula, bits: number.bitPattern)
  }

  private func addDate(_ value: [UInt8]) throws(SpreadsheetError) {
    let text = String(decoding: value, as: UTF8.self)
    let serial: Double
    if let stamp = DateStamp(iso: text) {
      // Days before 1900 have no serial number.
      guard stamp.year >= 1900 else { return try add(text: value) }
      serial = stamp.serial
    } else if let second = DateStamp.secondOfDay(text) {
      serial = Double(second) / 86_400
    } else {
      throw SpreadsheetError(.badNumber)
    }
    try builder.add(place, .date, hasFormula: hasFormula, bits: serial.bitPattern)
  }

  private func addNumber(_ value: [UInt8]) throws(SpreadsheetError) {
    let trimmed = value.filter { $0 != 32 && $0 != 10 && $0 != 13 && $0 != 9 }
    if trimmed.isEmpty {
      if hasFormula { try builder.add(place, .pending, hasFormula: true, bits: 0) }
      return
    }
    if trimmed.count != value.count { builder.note(.badNumber, place) }
    guard let number = trimmed.withView({ NumberText.parse($0, 0..<trimmed.count) }) else {
      throw SpreadsheetError(.badNumber)
    }
    let isDate = context.isDate(style: style)
    if isDate == nil { builder.note(.badStyle, place) }
    let value = isDate == true ? number + context.dateOffset : number
    try builder.add(place, isDate == true ? .date : .number, hasFormula: hasFormula, bits: value.bitPattern)
  }

  // MARK: The shell

  private func column(_ element: XMLElement) {
    guard element.flag("hidden") else { return }
    guard let first = element["min"].flatMap({ Int($0) }), let last = element["max"].flatMap({ Int($0) }),
      first >= 1, first <= last, last <= CellReference.last.column + 1
    else { return builder.note(.badRange) }
    builder.hiddenColumns.append(first - 1...last - 1)
  }

  private func merge(_ element: XMLElement) throws(SpreadsheetError) {
    guard let range = CellRange(element["ref"] ?? "") else { return builder.note(.badRange) }
    builder.merges.append(range)
    guard builder.merges.count <= limits.merges else {
      throw SpreadsheetError(.tooManyMerges, limit: limits.merges)
    }
  }

  private func endValidation() {
    let ranges = validation.ranges.split(separator: " ").compactMap { CellRange($0) }
    builder.validations.append(
      DataValidation(
        type: validation.type, comparison: validation.comparison, first: validation.first,
        second: validation.second, ranges: ranges))
  }
}
