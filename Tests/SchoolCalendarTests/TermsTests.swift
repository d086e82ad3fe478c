import Testing

@testable import SchoolCalendar

@Suite struct TermsTests {
  @Test(
    arguments: [
      // fis-oko.md §6: test, expert, calendar, rolled, working 5, working 6
      ("2024-03-19", ["2024-03-21", "2024-03-23", "2024-03-25", "2024-03-25", "2024-03-23"]),
      ("2024-03-22", ["2024-03-26", "2024-03-26", "2024-03-26", "2024-03-28", "2024-03-27"]),
      ("2024-04-26", ["2024-05-02", "2024-04-30", "2024-05-02", "2024-05-06", "2024-05-04"]),
      ("2024-05-08", ["2024-05-14", "2024-05-12", "2024-05-13", "2024-05-16", "2024-05-15"]),
    ] as [(CalendarDay, [CalendarDay])])
  func `the four dates of the field's notes`(held: CalendarDay, expected: [CalendarDay]) throws {
    let terms = try SchoolData.terms(held)
    #expect([terms.expertDue] + Reading.allCases.map { terms.readings[$0] } == expected)
    #expect(terms.held == held)
    #expect(terms.readingsDiffer)
  }

  @Test(arguments: independentTerms.split(separator: "\n").map(String.init))
  func `terms agree with another program's`(line: String) throws {
    let columns = line.split(separator: " ").map(String.init)
    let held = try #require(CalendarDay(columns[0]))
    let policy = DeadlinePolicy(id: "x", title: "Район")
    let terms = try policy.terms(
      held: held, window: nil, calendar: SchoolData.calendar(), zones: SchoolData.zones())
    let days = [terms.expertDue] + Reading.allCases.map { terms.readings[$0] }
    #expect(days.map { String($0.description.dropFirst(5)) } == Array(columns.dropFirst()))
  }

  @Test(
    arguments: [
      (.calendar, .none, .five, "2024-04-30"), (.calendar, .nextWorkingDay, .five, "2024-05-02"),
      (.working, .none, .five, "2024-05-06"), (.working, .none, .six, "2024-05-04"),
    ] as [(DeadlinePolicy.Unit, DeadlinePolicy.Rollover, WorkWeek, CalendarDay)])
  func `the upload is due by the policy's reading`(
    unit: DeadlinePolicy.Unit, rollover: DeadlinePolicy.Rollover, week: WorkWeek, due: CalendarDay
  ) throws {
    let terms = try SchoolData.terms("2024-04-26") {
      ($0.unit, $0.rollover, $0.week) = (unit, rollover, week)
    }
    #expect(terms.due == due)
    #expect(terms.districtDue == due)
    #expect(terms.limit == .district)
    #expect(!terms.isFederalEndEarlier)
  }

  @Test func `a six-day week does not roll a Saturday on`() throws {
    let terms = try SchoolData.terms("2024-03-19") { $0.week = .six }
    #expect(terms.readings.calendarRolled == "2024-03-23")
  }

  @Test(
    arguments: [
      ("2024-05-13", "2024-05-17", .district), ("2024-05-14", "2024-05-17", .federal),
      ("2024-05-15", "2024-05-17", .federal), ("2024-05-12", "2024-05-16", .district),
    ] as [(CalendarDay, CalendarDay, Terms.Limit)])
  func `the season's end cuts the district's term`(held: CalendarDay, due: CalendarDay, limit: Terms.Limit)
    throws
  {
    let terms = try SchoolData.terms(held)
    #expect(terms.due == due)
    #expect(terms.limit == limit)
    #expect(terms.isFederalEndEarlier == (limit == .federal))
    #expect(terms.federalEnd == "2024-05-17")
    #expect(terms.readings.calendar == held.adding(days: 4))
  }

  @Test func `the policy's federal end stands before the season's, and none is no limit`() throws {
    let moved = try SchoolData.terms("2024-05-15") { $0.federalEnd = "2024-05-24" }
    #expect((moved.due, moved.limit) == ("2024-05-19", .district))
    let policy = DeadlinePolicy(id: "x", title: "Район")
    let free = try policy.terms(
      held: "2024-05-15", window: nil, calendar: SchoolData.calendar(), zones: SchoolData.zones())
    #expect(free.federalEnd == nil)
    #expect((free.due, free.limit) == ("2024-05-19", .district))
    #expect(!free.isHeldOutsideWindow)
  }

  @Test(
    arguments: [
      ("2024-03-19", false), ("2024-03-22", true), ("2024-04-26", true), ("2024-05-08", true),
      ("2024-04-15", false),
      ("2024-05-16", true),
    ] as [(CalendarDay, Bool)])
  func `terms collide when the expert ends on the upload's day or later`(held: CalendarDay, collide: Bool)
    throws
  {
    #expect(try SchoolData.terms(held).termsCollide == collide)
  }

  @Test(
    arguments: [
      ("2024-04-13", .five, true), ("2024-04-13", .six, false), ("2024-04-14", .six, true),
      ("2024-04-27", .five, false), ("2024-04-29", .six, true), ("2024-04-15", .five, false),
    ] as [(CalendarDay, WorkWeek, Bool)])
  func `a test on a day off is seen in the policy's week`(held: CalendarDay, week: WorkWeek, isOff: Bool)
    throws
  {
    #expect(try SchoolData.terms(held) { $0.week = week }.isHeldOnDayOff == isOff)
  }

  @Test(
    arguments: [
      ("2024-03-18", true), ("2024-03-19", false), ("2024-05-17", false), ("2024-05-18", true),
    ] as [(CalendarDay, Bool)])
  func `a test outside the window is seen`(held: CalendarDay, isOutside: Bool) throws {
    #expect(try SchoolData.terms(held).isHeldOutsideWindow == isOutside)
  }

  @Test func `a quiet Monday has one answer in all readings`() throws {
    let terms = try SchoolData.terms("2024-04-15")
    #expect(!terms.readingsDiffer)
    #expect(Reading.allCases.allSatisfy { terms.readings[$0] == "2024-04-19" })
    #expect(terms.provisionalYears.isEmpty)
  }

  @Test func `a year without a calendar and an unknown zone are typed errors`() throws {
    #expect(throws: TermsError.calendarGap(CalendarGap(year: 2028, known: [2024, 2025, 2026, 2027]))) {
      try SchoolData.terms("2027-12-30")
    }
    #expect(throws: TermsError.calendarGap(CalendarGap(year: 2019, known: [2024, 2025, 2026, 2027]))) {
      try SchoolData.terms("2019-04-15")
    }
    #expect(throws: TermsError.zoneUnknown("Irkutsk")) {
      try SchoolData.terms("2024-03-19") { $0.zone = "Irkutsk" }
    }
  }

  @Test func `a term into a year without a decree says so`() throws {
    #expect(try SchoolData.terms("2026-12-29").provisionalYears == [2027])
    #expect(try SchoolData.terms("2026-12-21").provisionalYears == [])
  }
}
