import Dispatch

/// One worker as long as it lives, and the next one after it: a job at a time, on a thread that may wait.
actor Worker {
  private let queue = WaitingQueue()
  private let program: WorkerProgram
  private let limits: WorkerLimits
  private let begin: Frame
  private var child: Child?

  nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

  init(_ program: WorkerProgram, _ limits: WorkerLimits, begin: Frame) {
    self.program = program
    self.limits = limits
    self.begin = begin
  }

  /// Runs an order; after a failure the next one gets a new process.
  func run(_ order: Frame) -> Result<Frame, WorkerFailure> {
    do throws(WorkerFailure) {
      if child?.isRunning() != true { child = try Child.started(program, limits, begin: begin) }
      guard let reply = try child?.exchange(order) else { return .failure(.ended(code: 0)) }
      return .success(reply)
    } catch {
      child = nil
      return .failure(error)
    }
  }

  /// Ends the process, if one runs.
  func end() { child = nil }
}

/// A queue of its own for each worker: waiting for a process must not hold a thread of the shared pool, of which there
/// are as many as cores.
private final class WaitingQueue: SerialExecutor {
  private let queue = DispatchQueue(label: "oko.worker")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
