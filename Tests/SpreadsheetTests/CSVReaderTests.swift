import Testing

@testable import Spreadsheet

@Suite struct `A text table` {
  private func table(_ text: String) throws -> [[String]] {
    let sheet = try Workbook(reading: Array(text.utf8)).sheets[0]
    return sheet.rows.map { row in
      let width = Int(sheet.cells[row.cells.upperBound - 1].column) + 1
      return (0..<width).map { sheet[CellReference(row: row.number, column: $0)].description }
    }
  }

  private func notes(_ text: String) throws -> [String] {
    try Workbook(reading: Array(text.utf8)).notes.map { "\($0.word)\($0.cell.map { " \($0)" } ?? "")" }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `has lines that end in three ways, the last one or not`(end: String) throws {
    let lines = ["a;b", "c;d", "e;f"]
    for text in [lines.joined(separator: end), lines.joined(separator: end) + end] {
      #expect(try table(text) == [["a", "b"], ["c", "d"], ["e", "f"]])
    }
  }

  @Test(arguments: [
    ("a;b\n\"c;\"\"d\"\"\";e", [["a", "b"], ["c;\"d\"", "e"]]),
    ("\"a\nb\";c\nd;e", [["a\nb", "c"], ["d", "e"]]),
    ("\"a\r\nb\";c", [["a\r\nb", "c"]]), ("\"\";\"\";x\n1;2;3", [["", "", "x"], ["1", "2", "3"]]),
    ("a,b,c\n1,2,3", [["a", "b", "c"], ["1", "2", "3"]]),
    ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]), ("a|b\n1|2", [["a", "b"], ["1", "2"]]),
    ("a;b\n1,5;2,5\n3,5;4,5", [["a", "b"], ["1,5", "2,5"], ["3,5", "4,5"]]),
    ("a\tb\n1,5\t2,5", [["a", "b"], ["1,5", "2,5"]]), ("sep=,\na,b;c", [["a", "b;c"]]),
    ("sep=|\r\na|b", [["a", "b"]]), ("sep=;\n1;2", [["1", "2"]]),
    ("sep=\na;b", [["sep="], ["a", "b"]]), ("a;b;\n;;c", [["a", "b"], ["", "", "c"]]),
    (" a ; b ", [[" a ", " b "]]), ("007;1e5", [["007", "1e5"]]),
    ("=1+1;+7", [["=1+1", "+7"]]),
  ])
  func `is read field by field, as text`(text: String, rows: [[String]]) throws {
    #expect(try table(text) == rows)
    #expect(
      try Workbook(reading: Array(text.utf8)).sheets[0].cells.allSatisfy {
        $0.kind == .text && !$0.hasFormula
      })
  }

  @Test func `keeps the number of an empty line`() throws {
    let sheet = try Workbook(reading: Array("a;b\n\n\nc;d".utf8)).sheets[0]
    #expect(sheet.rows.map(\.number) == [0, 3])
  }

  @Test func `tells its kind by the separator`() throws {
    #expect(try Workbook(reading: Array("a\tb".utf8)).format == .tsv)
    #expect(try Workbook(reading: Array("a;b".utf8)).format == .csv)
  }

  @Test func `notes what is unusual`() throws {
    #expect(try notes("a;b\n1;2") == [])
    #expect(try notes("a|b\n1|2") == ["delimiterGuess"])
    #expect(try notes("a;b\n1;2;3") == ["csvRagged"])
    #expect(try notes("a;b\n\n1;2") == [], "an empty line is not ragged")
    #expect(try notes("a;b\n1\"2;3") == ["csvBadQuote A2"])
    #expect(try notes("a;b\n\"1\"2;3") == ["csvBadQuote"])
    #expect(try notes("a;b\n1,23E+11;2") == ["mangledCode A2"])
    #expect(try notes("a;b\n1.5e10;12E+5") == ["mangledCode A2"])
    #expect(try notes("ё;b") == ["encodingGuess"])
  }

  @Test(arguments: [("a;\"b", 1), ("a;b\nc;\"d\ne\nf", 2), ("sep=;\n\"a;b", 2), ("\"a\nb\";c\n\"", 3)])
  func `names the line on which an unclosed quotation began`(text: String, line: Int) {
    #expect(throws: SpreadsheetError(.csvUnclosedQuote, line: line)) {
      try Workbook(reading: Array(text.utf8))
    }
  }

  @Test func `never crashes on what is no table`() {
    var random = Seeded(6)
    let pieces = [
      "\"", ";", ",", "\t", "|", "\n", "\r", "a", "sep=", "1E+5", "ё", " ", "\u{0}", "=\"", "<", "\u{FEFF}",
    ].map { Array($0.utf8) }
    var refused = 0
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 1...40, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      do throws(SpreadsheetError) {
        let sheet = try Workbook(reading: bytes).sheets[0]
        #expect(sheet.cells.count > 1 && sheet.rows.last?.cells.upperBound == sheet.cells.count)
      } catch { refused += 1 }
    }
    #expect((100..<2900).contains(refused))
  }
}
