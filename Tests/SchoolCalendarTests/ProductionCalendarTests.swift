import Testing

@testable import SchoolCalendar

@Suite struct ProductionCalendarTests {
  @Test(
    arguments: [
      ("2024-04-26", "2024-04-26"), ("2024-04-27", "2024-04-27"), ("2024-04-28", "2024-05-02"),
      ("2024-05-09", "2024-05-13"), ("2024-12-29", "2025-01-09"), ("2025-12-31", "2026-01-12"),
    ] as [(CalendarDay, CalendarDay)])
  func `the next working day of a five-day week`(day: CalendarDay, next: CalendarDay) throws {
    #expect(try SchoolData.calendar().nextWorkingDay(onOrAfter: day, week: .five) == next)
  }

  @Test(
    arguments: [
      ("2024-12-27", 1, "2024-12-28"), ("2024-12-27", 2, "2025-01-09"), ("2024-12-27", 4, "2025-01-13"),
      ("2025-12-30", 1, "2026-01-12"), ("2024-04-28", 1, "2024-05-02"), ("2024-03-19", 0, "2024-03-19"),
      ("2024-03-19", -3, "2024-03-19"),
    ] as [(CalendarDay, Int, CalendarDay)])
  func `working days are counted from the day after, over the end of the year`(
    day: CalendarDay, count: Int, last: CalendarDay
  ) throws {
    #expect(try SchoolData.calendar().adding(workingDays: count, to: day, week: .five) == last)
  }

  @Test(arguments: WorkWeek.allCases)
  func `counting in two steps is counting in one, and ends on a worked day`(week: WorkWeek) throws {
    let calendar = try SchoolData.calendar()
    for day in CalendarDay("2024-01-01")..."2026-11-30" {
      let three = try calendar.adding(workingDays: 3, to: day, week: week)
      let five = try calendar.adding(workingDays: 5, to: day, week: week)
      try #require(try calendar.adding(workingDays: 2, to: three, week: week) == five)
      try #require(try !calendar.isDayOff(five, week: week))
      let between = try (day.adding(days: 1)...five).filter { try !calendar.isDayOff($0, week: week) }
      try #require(between.count == 5)
    }
  }

  @Test func `a year without a calendar is a typed gap, never a guess`() throws {
    let calendar = try SchoolData.calendar(2024...2025)
    let after = CalendarGap(year: 2026, known: [2024, 2025])
    #expect(throws: after) { try calendar.isDayOff("2026-01-01", week: .five) }
    #expect(throws: after) { try calendar.nextWorkingDay(onOrAfter: "2025-12-31", week: .six) }
    #expect(throws: after) { try calendar.adding(workingDays: 1, to: "2025-12-30", week: .five) }
    #expect(throws: after) { try calendar.adding(workingDays: .max, to: "2024-01-01", week: .five) }
    #expect(throws: CalendarGap(year: 2023, known: [2024, 2025])) {
      try calendar.isDayOff("2023-12-31", week: .five)
    }
    #expect(try calendar.adding(workingDays: 1, to: "2025-12-29", week: .five) == "2025-12-30")
    #expect(throws: CalendarGap(year: 9999, known: [])) {
      try ProductionCalendar([]).nextWorkingDay(onOrAfter: .last, week: .five)
    }
  }

  @Test func `a year in which nobody works ends in a gap, not in a loop`() throws {
    let days = (CalendarDay("2100-01-01")..."2100-12-31").map { "\"\($0)\"" }.joined(separator: ",")
    let year: CalendarYear = try SchoolData.parse(
      #"{"year": 2100, "status": "provisional", "holidays": [\#(days)], "transfers": []}"#)
    #expect(throws: CalendarGap(year: 2101, known: [2100])) {
      try ProductionCalendar([year]).nextWorkingDay(onOrAfter: "2100-01-01", week: .six)
    }
  }

  @Test func `the later of two calendars of one year holds`() throws {
    let shipped: CalendarYear = try SchoolData.decode("calendar/2024.json")
    let overlay: CalendarYear = try SchoolData.parse(
      #"{"year": 2024, "status": "provisional", "holidays": ["2024-03-19"], "transfers": []}"#)
    #expect(try ProductionCalendar([shipped, overlay]).isDayOff("2024-03-19", week: .five))
    #expect(try !ProductionCalendar([overlay, shipped]).isDayOff("2024-03-19", week: .five))
  }

  @Test func `a provisional year within the span is remembered`() throws {
    let calendar = try SchoolData.calendar()
    #expect(calendar.provisionalYears(from: "2026-12-28", through: "2027-01-11") == [2027])
    #expect(calendar.provisionalYears(from: "2026-12-24", through: "2026-12-30") == [])
    #expect(calendar.knownYears == [2024, 2025, 2026, 2027])
  }
}
