import Assessment
import Checking
import Foundation
import Reports
import TestSupport
import Testing
import Workers

/// Workers that die, hang, lie or pass their limits: the job gets SYS001, the pool goes on.
@Suite struct `A pool` {
  private static let job = try? FixtureJob.named("a-csv").job

  /// What became of a job that a program got.
  private func failure(
    _ program: WorkerProgram, _ change: (inout WorkerLimits) -> Void = { _ in }
  ) async throws -> WorkerFailure? {
    let pool = try WorkerPool.of(program) {
      $0.seconds = 1
      change(&$0)
    }
    do throws(WorkerFailure) {
      _ = try await pool.sheet(Array("a;b\n1;2\n".utf8), name: "a.csv")
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ("kill -SEGV $$", .crashed(signal: SIGSEGV)), ("kill -KILL $$", .crashed(signal: SIGKILL)),
      ("exit 3", .ended(code: 3)), ("exec sleep 60", .late(seconds: 1)),
      ("exec <&-; exec sleep 60", .crashed(signal: SIGKILL)), ("exec yes >&0", .tooLarge(bytes: 64 << 20)),
      ("head -c 12 >/dev/null; exit 0", .ended(code: 0)),
    ] as [(String, WorkerFailure)])
  func `says how a worker ended, before its first word and in a job`(
    script: String, expected: WorkerFailure
  ) async throws {
    #expect(try await failure(.script(script)) == expected)
    #expect(try await failure(.script(WorkerProgram.ready + script)) == expected)
  }

  @Test func `takes no nonsense for an answer`() async throws {
    for script in [
      "exec cat <&0 >&0", WorkerProgram.ready + "exec cat <&0 >&0",
      WorkerProgram.ready + WorkerProgram.ready + "exec sleep 60",
    ] {
      guard case .failed = try await failure(.script(script)) else {
        Issue.record("\(script)")
        continue
      }
    }
    guard case .notStarted = try await failure(WorkerProgram(path: "/nowhere/oko")) else {
      Issue.record("a program that is not there was started")
      return
    }
  }

  @Test func `gives SYS001 for the files of a job that brought a worker down, and nothing else of them`()
    async throws
  {
    let job = try #require(Self.job)
    let answer = try await WorkerPool.of(.script("kill -ABRT $$")).check(job, reports: [.report(.text, .ru)])
    #expect(answer.summary.counts.map(\.code) == ["SYS001"] && answer.summary.isOurFailure)
    #expect(!answer.summary.isAccepted && answer.form == nil && answer.noForm != nil)
    #expect(answer.reports.count == 1 && answer.reports[0].problem != nil)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.json)) as? [String: Any])
    #expect((json["findings"] as? [Any])?.count == 1 && json["status"] as? String == "refused")
    #expect((json["sources"] as? [Any])?.count == job.files.count)
  }

  @Test func `starts a worker again`() async throws {
    let marker = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    defer { try? FileManager.default.removeItem(atPath: marker) }
    let pool = try WorkerPool.of(
      .script("[ -e '\(marker)' ] && exec \"$OKO\" worker; touch '\(marker)'; kill -ILL $$"))
    let job = try #require(Self.job)
    #expect(await pool.check(job).summary.isOurFailure)
    #expect(await pool.check(job).summary.isAccepted)
  }

  @Test func `does not blame a job for a worker that was ended before it`() async throws {
    let pool = try WorkerPool.of(.named("oko-idle"))
    let job = try #require(Self.job)
    #expect(await pool.check(job).summary.isAccepted)
    for child in try children() where child.command.hasPrefix("oko-idle") { kill(child.process, SIGKILL) }
    while try children().contains(where: { $0.command.hasPrefix("oko-idle") }) { await Task.yield() }
    try await Task.sleep(for: .milliseconds(200))
    #expect(await pool.check(job).summary.isAccepted)
  }

