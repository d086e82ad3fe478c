import FoundationEssentials
import Testing

@testable import SchoolCalendar

@Suite struct SeasonTests {
  @Test(
    arguments: [
      (2024, 4, "2024-03-19", "2024-05-17"), (2024, 8, "2024-03-19", "2024-05-17"),
      (2024, 11, "2024-03-01", "2024-03-22"), (2025, 5, "2025-04-11", "2025-05-16"),
      (2026, 8, "2026-04-20", "2026-05-20"),
    ] as [(Int, Int, CalendarDay, CalendarDay)])
  func `a grade writes in its window`(season: Int, grade: Int, from: CalendarDay, to: CalendarDay) throws {
    let window = try #require(try SchoolData.season(season).window(grade: grade))
    #expect((window.from, window.to) == (from, to))
    #expect(window.contains(from) && window.contains(to))
    #expect(!window.contains(from.adding(days: -1)) && !window.contains(to.adding(days: 1)))
  }

  @Test func `a grade that writes nothing has no window`() throws {
    #expect(try SchoolData.season(2024).window(grade: 10) == nil)
    #expect(try SchoolData.season(2024).window(grade: 9) == nil)
  }

  @Test func `without a grade the window that ends last holds`() throws {
    let season = try SchoolData.season()
    #expect(season.window(holding: "2024-03-19")?.grades == [4, 5, 6, 7, 8])
    #expect(season.window(holding: "2024-03-18")?.grades == [11])
    #expect(season.window(holding: "2024-05-18") == nil)
  }

  @Test(arguments: [
    (7, "АЯ", false), (7, "МА", true), (8, "АЯ", true), (10, "ГГ", false), (11, "ФЯ", false), (6, "ГГ", true),
  ])
  func `languages in 7 and 11 and geography in 10 were not held in 2024`(
    grade: Int, subject: String, holds: Bool
  ) throws {
    #expect(try SchoolData.season().holds(grade: grade, subject: subject) == holds)
  }

  @Test func `a season comes back from JSON`() throws {
    let season = try SchoolData.season()
    #expect(season.year == 2024)
    #expect(season.order?.contains("2160") == true)
    #expect(try JSONDecoder().decode(Season.self, from: JSONEncoder().encode(season)) == season)
  }

  @Test(arguments: [
    (#"{"grades": [4], "from": "2024-05-17", "to": "2024-03-19"}"#, "windows[0].to", "2024-03-19"),
    (#"{"grades": [4, 4], "from": "2024-03-19", "to": "2024-05-17"}"#, "windows", "4"),
    (#"{"grades": [4], "from": "2024-03-19", "to": "17.05.2024"}"#, "windows[0].to", "17.05.2024"),
  ])
  func `a window that cannot be is refused`(window: String, path: String, value: String) {
    let error = #expect(throws: InvalidField.self) {
      try SchoolData.parse(#"{"season": 2024, "windows": [\#(window)]}"#) as Season
    }
    #expect(error?.path == path)
    #expect(error?.value == value)
  }
}
