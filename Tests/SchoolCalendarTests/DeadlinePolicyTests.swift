import FoundationEssentials
import Testing

@testable import SchoolCalendar

@Suite struct DeadlinePolicyTests {
  private static func policy(_ fields: String) throws -> DeadlinePolicy {
    try SchoolData.parse(#"{"id": "x", "title": "Район"\#(fields.isEmpty ? "" : ", ")\#(fields)}"#)
  }

  @Test func `the shipped default is the default of the program`() throws {
    var policy: DeadlinePolicy = try SchoolData.decode("policy/default.json")
    policy.source = nil
    #expect(policy == DeadlinePolicy(id: "default", title: "По умолчанию"))
    #expect(policy.cutoff.description == "23:59")
    #expect(policy.thirdExpert.maximumTwoOrMore == 2)
    #expect(policy.thirdExpert.maximumOne == 1)
  }

  @Test func `the district's policy is read whole`() throws {
    let policy: DeadlinePolicy = try SchoolData.decode("policy/kazachinsko-lensky.json")
    #expect(policy.zone == "Asia/Irkutsk")
    #expect((policy.expertTerm, policy.uploadTerm, policy.week) == (2, 4, .five))
    #expect(try SchoolData.zones()[policy.zone] != nil)
  }

  @Test func `what is left out has its default`() throws {
    #expect(try Self.policy("") == DeadlinePolicy(id: "x", title: "Район"))
  }

  @Test func `what is set is set`() throws {
    let policy = try Self.policy(
      #"""
      "unit": "working", "week": 6, "rollover": "nextWorkingDay", "cutoff": "18:00:30", "zone": "Europe/Moscow",
      "anchor": "class", "expertTerm": 3, "uploadTerm": 5, "federalEnd": "2024-05-20", "source": "приказ",
      "thirdExpert": {"maximumTwoOrMore": 3, "maximumOne": 2},
      "severities": [{"code": "DDL001", "severity": "error"}, {"code": "DDL006", "severity": "info", "reason": "шестидневка"}]
      """#)
    #expect(
      (policy.unit, policy.week, policy.rollover, policy.anchor) == (
        .working, .six, .nextWorkingDay, .eachClass
      ))
    #expect((policy.cutoff.description, policy.zone) == ("18:00:30", "Europe/Moscow"))
    #expect((policy.expertTerm, policy.uploadTerm, policy.federalEnd) == (3, 5, "2024-05-20"))
    #expect((policy.thirdExpert.maximumTwoOrMore, policy.thirdExpert.maximumOne) == (3, 2))
    #expect(policy.severities.map(\.code) == ["DDL001", "DDL006"])
    #expect(policy.severities.map(\.reason) == [nil, "шестидневка"])
    #expect(try JSONDecoder().decode(DeadlinePolicy.self, from: JSONEncoder().encode(policy)) == policy)
  }

  @Test(arguments: [
    (#""cutoff": "24:00""#, "cutoff", "24:00"), (#""cutoff": "9:00""#, "cutoff", "9:00"),
    (#""cutoff": "23:59:60""#, "cutoff", "23:59:60"), (#""week": 7"#, "week", "7"),
    (#""unit": "days""#, "unit", "days"), (#""rollover": "next""#, "rollover", "next"),
    (#""anchor": "part""#, "anchor", "part"), (#""uploadTerm": 0"#, "uploadTerm", "0"),
    (#""expertTerm": 61"#, "expertTerm", "61"), (#""federalEnd": "17.05.2024""#, "federalEnd", "17.05.2024"),
    (#""rolover": "none""#, "rolover", "rolover"),
    (#""thirdExpert": {"maximumTwoOrMore": 0, "maximumOne": 1}"#, "thirdExpert", "0"),
  ])
  func `a wrong value is refused with its name`(field: String, path: String, value: String) {
    let error = #expect(throws: InvalidField.self) { try Self.policy(field) }
    #expect(error?.path == path)
    #expect(error?.value == value)
  }

  @Test func `an error names place, value and what was expected`() {
    let error = #expect(throws: InvalidField.self) { try Self.policy(#""week": 7"#) }
    #expect(error?.description == "week: found «7», expected one of 5, 6")
  }

  @Test(
    arguments: [
      (.calendar, .five, .none, .calendar), (.calendar, .six, .none, .calendar),
      (.calendar, .five, .nextWorkingDay, .calendarRolled), (.working, .five, .none, .working5),
      (.working, .six, .none, .working6), (.working, .six, .nextWorkingDay, .working6),
    ] as [(DeadlinePolicy.Unit, WorkWeek, DeadlinePolicy.Rollover, Reading)])
  func `unit, week and rollover make the reading`(
    unit: DeadlinePolicy.Unit, week: WorkWeek, rollover: DeadlinePolicy.Rollover, reading: Reading
  ) {
    var policy = DeadlinePolicy(id: "x", title: "Район")
    (policy.unit, policy.week, policy.rollover) = (unit, week, rollover)
    #expect(policy.reading == reading)
  }
}
