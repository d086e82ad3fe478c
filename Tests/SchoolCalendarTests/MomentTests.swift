import SchoolCalendar
import Testing

@Suite struct MomentTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1), ("2024-03-20T10:00:00+08:00", 1_710_900_000),
    ("2024-03-20T02:00:00Z", 1_710_900_000), ("2024-03-19T21:30:00-04:30", 1_710_900_000),
    ("2024-03-20T10:00:00.999999+08:00", 1_710_900_000), ("2024-02-29T23:59:59+00:00", 1_709_251_199),
    ("2024-02-29T23:59:59-00:00", 1_709_251_199), ("2000-01-01T00:00:00+14:00", 946_634_400),
  ])
  func `an RFC 3339 text is a moment`(text: String, seconds: Int) {
    #expect(Moment(rfc3339: text)?.secondsSince1970 == seconds)
  }

  @Test(arguments: [
    "2024-03-20T10:00:00", "2024-03-20", "2024-03-20T10:00+08:00", "2024-03-20 10:00:00+08:00",
    "2024-03-20t10:00:00z", "2024-03-20T10:00:00+0800", "2024-03-20T10:00:00+08", "2024-03-20T10:00:00+8:00",
    "2024-03-20T10:00:00+24:00", "2024-03-20T10:00:00+08:60", "2024-03-20T10:00:00−08:00",
    "2024-03-20T10:00:00 +08:00", "2024-03-20T10:00:00+08:00 ", "2024-03-20T10:00:00ZZ",
    "2024-03-20T10:00:00Z+08:00",
    "2024-03-20T24:00:00Z", "2024-03-20T23:60:00Z", "2016-12-31T23:59:60Z", "2024-02-30T10:00:00Z",
    "2024-03-20T10:00:00.Z", "2024-03-20T10:00:00,5Z", "2024-03-20T10:00:00.5", "2024-03-20T10:00:00MSK",
    "0000-01-01T00:00:00Z", "20.03.2024T10:00:00Z", "",
  ])
  func `a text without an offset or with a wrong part is refused`(text: String) {
    #expect(Moment(rfc3339: text) == nil)
  }

  @Test func `moments from 1970 to 2100 come back from their texts in any zone`() throws {
    let zones = try SchoolData.zones().zones
    for seconds in stride(from: 0, through: 4_133_980_799, by: 4_999_999) {
      let moment = Moment(secondsSince1970: seconds)
      try #require(Moment(rfc3339: moment.description) == moment)
      for zone in zones {
        try #require(Moment(rfc3339: moment.rfc3339(in: zone)) == moment)
        try #require(Moment(day: moment.day(in: zone), time: moment.time(in: zone), in: zone) == moment)
      }
    }
  }

  @Test func `23:59 in Irkutsk is the afternoon in Moscow, and the other way round the next morning`() throws
  {
    let zones = try SchoolData.zones()
    let irkutsk = try #require(zones["Asia/Irkutsk"])
    let moscow = try #require(zones["Europe/Moscow"])
    let lastMinute = try #require(ClockTime("23:59"))

    let inIrkutsk = Moment(day: "2024-03-23", time: lastMinute, in: irkutsk)
    #expect(inIrkutsk.rfc3339(in: irkutsk) == "2024-03-23T23:59:00+08:00")
    #expect(inIrkutsk.rfc3339(in: moscow) == "2024-03-23T18:59:00+03:00")
    #expect(inIrkutsk.description == "2024-03-23T15:59:00Z")

    let inMoscow = Moment(day: "2024-12-31", time: lastMinute, in: moscow)
    #expect(inMoscow.rfc3339(in: irkutsk) == "2025-01-01T04:59:00+08:00")
    #expect(inMoscow.day(in: irkutsk) == "2025-01-01")
    #expect(inMoscow.day(in: moscow) == "2024-12-31")
    #expect(inIrkutsk.seconds(to: Moment(day: "2024-03-23", time: lastMinute, in: moscow)) == 5 * 3_600)
  }

  @Test func `the second before 1970 belongs to the day before`() throws {
    let utc = try #require(Zone(id: "UTC", offset: 0))
    let moment = Moment(secondsSince1970: -1)
    #expect(moment.day(in: utc) == "1969-12-31")
    #expect(moment.time(in: utc).description == "23:59:59")
  }

  @Test func `moments beyond the years 1 to 9999 stop there`() throws {
    let east = try #require(Zone(id: "East", offset: 14 * 3_600))
    #expect(Moment(secondsSince1970: .max).description == "9999-12-31T23:59:59Z")
    #expect(Moment(secondsSince1970: .min).description == "0001-01-01T00:00:00Z")
    #expect(Moment(secondsSince1970: .max).day(in: east) == .last)
  }
}
