import Assessment
import District
import Testing

@Suite struct `A plan that is edited` {
  private func plan(_ bytes: [UInt8]) throws -> Plan {
    try #require(try PlanFile(name: "план.json", bytes: bytes).plan)
  }

  private func codes(_ draft: PlanDraft) throws -> [String] {
    try PlanCheckTests.check(draft.bytes).inspection.findings.map(\.code)
  }

  private typealias PlanCheckTests = `A check of a plan`

  @Test(arguments: ["good.json", "holes.json"])
  func `is the same plan when nothing was changed`(name: String) throws {
    let before = try plan(PlanCheckTests.fixture(name))
    let after = try plan(PlanDraft(before).bytes)
    #expect(PlanDraft(after).bytes == PlanDraft(before).bytes)
    #expect(after.works.map(\.key) == before.works.map(\.key))
    #expect(after.experts.map(\.name.value) == before.experts.map(\.name.value))
    #expect(after.approvals.map(\.day.value) == before.approvals.map(\.day.value))
  }

  @Test func `takes a new value, keeps the others and what nobody understands`() throws {
    var draft = PlanDraft(try plan(PlanCheckTests.fixture("good.json")))
    let first = PlanEntry(.works, 0)
    let before = try #require(draft[first])
    let isPut = draft.put(["held": "когда-нибудь", "colour": "red"], into: first)
    let after = try #require(draft[first])
    #expect(isPut)
    #expect(
      after["held"] == "когда-нибудь" && after["colour"] == nil && after["observer"] == before["observer"])
    #expect(try codes(draft).contains("PLN011"))
    #expect(try plan(draft.bytes).works[0].held.actual?.raw == "когда-нибудь")
  }

  @Test func `adds behind the last entry and nowhere else, and removes`() throws {
    var draft = PlanDraft(Plan())
    let school = ["login": "edu380001", "name": "СОШ № 1"]
    let isPutBeyond = draft.put(school, into: PlanEntry(.schools, 1))
    let isPut = draft.put(school, into: PlanEntry(.schools, 0))
    #expect(!isPutBeyond && isPut)
    #expect(try plan(draft.bytes).schools.map(\.login.value) == ["edu380001"])
    let removed = [PlanEntry(.schools, 1), PlanEntry(.works, 0), PlanEntry(.schools, 0)].map { entry in
      draft.remove(entry)
    }
    #expect(removed == [false, false, true] && draft.entries(of: .schools).isEmpty)
  }

  @Test func `leads from a finding to its line, in JSON`() throws {
    var draft = PlanDraft(try plan(PlanCheckTests.fixture("good.json")))
    let entry = PlanEntry(.works, 1)
    _ = draft.put(["observer": ""], into: entry)
    let check = try PlanCheckTests.check(draft.bytes)
    let places = PlanPlaces(try #require(check.plan))
    let finding = try #require(check.inspection.findings.first { $0.code == "PLN004" })
    #expect(places[finding.place] == entry)
  }
}
