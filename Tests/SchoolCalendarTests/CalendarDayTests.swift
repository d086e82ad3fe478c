import FoundationEssentials
import SchoolCalendar
import Testing

@Suite struct CalendarDayTests {
  /// Every day of 1970…2100, counted up by the rule of leap years alone: no arithmetic of ours in it.
  static let counted: [(year: Int, month: Int, day: Int)] = (1970...2100).flatMap { year in
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return lengths.enumerated().flatMap { month, length in
      (1...length).map { (year, month + 1, $0) }
    }
  }

  @Test func `every day from 1970 to 2100 has its number, its weekday and its parts`() throws {
    #expect(Self.counted.count == 47_847)
    for (number, date) in Self.counted.enumerated() {
      let day = try #require(CalendarDay(year: date.year, month: date.month, day: date.day))
      try #require(day.daysSince1970 == number)
      try #require((day.year, day.month, day.day) == date)
      try #require(day.weekday.rawValue == (number + 3) % 7 + 1)
    }
  }

  @Test func `every day from 1970 to 2100 comes back from both of its texts`() throws {
    for day in CalendarDay("1970-01-01")..."2100-12-31" {
      let parts = day.description.split(separator: "-")
      try #require(CalendarDay(iso: day.description) == day)
      try #require(CalendarDay(russian: parts.reversed().joined(separator: ".")) == day)
    }
  }

  @Test(arguments: [0, 1, 28, 31, 365, 366, 1_461, 36_524, -1, -59, -366, -146_097])
  func `adding days and counting them are each other's inverse`(days: Int) throws {
    for day in stride(from: CalendarDay("1970-01-01"), through: "2100-12-31", by: 13) {
      let moved = day.adding(days: days)
      try #require(day.days(to: moved) == days)
      try #require(moved.adding(days: -days) == day)
      try #require((moved > day) == (days > 0))
    }
  }

  @Test(
    arguments: [
      ("2024-02-28", "2024-02-29"), ("2024-02-29", "2024-03-01"), ("2023-02-28", "2023-03-01"),
      ("2000-02-28", "2000-02-29"), ("2100-02-28", "2100-03-01"), ("2024-12-31", "2025-01-01"),
      ("1969-12-31", "1970-01-01"), ("2024-04-30", "2024-05-01"),
    ] as [(CalendarDay, CalendarDay)])
  func `the next day crosses the ends of months and years`(day: CalendarDay, next: CalendarDay) {
    #expect(day.adding(days: 1) == next)
    #expect(next.adding(days: -1) == day)
  }

  @Test(
    arguments: [
      ("2024-03-19", .tuesday), ("2024-04-27", .saturday), ("2024-05-12", .sunday), ("1970-01-01", .thursday),
      ("1969-12-31", .wednesday), ("0001-01-01", .monday), ("9999-12-31", .friday),
    ] as [(CalendarDay, Weekday)])
  func `the weekday is that of a printed calendar`(day: CalendarDay, weekday: Weekday) {
    #expect(day.weekday == weekday)
  }

  @Test(arguments: [
    "2024-02-30", "2023-02-29", "2100-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-01-00",
    "0000-01-01", "2024-3-19", "24-03-19", "2024-03-19 ", " 2024-03-19", "2024/03/19", "20240319",
    "2024-03-19T10:00:00Z", "+024-03-19", "2024-0٣-19", "２０２４-03-19", "2024–03–19", "12024-03-19", "",
  ])
  func `a text that is no ISO day is refused`(text: String) {
    #expect(CalendarDay(iso: text) == nil)
  }

  @Test(arguments: [
    "19.03.24", "19.3.2024", "9.03.2024", "30.02.2024", "29.02.2023", "03.19.2024", "19.03.2024 г.",
    "19-03-2024",
    "2024-03-19", "19.03.2024.", " 19.03.2024", "19.03", "",
  ])
  func `a text that is no Russian day is refused`(text: String) {
    #expect(CalendarDay(russian: text) == nil)
  }

  @Test func `a Russian day has the day before the month`() {
    #expect(CalendarDay(russian: "05.04.2024") == "2024-04-05")
    #expect(CalendarDay(russian: "29.02.2024") == "2024-02-29")
  }

  @Test func `sums beyond the years 1 to 9999 stop there`() {
    #expect(CalendarDay.last.description == "9999-12-31")
    #expect(CalendarDay.first.description == "0001-01-01")
    #expect(CalendarDay("2024-03-19").adding(days: .max) == .last)
    #expect(CalendarDay("2024-03-19").adding(days: .min) == .first)
    #expect(CalendarDay("1960-03-19").adding(days: .min) == .first)
    #expect(CalendarDay.last.adding(days: 1) == .last)
  }

  @Test func `a day is one ISO text in JSON`() throws {
    let days: [CalendarDay] = ["2024-02-29", "2027-01-01"]
    let json = try JSONEncoder().encode(days)
    #expect(json == Data(#"["2024-02-29","2027-01-01"]"#.utf8))
    #expect(try JSONDecoder().decode([CalendarDay].self, from: json) == days)
  }
}
