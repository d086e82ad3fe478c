import Spreadsheet
import Testing

@Suite struct `A workbook that is written` {
  @Test(arguments: [
    "=1+1", "+7", "@x", "{=A1}", " край ", "a\u{0}b", "\u{1F}", "_x000D_", "x_x0041_y", "\u{FFFE}", "<&\">",
    "http://x",
    "две\nстроки", "😀",
  ])
  func `gives text back as text`(text: String) throws {
    var book = try WorkbookWriter()
    try book.sheet("Лист") { sheet throws(SpreadsheetError) in
      try sheet.text(text, at: CellReference(row: 0, column: 0))
    }
    let read = try Workbook(reading: try book.bytes())
    let cell = try #require(read.sheets.first?.cell(at: CellReference(row: 0, column: 0)))
    #expect(!cell.hasFormula)
    #expect(read.sheets.first?.value(of: cell) == .text(text))
  }

  @Test(arguments: ["", "a/b", "[x]", String(repeating: "л", count: 32), "'a", "Первый", "ПЕРВЫЙ"])
  func `refuses what is no name for a sheet, or stands twice`(name: String) throws {
    var book = try WorkbookWriter()
    try book.sheet("Первый") { _ in }
    #expect(throws: SpreadsheetError.self) { try book.sheet(name) { _ in } }
  }

  @Test func `refuses places and words that a sheet cannot hold`() throws {
    var book = try WorkbookWriter()
    let origin = CellReference(row: 0, column: 0)
    try book.sheet("Лист") { sheet throws(SpreadsheetError) in
      let cells = CellRange(origin, CellReference(row: 9, column: 0))
      #expect(throws: SpreadsheetError.self) { try sheet.number(1, at: CellReference(row: -1, column: 0)) }
      #expect(throws: SpreadsheetError.self) {
        try sheet.number(1, at: CellReference(row: 0, column: 16_384))
      }
      #expect(throws: SpreadsheetError.self) { try sheet.number(.nan, at: origin) }
      #expect(throws: SpreadsheetError.self) {
        try sheet.text(String(repeating: "я", count: 32_768), at: origin)
      }
      let long = InputRule(.whole(1...2), title: String(repeating: "я", count: 33), message: "")
      #expect(throws: SpreadsheetError.self) { try sheet.rule(long, for: cells) }
    }
  }
}
