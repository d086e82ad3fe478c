import Assessment
import Spreadsheet
import Testing

@testable import Reports

@Suite struct `The report on a terminal` {
  /// A workbook of two sheets, a class each, with one code in both.
  private func twoClasses() throws -> [UInt8] {
    var book = try WorkbookWriter()
    let headers = Checked.header.split(separator: ";").map(String.init)
    for (name, codes) in [("4А", [40001, 40004]), ("4Б", [40011, 40004])] {
      try book.sheet(name) { sheet throws(SpreadsheetError) in
        for (column, header) in headers.enumerated() {
          try sheet.text(header, at: CellReference(row: 0, column: column))
        }
        for (row, code) in codes.enumerated() {
          try sheet.number(Double(code), at: CellReference(row: row + 1, column: 0))
          try sheet.text("отсутствовал", at: CellReference(row: row + 1, column: 1))
        }
      }
    }
    return try book.bytes()
  }

  @Test func `names the sheet of every cell of a book that has several`() throws {
    let checked = try Checked(twoClasses(), name: "4.xlsx")
    let text = TextReport(checked.inspection, .ru).text
    #expect(checked.codes.contains("PRT004"))
    #expect(text.contains("4.xlsx · 4А!A3"))
    #expect(text.contains("Также: 4.xlsx · 4Б!A3"))
  }
}
