import Testing

@testable import Objectivity

@Suite("How many works to mark again")
struct PlanningTests {
  @Test func `The fewest works that find a changed one`() throws {
    for known in try Vectors("hyper")["detect_size"].list {
      #expect(
        RecheckPlan.size(works: try known["N"].int, changed: try known["D"].int) == (try known["m"].int))
    }
    #expect(RecheckPlan.size(works: 5, changed: 0) == nil)
    #expect(RecheckPlan.size(works: 5, changed: 6) == nil)
    #expect(RecheckPlan.size(works: 5, changed: 5) == 1)
  }

  @Test func `What a few found works say of the class`() throws {
    for known in try Vectors("hyper")["lower_bound"].list {
      #expect(
        RecheckPlan.changedAtLeast(
          works: try known["N"].int, marked: try known["m"].int, found: try known["d"].int)
          == (try known["D_low"].int))
    }
    #expect(RecheckPlan.changedAtLeast(works: 10, marked: 4, found: 0) == 0)
    #expect(RecheckPlan.changedAtLeast(works: 10, marked: 4, found: 5) == nil)
    #expect(RecheckPlan.changedAtLeast(works: 10, marked: 10, found: 3) == 3)
  }

  @Test(arguments: [(8, 3, 0.68), (10, 4, 0.62), (20, 5, 0.95)])
  func `From so many changed works on a natural rate is no explanation`(
    _ marked: Int, _ critical: Int, _ power: Double
  ) throws {
    let rule = try #require(RecheckPlan.rule(marked: marked))
    #expect(rule.critical == critical)
    #expect(rule.falseAlarm <= 0.05)
    expect(rule.power, power, within: 0.006)
    #expect(RecheckPlan.rule(marked: 1) == nil)
  }

  @Test func `Three of four absent pupils weak: 5 of 209`() throws {
    let absence = try #require(SelectiveAbsence(roll: 22, weak: 5, absent: 4, absentWeak: 3))
    expect(absence.chance.value, 5.0 / 209, within: exact)
    expect(absence.expected, 20.0 / 22, within: exact)
    #expect(SelectiveAbsence(roll: 9, weak: 3, absent: 2, absentWeak: 2)?.chance.isWithheld == true)
  }

  @Test(arguments: [(22, 5, 4, 5), (22, 5, 4, -1), (5, 4, 3, 1), (0, 0, 0, 0), (10, 11, 1, 1)])
  func `Absences that do not agree are refused`(_ roll: Int, _ weak: Int, _ absent: Int, _ both: Int) {
    #expect(SelectiveAbsence(roll: roll, weak: weak, absent: absent, absentWeak: both) == nil)
  }
}
