import Blanks
import Testing

@Suite struct `Rows of an empty sheet` {
  @Test(arguments: [
    ("40001", [40001]), ("40001-40003", [40001, 40002, 40003]),
    ("40003, 40001-40002 ", [40003, 40001, 40002]),
  ])
  func `take codes as they are written`(text: String, codes: [Int]) {
    #expect(SheetRows.codes(in: text) == codes)
  }

  @Test(arguments: [
    "", "40001-", "-40001", "40003-40001", "40001-40002-40003", "40001,40001", "40001-40003,40002", "код",
    "4e3",
    "1-9999999", "0", "40001;40002",
  ])
  func `take nothing else for codes`(text: String) {
    #expect(SheetRows.codes(in: text) == nil)
  }

  @Test func `are as many as the codes, or more`() throws {
    #expect(SheetRows(codes: [1, 2, 3])?.count == 3)
    #expect(SheetRows(codes: [1, 2, 3], count: 2)?.count == 3)
    #expect(SheetRows(codes: [1, 2, 3], count: 5)?.count == 5)
    #expect(SheetRows(codes: []) == nil)
    #expect(SheetRows(codes: [], count: 1501) == nil)
  }
}
