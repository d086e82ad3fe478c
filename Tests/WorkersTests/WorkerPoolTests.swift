import Assessment
import Checking
import Foundation
import Reports
import SchoolCalendar
import TestSupport
import Testing
import Workers

/// Answers of workers are those of the program itself.
@Suite struct `A worker` {
  @Test func `finds what a check in process finds, and fills the same forms`() async throws {
    let pool = try WorkerPool.of(count: 2)
    let fixtures = try [
      "a-scores", "a-criteria", "b-csv", "c-two-sheets", "FIL001", "PLS002", "SCR004", "XCK001",
    ]
    .map { try FixtureJob.named($0) }
    try await withThrowingTaskGroup { group in
      for fixture in fixtures {
        group.addTask {
          let here = try fixture.run()
          let there = await pool.convert(fixture.job, name: "готово.xlsx", reports: [.report(.text, .ru)])
          let filled = try? here.filled(name: "готово.xlsx")
          #expect(there.summary == CheckSummary(filled?.inspection ?? here.inspection), "\(fixture)")
          #expect(there.form?.bytes == filled?.bytes && there.form?.isMade == filled?.isMade, "\(fixture)")
          #expect((there.noForm == nil) == (filled != nil), "\(fixture)")
          #expect(there.reports[0].bytes?.isEmpty == false)
          #expect(await pool.check(fixture.job).summary == CheckSummary(here.inspection), "\(fixture)")
        }
      }
      try await group.waitForAll()
    }
    await pool.close()
  }

  @Test func `takes criteria, day, classes and explanations along`() async throws {
    let pool = try WorkerPool.of()
    var job = try FixtureJob.named("PLS001").job
    job.classMap = try #require(ClassMap("А=1,Б=2"))
    let first = job.run(under: try Regulations()).inspection
    let finding = try #require(first.findings.first { $0.code == "PLS001" })
    job.explanations = Explanations([
      .init(fingerprint: finding.fingerprint, code: "PLS001", value: nil, text: "проверено по работам")
    ])
    let answer = await pool.check(job)
    #expect(answer.summary == CheckSummary(job.run(under: try Regulations()).inspection))
    #expect(answer.summary.counts.first { $0.code == "PLS001" }?.unexplained == 0)
    #expect(String(decoding: answer.json, as: UTF8.self).contains("проверено по работам"))
  }

  @Test func `annotates a source, and says why it cannot`() async throws {
    let pool = try WorkerPool.of()
    let job = try FixtureJob.named("SCR004").job
    let reports = await pool.check(
      job, reports: [.annotated(source: 0, .ru), .annotated(source: 9, .ru), .report(.explanations, .en)]
    ).reports
    let copy = try #require(reports[0].bytes)
    #expect(Recognition(copy, name: "копия.xlsx").isAnnotated)
    #expect(reports[1].bytes == nil && reports[1].problem != nil)
    #expect(reports[2].bytes != nil && reports[2].problem == nil)
  }

  @Test func `shows and recognises a file, or says why it is refused`() async throws {
    let pool = try WorkerPool.of()
    let file = try FixtureJob.named("a-xlsx").job.files[0]
    let seen = try await pool.sheet(file.bytes, name: file.name)
    #expect(!seen.isRefused && String(decoding: seen.report, as: UTF8.self).contains(#""status": "ok""#))
    #expect(try await pool.recognise(file.bytes, name: file.name) == Recognition(file.bytes, name: file.name))
    let refused = try await pool.sheet(Array(file.bytes.prefix(500)), name: file.name, asJSON: false)
    #expect(refused.isRefused && !refused.report.isEmpty)
    #expect(try await pool.recognise(Array(file.bytes.prefix(500)), name: file.name).kind == .unreadable)
  }

  @Test func `makes the empty sheet of a form, and none of what is no form`() async throws {
    let pool = try WorkerPool.of()
    let job = try FixtureJob.named("a-xlsx").job
    let form = try #require(job.files.first { $0.role == .form })
    let sheet = try #require(try await pool.blank(form.bytes, name: form.name))
    let seen = Recognition(sheet, name: "лист.xlsx")
    #expect(seen.kind == .transcription)
    let keyed = try #require(job.files.first { $0.role == .transcription })
    #expect(try await pool.blank(Array(keyed.bytes.prefix(500)), name: keyed.name) == nil)
  }

  @Test func `checks under the regulations of its district`() async throws {
    let policy = #"{"id": "own", "title": "Свой порядок", "uploadTerm": 1}"#
    let regulations = try Regulations(
      .init(policy: .init(path: "own.json", json: Array(policy.utf8))))
    let pool = try WorkerPool(count: 1, under: regulations, program: .built)
    let job = try FixtureJob.named("a-xlsx").job
    let due = await pool.check(job).summary.uploadDue
    #expect(due == job.run(under: regulations).inspection.examination.terms?.due)
    #expect(due != job.run(under: try Regulations()).inspection.examination.terms?.due)
  }

  @Test func `is not for people`() throws {
    let process = Process()
    process.executableURL = URL(filePath: WorkerProgram.okoPath)
    process.arguments = ["worker"]
    process.standardInput = FileHandle.nullDevice
    let said = Pipe()
    process.standardError = said
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(try said.fileHandleForReading.readToEnd()?.isEmpty == false)
  }
}
