import Testing

@testable import Spreadsheet

@Suite struct `A day of a spreadsheet` {
  @Test(
    arguments: [
      (0.0, "1899-12-31"), (1.0, "1900-01-01"), (31.0, "1900-01-31"), (59.0, "1900-02-28"),
      (60.0, "1900-02-28"), (61.0, "1900-03-01"),
      (36_526.0, "2000-01-01"), (45_397.0, "2024-04-15"), (45_351.0, "2024-02-29"),
      (2_958_465.0, "9999-12-31"),
      (45_397.75, "2024-04-15T18:00:00"), (45_397.999_999_9, "2024-04-16"), (0.5, "1899-12-31T12:00:00"),
      (45_397 + 1.0 / 86_400, "2024-04-15T00:00:01"), (2_958_465.999_999_9, "9999-12-31T23:59:59"),
    ] as [(Double, String)])
  func `is told by its number`(serial: Double, text: String) {
    #expect(DateStamp(serial: serial)?.description == text)
  }

  @Test(arguments: [-1.0, -0.5, 2_958_466, 1e300, .infinity, .nan, -.infinity])
  func `is none beyond the years 1900 to 9999`(serial: Double) { #expect(DateStamp(serial: serial) == nil) }

  @Test func `follows the one before it through two centuries, and gives its number back`() throws {
    var before = try #require(DateStamp(serial: 60))
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for serial in 61...73_415 {
      let day = try #require(DateStamp(serial: Double(serial)))
      let isLeap = before.year % 4 == 0 && before.year != 1900 && before.year != 2100
      let length = lengths[before.month - 1] + (isLeap && before.month == 2 ? 1 : 0)
      let isLast = before.day == length
      let isNewYear = isLast && before.month == 12
      #expect(day.day == (isLast ? 1 : before.day + 1))
      #expect(day.month == (isNewYear ? 1 : isLast ? before.month + 1 : before.month))
      #expect(day.year == before.year + (isNewYear ? 1 : 0))
      #expect(day.serial == Double(serial) && DateStamp(iso: day.description) == day)
      before = day
    }
    #expect(before.description == "2100-12-31")
    for serial in 1...59 { #expect(DateStamp(serial: Double(serial))?.serial == Double(serial)) }
  }

  @Test func `keeps its second`() throws {
    for second in stride(from: 0, to: 86_400, by: 7) {
      let stamp = DateStamp(year: 2024, month: 4, day: 15, second: second)
      #expect(DateStamp(serial: stamp.serial) == stamp && DateStamp(iso: stamp.description) == stamp)
    }
  }

  @Test(arguments: [
    ("2024-04-15", 0), ("2024-04-15T18:00", 64_800), ("2024-04-15T18:00:05", 64_805),
    ("2024-04-15T18:00:05.999", 64_805),
    ("2024-04-15T18:00:05Z", 64_805), ("2024-04-15T18:00:05,5", 64_805),
  ])
  func `is read from ISO 8601`(text: String, second: Int) {
    #expect(DateStamp(iso: text) == DateStamp(year: 2024, month: 4, day: 15, second: second))
  }

  @Test(arguments: [
    "", "T", "2024", "2024-04", "2024-13-01", "2024-00-01", "2024-04-31", "2023-02-29", "1900-02-29",
    "2024-04-00", "2024-4-x", "15.04.2024",
    "2024-04-15T25:00", "2024-04-15T18", "2024-04-15T18:60", "2024-04-15T18:00:60", "2024-04-15T",
    "-2024-04-15", "0-01-01", "2024-04-15T18:00:00:00",
  ])
  func `is refused where there is no such day or time`(text: String) { #expect(DateStamp(iso: text) == nil) }

  @Test func `has a last day in every month`() {
    #expect(
      ["2024-02-29", "2000-02-29", "2023-02-28", "2024-04-30", "2024-12-31"].allSatisfy {
        DateStamp(iso: $0)?.description == $0
      })
  }
}
