import Form
import SchoolCalendar
import Seasons
import Testing

@testable import Assessment
@testable import Blanks
@testable import Spreadsheet

@Suite struct `A sheet to key into` {
  private func inspection(_ bytes: [UInt8], _ outline: FormOutline) -> Inspection {
    let source = Source(name: "лист.xlsx", role: .transcription, bytes: bytes)
    var request = InspectionRequest(sources: [source], policy: DeadlinePolicy(id: "default", title: ""))
    request.table = { _ in outline.criteria }
    request.work = outline.criteria.work
    return Inspector.inspect(request)
  }

  private func blank(_ id: String, empty: Int = 0) throws -> (bytes: [UInt8], outline: FormOutline) {
    let outline = try Outline.of(id)
    var heading = Outline.heading(outline)
    heading.held = CalendarDay(year: 2024, month: 4, day: 15)
    heading.login = "edu380001"
    let blank = TranscriptionBlank(
      form: outline, heading: heading, rows: try Outline.rows(outline, empty: empty),
      classes: [(letter: "А", number: 1), (letter: "Б", number: 2)])
    return (try blank.workbook(), outline)
  }

  @Test(arguments: Outline.works)
  func `is read back with its codes, its class and what stands above`(id: String) throws {
    let (bytes, outline) = try blank(id, empty: 4)
    let record = try #require(inspection(bytes, outline).examination.record)
    #expect(record.participants.map(\.code.value) == (try Outline.rows(outline)).codes.map { $0 })
    #expect(record.participants.allSatisfy { $0.schoolClass.value == 2 })
    let title = try #require(record.tables.first).title
    #expect(title.grade?.value == outline.criteria.work?.grade)
    #expect(title.subject?.value == outline.criteria.work?.subject)
    #expect(title.season?.value == outline.criteria.work?.season)
    #expect(title.held?.value == CalendarDay(year: 2024, month: 4, day: 15))
    #expect(title.login?.value == "edu380001")
  }

  @Test(arguments: Outline.works)
  func `lacks nothing but what is to be keyed`(id: String) throws {
    let (bytes, outline) = try blank(id, empty: 4)
    let findings = inspection(bytes, outline).findings.filter { $0.severity >= .query && $0.code != "DDL007" }
    #expect(findings.map(\.code) == ["PRT006", "PRT006", "PRT006"])
  }

  @Test func `knows the letters of its classes`() throws {
    let (bytes, outline) = try blank("2024/4-МА")
    #expect(inspection(bytes, outline).examination.hasClassMap)
  }

  @Test(arguments: Outline.works)
  func `has a list for every column but the code and the sum`(id: String) throws {
    let (bytes, outline) = try blank(id)
    let sheet = try #require(try Workbook(reading: bytes).sheets.first)
    let header = try #require(sheet.rows.first { $0.number == TranscriptionSheet.headerRow })
    for cell in sheet.cells[header.cells] {
      let place = CellReference(row: header.number + 1, column: Int(cell.column))
      let rule = sheet.validations.first { $0.ranges.contains { $0.contains(place) } }
      switch HeaderMeaning(sheet.value(of: cell).description) {
      case .code?: #expect(rule?.type == "whole")
      case .sum?: #expect(rule == nil)
      default: #expect(rule?.type == "list")
      }
    }
    #expect(header.cells.count == outline.columns.count)
  }

  @Test func `is the same file for the same order`() throws {
    #expect(try blank("2026/8-АЯ").bytes == blank("2026/8-АЯ").bytes)
  }
}
