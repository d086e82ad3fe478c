import Spreadsheet
import Testing

@Suite struct `A cell reference` {
  @Test func `gives back the letters of every column`() {
    for column in 0...CellReference.last.column {
      let place = CellReference(row: column * 7, column: column)
      #expect(CellReference(place.description) == place)
      #expect(CellReference(place.description.lowercased()) == place)
    }
    #expect(
      [0, 25, 26, 701, 702, 16_383].map { CellReference.letters(ofColumn: $0) } == [
        "A", "Z", "AA", "ZZ", "AAA", "XFD",
      ])
  }

  @Test(arguments: [
    ("A1", 0, 0), ("$H$17", 16, 7), ("h$17", 16, 7), ("XFD1048576", 1_048_575, 16_383), ("aA10", 9, 26),
  ])
  func `reads a place`(text: String, row: Int, column: Int) {
    #expect(CellReference(text) == CellReference(row: row, column: column))
  }

  @Test(arguments: [
    "", "A", "1", "A0", "A01", "XFE1", "ZZZZ1", "A1048577", "A99999999999999999999", "A1B", "1A", "A-1",
    "A 1", " A1", "А1", "A１", "A1:B2",
    "ZZZZZZZZZZZZZZZZZZZZ1", "$", "A+1",
  ])
  func `refuses what is none`(text: String) { #expect(CellReference(text) == nil) }

  @Test func `orders by row, then by column`() {
    let texts = ["A1", "B1", "ZZ1", "A2", "C2", "B10"]
    #expect(texts.reversed().compactMap { CellReference($0) }.sorted().map(\.description) == texts)
  }

  @Test(arguments: [
    ("B2:D9", "B2:D9"), ("D9:B2", "B2:D9"), ("D2:B9", "B2:D9"), ("$B$2:$B$2", "B2"), ("B2", "B2"),
    ("B:D", "B1:D1048576"), ("$B:$B", "B1:B1048576"),
  ])
  func `has ranges with corners in any order`(text: String, expected: String) {
    #expect(CellRange(text)?.description == expected)
  }

  @Test(arguments: ["", ":", "A1:", ":A1", "A1:B2:C3", "1:3", "A1:B", "A1 B2"])
  func `refuses what is no range`(text: String) { #expect(CellRange(text) == nil) }

  @Test func `lies in a range or not`() throws {
    let range = try #require(CellRange("B2:C4"))
    let inside = (0..<6).flatMap { row in (0..<5).map { CellReference(row: row, column: $0) } }.filter {
      range.contains($0)
    }
    #expect(inside.map(\.description) == ["B2", "C2", "B3", "C3", "B4", "C4"])
  }
}