  @Test func `outlives the killing of its workers at any time`() async throws {
    let pool = try WorkerPool.of(.named("oko-victim"), count: 2)
    let job = try #require(Self.job)
    let killer = Task {
      while !Task.isCancelled {
        for child in (try? children()) ?? [] where child.command.hasPrefix("oko-victim") {
          kill(child.process, SIGKILL)
        }
        try? await Task.sleep(for: .milliseconds(.random(in: 5...60)))
      }
    }
    let answers = await withTaskGroup(of: CheckSummary.self, returning: [CheckSummary].self) { group in
      for _ in 0..<40 { group.addTask { await pool.check(job).summary } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    killer.cancel()
    await killer.value
    // Whoever was killed last may still be dying.
    try await Task.sleep(for: .milliseconds(200))
    #expect(answers.count == 40)
    #expect(answers.allSatisfy { $0.isOurFailure != $0.isAccepted })
    #expect(await pool.check(job).summary.isAccepted)
  }

  @Test func `ends a job that takes too much memory, and takes the next one`() async throws {
    let pool = try WorkerPool.of { $0.memory = 64 << 20 }
    await #expect(throws: WorkerFailure.self) {
      try await pool.sheet([UInt8](repeating: 65, count: 16 << 20), name: "a.csv")
    }
    #expect(try await pool.sheet(Array("a;b\n1;2\n".utf8), name: "a.csv").isRefused == false)
  }

  @Test func `ends a job that takes too much processor time`() async throws {
    // A worker that takes a long time to answer: it counts, under the limit of a job that its parent set.
    let busy = WorkerProgram.ready + "ulimit -S -t 1; while :; do :; done"
    #expect(try await failure(.script(busy)) { $0.seconds = 20 } == .processorTime(seconds: 5))
  }

  @Test func `refuses a job that is larger than it may be`() async throws {
    let pool = try WorkerPool.of { $0.jobBytes = 1 << 20 }
    await #expect(throws: WorkerFailure.tooLarge(bytes: 1 << 20)) {
      try await pool.sheet([UInt8](repeating: 65, count: 2 << 20), name: "a.csv")
    }
  }

  @Test func `gives its workers limits, a folder, and nothing of its own`() async throws {
    let pool = try WorkerPool.of(.named("oko-limited"))
    _ = try await pool.sheet(Array("a;b\n".utf8), name: "a.csv")
    let worker = try #require(try children().first { $0.command.hasPrefix("oko-limited") }).process
    let limits = try String(contentsOfFile: "/proc/\(worker)/limits", encoding: .utf8)
    #expect(limits.contains(/Max core file size +0 +0/) && limits.contains(/Max open files +32 +32/))
    #expect(limits.contains(/Max address space +536870912/) && limits.contains(/Max file size +67108864/))
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(worker)/fd").sorted()
    #expect(open == ["0", "1", "2"])
    let environment = try String(contentsOfFile: "/proc/\(worker)/environ", encoding: .utf8)
    #expect(environment.contains("SWIFT_BACKTRACE=enable=no") && !environment.contains("HOME="))
    let folder = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(worker)/cwd")
    #expect(workerFolders().contains(folder))
    await pool.close()
    #expect(!workerFolders().contains(folder))
    #expect(try children().allSatisfy { $0.process != worker })
  }

  @Test func `sweeps the folders of programs that were killed`() throws {
    let dead = "\(temporary)/oko-worker.999999999.abcdef"
    let living = "\(temporary)/oko-worker.1.abcdef"
    defer { try? FileManager.default.removeItem(atPath: living) }
    for folder in [dead, living] {
      // It gets its name when it is whole: pools of other tests sweep too, at any time.
      let made = "\(temporary)/\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: made + "/inside", withIntermediateDirectories: true)
      try? FileManager.default.removeItem(atPath: folder)
      try FileManager.default.moveItem(atPath: made, toPath: folder)
    }
    _ = try WorkerPool.of()
    #expect(!FileManager.default.fileExists(atPath: dead) && FileManager.default.fileExists(atPath: living))
  }

  @Test func `ends its workers when it goes`() async throws {
    var pool: WorkerPool? = try WorkerPool.of(.named("oko-gone"))
    _ = try await pool?.sheet(Array("a;b\n".utf8), name: "a.csv")
    #expect(try children().contains { $0.command.hasPrefix("oko-gone") })
    pool = nil
    for _ in 0..<100 where try children().contains(where: { $0.command.hasPrefix("oko-gone") }) {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(try !children().contains { $0.command.hasPrefix("oko-gone") })
  }
}
