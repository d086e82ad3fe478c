public import Assessment
public import Checking
internal import Spreadsheet

/// Worker processes that read and check files from outside: a file that brings one down costs that file its answer, and
/// the program nothing.
///
/// One job a worker at a time; further ones wait for their turn. Any number of tasks may ask at once. A worker is
/// started by its first job and again after its death. They end with the pool.
public actor WorkerPool {
  private let limits: WorkerLimits
  private var idle: [Worker]
  private var waiting: [CheckedContinuation<Worker, Never>] = []

  /// A pool of workers that check under the regulations of a district.
  ///
  /// - Parameters:
  ///   - count: how many; as many as cores is right.
  ///   - regulations: what holds for every check.
  ///   - limits: of each worker.
  ///   - program: the program that is started.
  public init(
    count: Int, under regulations: Regulations, limits: WorkerLimits = WorkerLimits(),
    program: WorkerProgram = .oko
  ) throws {
    WorkerFolder.sweep()
    self.limits = limits
    let begin = try Frame(Order.begin(limits, regulations.files))
    idle = (0..<max(1, count)).map { _ in Worker(program, limits, begin: begin) }
  }

  // MARK: Jobs

  /// What the reader sees in a file, as `oko sheet` prints it.
  public func sheet(
    _ bytes: [UInt8], name: String, asJSON: Bool = true, language: Language = .ru
  ) async throws(WorkerFailure) -> (report: [UInt8], isRefused: Bool) {
    let (reply, parts) = try await run(.sheet(name: name, isJSON: asJSON, language), [bytes])
    guard case .sheet(let isRefused) = reply, let report = parts.first else { throw .nonsense }
    return (report, isRefused)
  }

  /// What a strange file is.
  public func recognise(_ bytes: [UInt8], name: String) async throws(WorkerFailure) -> Recognition {
    guard case .recognised(let seen) = try await run(.recognise(name: name), [bytes]).reply else {
      throw .nonsense
    }
    return seen
  }

  /// The empty sheet to key into, made from a form; `nil` when the file is none.
  public func blank(_ bytes: [UInt8], name: String) async throws(WorkerFailure) -> [UInt8]? {
    let (reply, parts) = try await run(.blank(name: name), [bytes])
    guard case .blank = reply else { throw .nonsense }
    return parts.first
  }

  /// A file with another value in one of its cells; `nil` when there is no such cell.
  public func correct(
    _ bytes: [UInt8], sheet: Int, cell: String, value: String
  ) async throws(WorkerFailure) -> CorrectedFile? {
    let (reply, parts) = try await run(.correct(sheet: sheet, cell: cell, value: value), [bytes])
    guard case .corrected(let sheet, let before) = reply else { throw .nonsense }
    guard let sheet, let file = parts.first else { return nil }
    return CorrectedFile(bytes: file, sheet: sheet, before: before)
  }

  /// Checks files; a failure of ours is in the answer as SYS001.
  public func check(_ job: CheckJob, reports: [WantedReport] = []) async -> CheckedFiles {
    await answer(to: .check(CheckOrder(job), reports), job, reports)
  }

  /// Checks files and fills the form when nothing stands against it.
  ///
  /// - Parameters:
  ///   - job: the files.
  ///   - name: the name that the written file will have.
  ///   - reports: what is wanted beside the JSON.
  public func convert(_ job: CheckJob, name: String, reports: [WantedReport] = []) async -> CheckedFiles {
    await answer(to: .convert(CheckOrder(job), name: name, reports), job, reports)
  }

  /// Ends the workers that have no job; a pool that is gone ends them too.
  public func close() async {
    for worker in idle { await worker.end() }
  }

  // MARK: Asking

  private func answer(to order: Order, _ job: CheckJob, _ reports: [WantedReport]) async -> CheckedFiles {
    do throws(WorkerFailure) {
      let (reply, parts) = try await run(order, job.files.map(\.bytes))
      guard case .checked(let head) = reply, let files = CheckedFiles(head, parts) else {
        throw .nonsense
      }
      return files
    } catch {
      return CheckedFiles(job, failed: error, reports: reports.count)
    }
  }

  private func run(
    _ order: Order, _ files: [[UInt8]]
  ) async throws(WorkerFailure) -> (reply: Reply, parts: [[UInt8]]) {
    guard let frame = try? Frame(order, parts: files) else { throw .nonsense }
    let worker = await borrow()
    let result = await worker.run(frame)
    giveBack(worker)
    let answer = try result.get()
    guard let reply = try? answer.decoded(Reply.self) else { throw .nonsense }
    if case .failed(let words) = reply { throw .failed(words) }
    return (reply, answer.parts)
  }

  private func borrow() async -> Worker {
    if let worker = idle.popLast() { return worker }
    return await withCheckedContinuation { waiting.append($0) }
  }

  private func giveBack(_ worker: Worker) {
    if waiting.isEmpty { idle.append(worker) } else { waiting.removeFirst().resume(returning: worker) }
  }
}
