import FoundationEssentials
import Testing

@testable import SchoolCalendar

@Suite struct CalendarYearTests {
  /// Weekdays off, worked Saturdays and the number of working days of the five-day week as the PyPI package
  /// `holidays` 0.109 knows them, `MM-DD`.
  static let independent: [(year: Int, off: String, worked: String, total: Int)] = [
    (
      2024,
      "01-01 01-02 01-03 01-04 01-05 01-08 02-23 03-08 04-29 04-30 05-01 05-09 05-10 06-12 11-04 12-30 12-31",
      "04-27 11-02 12-28", 248
    ),
    (
      2025, "01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31",
      "11-01", 247
    ),
    (
      2026, "01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31", "", 247
    ),
    (
      2027, "01-01 01-04 01-05 01-06 01-07 01-08 02-22 02-23 03-08 05-03 05-10 06-14 11-04 11-05 12-31",
      "02-20", 247
    ),
  ]

  private static func days(of year: Int) throws -> ClosedRange<CalendarDay> {
    try #require(CalendarDay(iso: "\(year)-01-01"))...#require(CalendarDay(iso: "\(year)-12-31"))
  }

  @Test(arguments: independent)
  func `the shipped year agrees with an independent calendar`(
    year: Int, off: String, worked: String, total: Int
  ) throws {
    let calendar: CalendarYear = try SchoolData.decode("calendar/\(year).json")
    let rests = try Self.days(of: year).filter { calendar.isDayOff($0, week: .five) }
    let works = try Self.days(of: year).filter { !calendar.isDayOff($0, week: .five) }
    func text(_ days: [CalendarDay]) -> String {
      days.map { $0.description.dropFirst(5) }.joined(separator: " ")
    }
    #expect(text(rests.filter { $0.weekday < .saturday }) == off)
    #expect(text(works.filter { $0.weekday >= .saturday }) == worked)
    #expect(works.count == total)
  }

  @Test(arguments: 2024...2027)
  func `a six-day week differs by ordinary Saturdays only`(year: Int) throws {
    let calendar: CalendarYear = try SchoolData.decode("calendar/\(year).json")
    let moved = Set(calendar.transfers.flatMap { [$0.from, $0.to] }).union(calendar.holidays)
    for day in try Self.days(of: year) {
      let isOrdinarySaturday = day.weekday == .saturday && !moved.contains(day)
      #expect(
        (calendar.isDayOff(day, week: .five) != calendar.isDayOff(day, week: .six)) == isOrdinarySaturday,
        "\(day)")
    }
  }

  @Test(
    arguments: [
      ("2024-04-27", false, false), ("2024-04-28", true, true), ("2024-04-29", true, true),
      ("2024-04-30", true, true), ("2024-05-01", true, true), ("2024-05-02", false, false),
      ("2024-05-04", true, false), ("2024-05-09", true, true), ("2024-05-10", true, true),
      ("2024-05-11", true, false), ("2024-05-12", true, true), ("2024-01-06", true, true),
      ("2024-01-07", true, true), ("2024-11-02", false, false), ("2024-12-31", true, true),
    ] as [(CalendarDay, Bool, Bool)])
  func `the days of 2024 that the decree moved`(day: CalendarDay, offInFive: Bool, offInSix: Bool) throws {
    let calendar: CalendarYear = try SchoolData.decode("calendar/2024.json")
    #expect(calendar.isDayOff(day, week: .five) == offInFive)
    #expect(calendar.isDayOff(day, week: .six) == offInSix)
  }

  @Test func `a worked Sunday is worked, a moved holiday stays off`() throws {
    let json = #"""
      {"year": 2026, "status": "decreed", "holidays": ["2026-03-08"], "transfers":
       [{"from": "2026-03-08", "to": "2026-03-09"}, {"from": "2026-03-15", "to": "2026-03-18", "basis": "decree"}]}
      """#
    let calendar: CalendarYear = try SchoolData.parse(json)
    let days = CalendarDay("2026-03-08")..."2026-03-20"
    let six: [CalendarDay] = ["2026-03-08", "2026-03-09", "2026-03-18"]
    #expect(days.filter { calendar.isDayOff($0, week: .six) } == six)
    #expect(days.filter { calendar.isDayOff($0, week: .five) } == (six + ["2026-03-14"]).sorted())
  }

  @Test func `a year comes back from JSON`() throws {
    let calendar: CalendarYear = try SchoolData.decode("calendar/2024.json")
    let json = try JSONEncoder().encode(calendar)
    #expect(try JSONDecoder().decode(CalendarYear.self, from: json) == calendar)
    #expect(calendar.status == .decreed)
    #expect(calendar.decree?.contains("1314") == true)
  }

  @Test(arguments: [
    (#"{"year": 2024, "status": "guessed", "holidays": [], "transfers": []}"#, "status", "guessed"),
    (#"{"year": 204, "status": "decreed", "holidays": [], "transfers": []}"#, "year", "204"),
    (
      #"{"year": 2024, "status": "decreed", "holidays": ["2024-01-01", "2024-02-30"], "transfers": []}"#,
      "holidays[1]", "2024-02-30"
    ),
    (
      #"{"year": 2024, "status": "decreed", "holidays": ["2023-01-01"], "transfers": []}"#, "holidays",
      "2023-01-01"
    ),
    (
      #"{"year": 2024, "status": "decreed", "holidays": [], "transfers": [{"from": "2024-01-06", "to": "10.05.2024"}]}"#,
      "transfers[0].to", "10.05.2024"
    ),
    (
      #"{"year": 2024, "status": "decreed", "holidays": [], "transfers": [{"from": "2024-12-28", "to": "2025-01-09"}]}"#,
      "transfers", "2025-01-09"
    ),
  ])
  func `a wrong value is refused with its place`(json: String, path: String, value: String) {
    let error = #expect(throws: InvalidField.self) { try SchoolData.parse(json) as CalendarYear }
    #expect(error?.path == path)
    #expect(error?.value == value)
  }
}
