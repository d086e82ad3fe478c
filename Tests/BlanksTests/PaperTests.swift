import Testing

@testable import Assessment
@testable import Blanks
@testable import Spreadsheet

@Suite struct `A sheet for the hand` {
  @Test(arguments: Outline.works)
  func `of the expert is a scores sheet once it is keyed`(id: String) throws {
    let outline = try Outline.of(id)
    let rows = try Outline.rows(outline)
    let bytes = try ProtocolBlank(form: outline, heading: Outline.heading(outline), rows: rows).workbook()
    let sheet = try #require(try Workbook(reading: bytes).sheets.first)
    let table = try #require(
      TableFinder.tables(in: sheet, source: 0, sheetIndex: 0, isText: false).first)
    #expect(table.taskColumns.map(\.task) == outline.criteria.tasks.map(\.id))
    #expect(table.taskColumns.map(\.stated) == outline.criteria.tasks.map(\.maximum))
    #expect(table.rows.count == rows.count)
  }

  @Test(arguments: Outline.works)
  func `of the expert has nothing on it that looks like a name, for it travels`(id: String) throws {
    let outline = try Outline.of(id)
    var heading = SheetHeading(work: outline.criteria.work)
    heading.schoolClass = 2
    let bytes = try ProtocolBlank(form: outline, heading: heading, rows: try Outline.rows(outline)).workbook()
    let source = Source(name: "протокол.xlsx", role: .scores, bytes: bytes)
    #expect(Inspector.inspect(outgoing: [source], staff: []).findings.map(\.code) == [])
  }

  @Test(arguments: [("2024/4-МА", false), ("2025/7-ГГ", true)])
  func `lies so that a hand has room for every task`(id: String, isLandscape: Bool) throws {
    let layout = PaperLayout(try Outline.of(id))
    #expect(layout.isLandscape == isLandscape)
    #expect(layout.columns.allSatisfy { $0.pixels >= 30 })
  }

  @Test func `of codes is a code list that asks for names and says that it stays`() throws {
    let outline = try Outline.of("2024/4-МА")
    let rows = try Outline.rows(outline, empty: 2)
    let bytes = try RosterBlank(heading: Outline.heading(outline), rows: rows).workbook()
    let roster = try #require(Roster(Source(name: "коды.xlsx", role: .roster, bytes: bytes)))
    #expect(roster.entries.map(\.code) == rows.codes)
    #expect(roster.nameColumns.count == 1)
    let sheet = try #require(try Workbook(reading: bytes).sheets.first)
    #expect(sheet.cells.contains { sheet.value(of: $0).description.hasPrefix("ОСТАЁТСЯ В ШКОЛЕ") })
  }
}
