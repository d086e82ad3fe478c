import Spreadsheet

extension FuzzTarget {
  /// A whole worksheet part.
  static let sheet = FuzzTarget(name: "sheet") { Parts.read(Parts.workbook([Parts.sheetPart: $0])) }

  /// Rows inside a sound worksheet part.
  static let rows = FuzzTarget(name: "rows") {
    Parts.read(Parts.workbook([Parts.sheetPart: Parts.worksheet($0)]))
  }

  /// The shared strings.
  static let strings = FuzzTarget(name: "strings") {
    Parts.read(Parts.workbook(["xl/sharedStrings.xml": $0]))
  }

  /// The styles, which tell what is a date.
  static let styles = FuzzTarget(name: "styles") { Parts.read(Parts.workbook(["xl/styles.xml": $0])) }

  /// The workbook part: sheets, defined names, the date system.
  static let workbook = FuzzTarget(name: "workbook") { Parts.read(Parts.workbook(["xl/workbook.xml": $0])) }

  /// The content of an OpenDocument spreadsheet.
  static let ods = FuzzTarget(name: "ods") { input in
    let bytes = Parts.openDocument(input)
    let told = Parts.told(bytes)
    mustHold(told == Parts.told(bytes), "the same file was read otherwise")
  }

  /// A file without a container: CSV, TSV, and whatever is only taken for it.
  static let text = FuzzTarget(name: "text") { input in
    guard let book = try? Workbook(reading: input), let sheet = book.sheets.first else { return }
    // What was read can be written, and what was written is a table again.
    var rows: [[CellValue]] = []
    for row in sheet.rows {
      while rows.count <= row.number, rows.count < 2000 { rows.append([]) }
      guard row.number < rows.count else { continue }
      rows[row.number] = (0..<min(sheet.extent.columns, 64)).map {
        sheet[CellReference(row: row.number, column: $0)]
      }
    }
    guard let again = try? Workbook(reading: PlainTable(name: "a", rows: rows).csv) else { return }
    mustHold(again.format == .csv, "a written table is no table")
  }

  /// Addresses of cells and ranges.
  static let references = FuzzTarget(name: "references") { input in
    let text = String(decoding: input, as: UTF8.self)
    if let cell = CellReference(text) {
      mustHold(CellReference(cell.description) == cell, "\(cell)")
      mustHold(cell <= CellReference.last || cell.column <= CellReference.last.column, "\(cell)")
    }
    if let range = CellRange(text) {
      mustHold(range.first.row <= range.last.row && range.first.column <= range.last.column, "\(range)")
    }
  }

  /// Numbers and dates as text of a cell, and serial numbers as they come.
  static let numbers = FuzzTarget(name: "numbers") { input in
    let text = String(decoding: input, as: UTF8.self)
    if let stamp = DateStamp(iso: text) {
      mustHold(DateStamp(iso: stamp.description) == stamp, "\(stamp)")
    }
    if input.count >= 8 {
      let bits = input.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      if let stamp = DateStamp(serial: Double(bitPattern: bits)) {
        mustHold((0...9999).contains(stamp.year), "\(stamp)")
      }
    }
    let value =
      Array("<v>".utf8) + input.filter { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "&") }
      + Array("</v></c>".utf8)
    var row = Array("<row r=\"1\">".utf8)
    for (column, type) in ["", " s=\"1\"", " t=\"b\"", " t=\"d\""].enumerated() {
      row += Array("<c r=\"\(CellReference(row: 0, column: column))\"\(type)>".utf8) + value
    }
    Parts.read(Parts.workbook([Parts.sheetPart: Parts.worksheet(row + Array("</row>".utf8))]))
  }

  /// Rows of a form into which values are written.
  static let filling = FuzzTarget(name: "filling") { input in
    let before = Parts.workbook([Parts.sheetPart: Parts.worksheet(input)])
    // A form in which a cell is written in another row than its own is refused before it is filled (TPL005).
    guard let old = try? Workbook(reading: before), let sheet = old.sheets.first,
      old.misplacedCells(inSheet: 0).isEmpty
    else { return }
    let edits = SheetEdits([
      SheetEdits.Row(number: 1, cells: [(0, .number(40001)), (2, .text("м")), (3, .result(7))]),
      SheetEdits.Row(number: 3, cells: [(1, .text("X & Y"))]),
    ])
    guard
      let after = try? PackageEditor(before).applying(edits, toPart: Parts.sheetPart),
      let new = try? Workbook(reading: after).sheets.first
    else { return }
    // A cell keeps its style, and one that shows dates shows the number as a date.
    func holds(_ cell: CellReference, _ number: Double) -> Bool {
      new[cell] == .number(number) || DateStamp(serial: number).map { new[cell] == .date($0) } == true
    }
    mustHold(holds(CellReference(row: 1, column: 0), 40001), "the code was not written")
    mustHold(new[CellReference(row: 1, column: 2)] == .text("м"), "the word was not written")
    let total = CellReference(row: 1, column: 3)
    // The stored value of a formula changes, and no formula comes into being.
    if sheet.cell(at: total)?.hasFormula == true {
      mustHold(holds(total, 7), "the sum was not written")
    }
    mustHold(new[CellReference(row: 3, column: 1)] == .text("X & Y"), "the text was not written")
    let own: Set<CellReference> = Set(
      [(1, 0), (1, 2), (1, 3), (3, 1)].map { CellReference(row: $0.0, column: $0.1) })
    func others(_ sheet: Sheet) -> [String] {
      sheet.cells.filter { !own.contains($0.reference) }.map { "\($0.reference) \(sheet.value(of: $0))" }
    }
    mustHold(others(sheet) == others(new), "a cell changed that was not named")
  }
}
