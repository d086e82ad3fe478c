import Glibc

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

  /// `oko` in the folder of the running program, which may be `oko` itself or one of those beside it.
  public static var oko: WorkerProgram {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    let own = String(decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = own.lastIndex(of: "/").map { String(own[..<$0]) } ?? "."
    return WorkerProgram(path: folder + "/oko")
  }
}
