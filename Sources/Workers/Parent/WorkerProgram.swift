/// The program that is started as a worker.
public struct WorkerProgram: Sendable {
  /// The path of the executable.
  public let path: String
  /// The arguments behind its name.
  public let arguments: [String]

  /// A program by its path; it must answer as `oko worker` does.
  public init(path: String, arguments: [String] = ["worker"]) {
    self.path = path
    self.arguments = arguments
  }

  /// The running program itself, even when its file was replaced since it started.
  public static let ownself = WorkerProgram(path: "/proc/self/exe")
}
