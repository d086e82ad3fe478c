import SchoolCalendar
import Testing

@Suite struct ClockTimeTests {
  @Test func `every second of a day comes back from its text`() throws {
    for hour in 0...23 {
      for minute in 0...59 {
        for second in [0, 1, 59] {
          let time = try #require(ClockTime(hour: hour, minute: minute, second: second))
          try #require((time.hour, time.minute, time.second) == (hour, minute, second))
          try #require(time.secondOfDay == hour * 3_600 + minute * 60 + second)
          try #require(ClockTime(time.description) == time)
        }
      }
    }
  }

  @Test(arguments: [("23:59", "23:59"), ("23:59:00", "23:59"), ("23:59:59", "23:59:59"), ("00:00", "00:00")])
  func `seconds are printed when there are any`(text: String, printed: String) {
    #expect(ClockTime(text)?.description == printed)
  }

  @Test(arguments: [
    "24:00", "23:60", "23:59:60", "9:00", "09:0", "0900", "09:00:", "09:00:0", "09:00Z", " 09:00", "09:00 ",
    "-1:00",
    "09.00", "",
  ])
  func `a text that is no time is refused`(text: String) {
    #expect(ClockTime(text) == nil)
  }

  @Test func `times are in the order of the day`() throws {
    let morning = try #require(ClockTime("09:00"))
    let evening = try #require(ClockTime("23:59"))
    #expect(morning < evening)
  }
}
