import Assessment
import SchoolCalendar
import Testing

@testable import Seasons

@Suite struct `Shipped layouts, seasons, calendars and policies` {
  let seasons = Seasons()

  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(iso: text)) }

  @Test func `the layout of 2025 is as its form was seen`() throws {
    let layout = try #require(try seasons.layout(season: 2025))
    #expect(layout.sheets.map(\.name) == ["Классы", "Протокол", "Служебный", "Порядковый номер класса"])
    #expect(layout.sheets.map(\.isHidden) == [false, false, true, false])
    #expect(layout.sheets.first?.columns.count == 4)
    #expect(layout.columns == [.code, .variant, .tasks, .class, .sex, .mark, .total])
    #expect(layout.headers[.code] == "Код участника")
    #expect(layout.variantOfPart == "Вариант (часть {part})")
    #expect(layout.rows == 2...1499)
    #expect(layout.offersNotCovered)
    #expect(layout.total == .whenFirstTaskFilled)
    #expect(layout.codes[8] == 80001...81500)
    #expect(layout.codes[10] == nil)
    #expect(layout.terms.marks == [5, 4, 3, 2])
    #expect(layout.terms.offersNoMark)
  }

  @Test func `the layout of 2026 asks no sex and sums plainly`() throws {
    let layout = try #require(try seasons.layout(season: 2026))
    #expect(!layout.columns.contains(.sex))
    #expect(layout.headers[.sex] == nil)
    #expect(!layout.terms.asksSex)
    #expect(!layout.offersNotCovered)
    #expect(layout.total == .plainSum)
    #expect(layout.variantOfPart == nil)
  }

  @Test(arguments: [2024, 2025, 2026])
  func `each season has a layout and windows`(year: Int) throws {
    #expect(try seasons.layout(season: year)?.season == year)
    #expect(try seasons.season(year)?.year == year)
  }

  @Test(
    arguments: [
      ("2024-04-15", 4, 2024), ("2024-03-05", 4, nil), ("2024-03-05", 11, 2024), ("2025-05-16", 10, 2025),
      ("2024-03-05", nil, 2024), ("2024-07-01", nil, nil), ("2026-04-20", nil, 2026), ("2026-04-20", 11, nil),
    ] as [(String, Int?, Int?)])
  func `a season is found by the day and the grade`(text: String, grade: Int?, year: Int?) throws {
    #expect(try seasons.season(holding: try day(text), grade: grade)?.year == year)
  }

  @Test func `nothing is known of a season that is not held`() throws {
    #expect(try seasons.season(2031) == nil)
    #expect(try seasons.layout(season: 2031) == nil)
  }

  @Test func `the calendar knows four years`() throws {
    let calendar = try seasons.calendar()
    #expect(calendar.knownYears == [2024, 2025, 2026, 2027])
    #expect(try !calendar.isDayOff(try day("2024-04-27"), week: .five))
  }

  @Test func `policies are found by id`() throws {
    #expect(try seasons.policy(id: "default")?.uploadTerm == 4)
    #expect(try seasons.policy(id: "kazachinsko-lensky")?.title == "Казачинско-Ленский район")
    #expect(try seasons.policy(id: "nowhere") == nil)
  }

  @Test func `a policy of one's own is read`() throws {
    let policy = try seasons.policy(
      json: Array(#"{"id": "x", "title": "X", "unit": "working"}"#.utf8), file: "x.json")
    #expect(policy.unit == .working)
  }

  @Test func `the zone of every policy is known`() throws {
    #expect(try seasons.zone(id: "Asia/Irkutsk")?.offset == 8 * 3600)
    #expect(try seasons.zone(id: "Mars/Olympus") == nil)
    for id in ["default", "kazachinsko-lensky"] {
      let policy = try #require(try seasons.policy(id: id))
      #expect(try seasons.zone(id: policy.zone) != nil)
    }
  }
}
