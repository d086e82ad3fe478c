import Testing

@testable import SchoolCalendar

@Suite struct TimeLeftTests {
  private static func moment(_ text: String) throws -> Moment {
    try #require(Moment(rfc3339: text))
  }

  @Test(arguments: [
    ("2024-03-20T10:00:00+08:00", 309_540), ("2024-03-20T02:00:00Z", 309_540),
    ("2024-03-23T23:58:59+08:00", 1),
    ("2024-03-23T23:59:00+08:00", 0), ("2024-03-23T23:59:01+08:00", -1),
    ("2024-03-23T23:59:00+03:00", -18_000),
  ])
  func `seconds are left until the cutoff in the policy's zone`(now: String, left: Int) throws {
    #expect(try SchoolData.terms("2024-03-19").secondsLeft(at: Self.moment(now)) == left)
  }

  @Test func `cutoff and zone move the deadline`() throws {
    let terms = try SchoolData.terms("2024-03-19") {
      $0.cutoff = ClockTime(hour: 23, minute: 0) ?? $0.cutoff
      $0.zone = "Europe/Moscow"
    }
    #expect(terms.deadline.description == "2024-03-23T20:00:00Z")
    #expect(terms.zone.id == "Europe/Moscow")
    #expect(try SchoolData.terms("2024-03-19").deadline.description == "2024-03-23T15:59:00Z")
  }

  @Test(arguments: [
    ("2024-03-22T23:58:59+08:00", false, false), ("2024-03-22T23:59:00+08:00", false, false),
    ("2024-03-22T23:59:01+08:00", true, false), ("2024-03-23T23:59:00+08:00", true, false),
    ("2024-03-23T23:59:01+08:00", false, true),
  ])
  func `due soon is less than a day, overdue is past the second`(now: String, soon: Bool, over: Bool) throws {
    let terms = try SchoolData.terms("2024-03-19")
    #expect(try terms.isDueSoon(at: Self.moment(now)) == soon)
    #expect(try terms.isOverdue(at: Self.moment(now)) == over)
  }

  @Test(arguments: [
    ("2024-03-21T23:59:59+08:00", false), ("2024-03-22T00:00:00+08:00", true),
    ("2024-03-21T18:59:59+03:00", false), ("2024-03-21T19:00:00+03:00", true),
  ])
  func `marking is overdue when the expert's last day is over in the zone`(now: String, isOver: Bool) throws {
    #expect(try SchoolData.terms("2024-03-19").isMarkingOverdue(at: Self.moment(now)) == isOver)
  }
}
