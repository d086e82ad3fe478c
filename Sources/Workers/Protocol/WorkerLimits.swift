/// What a worker may use; a job that passes a limit ends the worker, and never the program.
public struct WorkerLimits: Sendable, Hashable, Codable {
  /// Address space in bytes.
  public var memory = 512 << 20
  /// Processor time of a job in seconds.
  public var processorSeconds = 5
  /// Time of a job by the clock in seconds.
  public var seconds = 10
  /// Open files.
  public var descriptors = 32
  /// Bytes of a written file, in memory or on disk.
  public var fileBytes = 64 << 20
  /// Bytes of a job with its files, on the way to the worker.
  public var jobBytes = 64 << 20
  /// Bytes of an answer with its reports.
  public var answerBytes = 64 << 20

  /// The limits of a worker for files from outside.
  public init() {}
}
