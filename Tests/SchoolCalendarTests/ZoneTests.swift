import FoundationEssentials
import Testing

@testable import SchoolCalendar

@Suite struct ZoneTests {
  @Test(arguments: [
    ("Europe/Kaliningrad", 2), ("Europe/Moscow", 3), ("Europe/Samara", 4), ("Asia/Irkutsk", 8),
    ("Asia/Kamchatka", 12),
  ])
  func `a zone of Russia has its hours`(id: String, hours: Int) throws {
    #expect(try SchoolData.zones()[id]?.offset == hours * 3_600)
  }

  @Test func `a zone is found by its exact name only`() throws {
    let zones = try SchoolData.zones()
    #expect(zones["asia/irkutsk"] == nil)
    #expect(zones["+08:00"] == nil)
    #expect(zones["Asia/Irkutsk"]?.since == "2014-10-26")
  }

  @Test func `the later of two zones of one name holds`() throws {
    let seven = try #require(Zone(id: "Asia/Irkutsk", offset: 7 * 3_600))
    let table = try ZoneTable([#require(Zone(id: "Asia/Irkutsk", offset: 8 * 3_600)), seven])
    #expect(table["Asia/Irkutsk"] == seven)
  }

  @Test func `a zone comes back from JSON`() throws {
    for zone in try SchoolData.zones().zones + [#require(Zone(id: "West", offset: -(4 * 60 + 30) * 60))] {
      let json = try JSONEncoder().encode(zone)
      #expect(try JSONDecoder().decode(Zone.self, from: json) == zone)
    }
  }

  @Test(arguments: ["8", "+8", "+08", "+0800", "+24:00", "+08:60", "08:00", "Z", "+08:00 ", ""])
  func `a wrong offset is refused by name`(text: String) {
    let expected = InvalidField(path: "zones[0].offset", value: text, expected: "an offset, ±HH:MM")
    #expect(throws: expected) {
      let json = #"{"zones": [{"id": "Asia/Irkutsk", "offset": "\#(text)"}]}"#
      return try SchoolData.parse(json) as ZoneTable
    }
  }

  @Test(arguments: [86_400, -86_400, 30, .max, .min])
  func `an offset of a day or of odd seconds is no zone`(offset: Int) {
    #expect(Zone(id: "X", offset: offset) == nil)
  }
}
