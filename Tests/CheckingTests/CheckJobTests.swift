import Assessment
import Checking
import TestSupport
import Testing

@Suite struct `A check` {
  @Test(arguments: try FixtureJob.all("broken"))
  func `finds what stands in the files`(fixture: FixtureJob) throws {
    let found = Set(try fixture.run().inspection.findings.map(\.code))
    #expect(found.isSuperset(of: fixture.codes), "\(found.sorted())")
  }

  @Test func `gives the same answer again`() throws {
    let fixture = try FixtureJob.named("PLS001")
    #expect(try fixture.run().inspection.findings == fixture.run().inspection.findings)
  }

  @Test func `tells a file that was given twice in one role`() throws {
    var job = try FixtureJob.named("a-two-files").job
    #expect(job.repeated == nil)
    let first = job.files[0]
    job.files.insert(.init(name: "копия.xlsx", role: first.role, bytes: first.bytes), at: 1)
    let repeated = try #require(job.repeated)
    #expect(repeated.first == first.name && repeated.again == "копия.xlsx")
  }

  @Test func `of no files has no participants and no form`() throws {
    var job = try FixtureJob.named("a-xlsx").job
    job.files = []
    let answer = job.run(under: try Regulations())
    #expect(answer.inspection.examination.record == nil)
    #expect(throws: FillingError.self) { try answer.filled() }
  }
}

@Suite struct `Filling after a check` {
  @Test(arguments: ["a-xlsx", "b-scores", "c-two-sheets"])
  func `gives a form that checks clean by itself`(name: String) throws {
    let answer = try FixtureJob.named(name).run()
    let filled = try answer.filled()
    #expect(!filled.isMade)
    #expect(filled.inspection.steps.last?.phase == .form)
    var again = answer.job
    again.files = [.init(name: "форма.xlsx", role: .transcription, bytes: filled.bytes)]
    again.criteria = answer.inspection.examination.work?.id
    let reread = again.run(under: answer.regulations).inspection
    #expect(
      reread.examination.record?.participants.count
        == answer.inspection.examination.record?.participants.count)
  }

  @Test func `makes a form where none was given`() throws {
    let filled = try FixtureJob.named("a-criteria").run().filled(name: "сделана.xlsx")
    #expect(filled.isMade && Recognition(filled.bytes, name: "сделана.xlsx").kind == .filledForm)
  }

  @Test func `is refused while an error stands`() throws {
    let answer = try FixtureJob.named("SCR004").run()
    do {
      _ = try answer.filled()
      Issue.record("a form was written")
    } catch {
      guard case .refused = error else {
        Issue.record("\(error)")
        return
      }
    }
  }
}
