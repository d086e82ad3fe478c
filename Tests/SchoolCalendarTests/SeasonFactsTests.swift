import Testing

@testable import SchoolCalendar

/// What fis-oko.md §6 tells of the season of 2024 in a five-day week, counted anew.
@Suite struct SeasonFactsTests {
  private static func season() throws -> [Terms] {
    let calendar = try SchoolData.calendar()
    let window = try #require(try SchoolData.season().window(grade: 4))
    let days = try (window.from...window.to).filter { try !calendar.isDayOff($0, week: .five) }
    return try days.map { day in try SchoolData.terms(day) { $0.federalEnd = .last } }
  }

  @Test func `the season has 40 working days, on 33 of them the readings differ`() throws {
    let season = try Self.season()
    #expect(season.count == 40)
    #expect(season.count { $0.readingsDiffer } == 33)
    #expect(season.count { $0.readings.calendar != $0.readings.working5 } == 33)
  }

  @Test func `the calendar deadline falls on a day off on 19`() throws {
    let calendar = try SchoolData.calendar()
    #expect(try Self.season().count { try calendar.isDayOff($0.due, week: .five) } == 19)
  }

  @Test func `the expert ends on the deadline on 14 and after it on 4`() throws {
    let season = try Self.season()
    #expect(season.count { $0.expertDue == $0.due } == 14)
    let after = season.filter { $0.expertDue > $0.due }.map(\.held)
    #expect(after == ["2024-04-26", "2024-04-27", "2024-05-07", "2024-05-08"])
    #expect(season.count { $0.termsCollide } == 18)
  }
}
