/// Reads a text table: encoding, separator, quotation as RFC 4180 has it and as people write it.
struct CSVReader {
  private let text: [UInt8]
  private let separator: UInt8
  private let limits: Limits
  private var builder: SheetBuilder
  private var index = 0
  private var line = 1

  static func read(_ bytes: [UInt8], _ limits: Limits) throws(SpreadsheetError) -> Workbook {
    guard bytes.count <= limits.textFileBytes else {
      throw SpreadsheetError(.textFileTooLarge, limit: limits.textFileBytes)
    }
    let decoded = try TextEncoding.decode(bytes)
    var notes: [ReadingNote] = decoded.isGuess ? [ReadingNote(.encodingGuess)] : []
    let separator = Separator(of: decoded.text)
    if separator.isUnusual { notes.append(ReadingNote(.delimiterGuess)) }
    var reader = CSVReader(decoded.text, separator, limits)
    try reader.rows()
    var sheet = reader.builder.finish(name: "", visibility: .visible, part: "")
    guard !sheet.cells.isEmpty else { throw SpreadsheetError(.emptyFile) }
    // One cell alone is no table: a stray word, a picture's first byte.
    guard sheet.cells.count > 1 else { throw SpreadsheetError(.notSpreadsheet) }
    sheet.arena = reader.builder.arena
    return Workbook(
      format: separator.byte == 9 ? .tsv : .csv, sheets: [sheet], notes: notes + reader.builder.notes)
  }

  private init(_ text: [UInt8], _ separator: Separator, _ limits: Limits) {
    self.text = text
    self.separator = separator.byte
    self.limits = limits
    index = separator.start
    line = separator.start > 0 ? 2 : 1
    builder = SheetBuilder(sheet: 0, arena: TextArena(), limits: limits, roomForCells: limits.cells)
  }

  private mutating func rows() throws(SpreadsheetError) {
    var widths: Set<Int> = []
    while index < text.count {
      guard line <= CellReference.last.row + 1 else {
        throw SpreadsheetError(.tooManyRows, limit: CellReference.last.row + 1)
      }
      try builder.beginRow(nil, isHidden: false)
      let first = builder.cells.count
      let fields = try row()
      if builder.cells.count > first { widths.insert(fields) }
      try builder.endRow()
    }
    if widths.count > 1 { builder.note(.csvRagged) }
  }

  /// Reads one row; the number of its fields.
  private mutating func row() throws(SpreadsheetError) -> Int {
    var fields = 0
    while true {
      let place = try builder.place(row: builder.row, column: nil)
      let start = builder.arena.bytes.count
      if index < text.count, text[index] == UInt8(ascii: "\"") { try quoted() } else { bare(place) }
      try builder.addText(place, from: start, hasFormula: false)
      if Self.isMangled(builder.arena.bytes[start...]) { builder.note(.mangledCode, place) }
      fields += 1
      guard index < text.count, text[index] == separator else { break }
      index += 1
    }
    endLine()
    return fields
  }

  private mutating func endLine() {
    guard index < text.count else { return }
    if text[index] == 13, index + 1 < text.count, text[index + 1] == 10 { index += 1 }
    index += 1
    line += 1
  }

  private mutating func bare(_ place: CellReference) {
    let start = index
    while index < text.count, case let byte = text[index], byte != separator, byte != 10, byte != 13 {
      index += 1
    }
    let field = text[start..<index]
    if field.contains(UInt8(ascii: "\"")) { builder.note(.csvBadQuote, place) }
    builder.arena.bytes.append(contentsOf: field)
  }

  private mutating func quoted() throws(SpreadsheetError) {
    let opened = line
    index += 1
    while true {
      guard index < text.count else { throw SpreadsheetError(.csvUnclosedQuote, line: opened) }
      let byte = text[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        guard index < text.count, text[index] == UInt8(ascii: "\"") else { break }
        index += 1
      } else if byte == 10 {
        line += 1
      }
      builder.arena.bytes.append(byte)
    }
    // What follows a closing quotation mark belongs to the field, as spreadsheet programs read it.
    let start = index
    while index < text.count, case let byte = text[index], byte != separator, byte != 10, byte != 13 {
      index += 1
    }
    if index > start {
      builder.note(.csvBadQuote)
      builder.arena.bytes.append(contentsOf: text[start..<index])
    }
  }

  /// A long number that another program has turned into `1,23E+11`: its digits are lost.
  private static func isMangled(_ field: ArraySlice<UInt8>) -> Bool {
    guard field.count >= 5, field.count <= 20, let mark = field.firstIndex(where: { $0 == 69 || $0 == 101 })
    else { return false }
    let digits = field[..<mark]
    let exponent = field[(mark + 1)...].drop { $0 == UInt8(ascii: "+") }
    return !digits.isEmpty && !exponent.isEmpty && exponent.count <= 2
      && digits.allSatisfy { (48...57).contains($0) || $0 == 44 || $0 == 46 }
      && exponent.allSatisfy { (48...57).contains($0) } && digits.contains { $0 == 44 || $0 == 46 }
  }
}

/// The separator of a text table, told by its first lines or by Excel's own `sep=`.
struct Separator {
  let byte: UInt8
  let start: Int
  var isUnusual: Bool { byte == UInt8(ascii: "|") }

  init(of text: [UInt8]) {
    if text.starts(with: "sep=".utf8), text.count > 4,
      let end = text.firstIndex(where: { $0 == 10 || $0 == 13 }), end == 5
    {
      let isPair = text[end] == 13 && end + 1 < text.count && text[end + 1] == 10
      (byte, start) = (text[4], end + (isPair ? 2 : 1))
      return
    }
    var counts = [UInt8: Int]()
    var isQuoted = false
    for byte in text.prefix(64 << 10) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, Self.candidates.contains(byte) { counts[byte, default: 0] += 1 }
    }
    // Of equals the earlier one: a semicolon separates where commas are decimal.
    let best = Self.candidates.max { (counts[$0] ?? 0, -Self.rank($0)) < (counts[$1] ?? 0, -Self.rank($1)) }
    (byte, start) = (Self.preferred(best ?? UInt8(ascii: ";"), counts), 0)
  }

  private static let candidates: [UInt8] = [59, 9, 44, 124]

  private static func rank(_ byte: UInt8) -> Int { candidates.firstIndex(of: byte) ?? 9 }

  /// A comma loses to a semicolon or tab that stands there at all as often as a quarter: it is then a decimal one.
  private static func preferred(_ best: UInt8, _ counts: [UInt8: Int]) -> UInt8 {
    guard best == UInt8(ascii: ",") else { return best }
    for other in [UInt8(ascii: ";"), 9] where (counts[other] ?? 0) * 4 > (counts[best] ?? 0) { return other }
    return best
  }
}
