import Foundation

/// The built program, run as a user runs it: in a folder of its own, with its answers.
struct Program {
  /// What a run gave back.
  struct Answer {
    let exit: Int32
    let out: String
    let error: String

    /// The one JSON document on stdout.
    func json() throws -> [String: Any] {
      let value = try JSONSerialization.jsonObject(with: Data(out.utf8))
      guard let object = value as? [String: Any] else { throw CocoaError(.propertyListReadCorrupt) }
      return object
    }
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "oko-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Copies the files of a folder into this one.
  func take(filesOf source: URL) throws {
    for file in try FileManager.default.contentsOfDirectory(at: source, includingPropertiesForKeys: nil) {
      try FileManager.default.copyItem(at: file, to: folder.appending(path: file.lastPathComponent))
    }
  }

  /// What a program is told that was built in a special way: sanitized (`Tests/Long`), or counting its lines.
  ///
  /// All runs of a program count in one file; without a place for it, each would leave one in the test's folder.
  static let inherited = ProcessInfo.processInfo.environment.filter { name, _ in
    ["LSAN_OPTIONS", "TSAN_OPTIONS", "LLVM_PROFILE_FILE"].contains(name)
  }.mapValues { $0.replacing("%p", with: "programs") }

  func run(_ arguments: String...) throws -> Answer { try run(arguments) }

  func run(_ arguments: [String]) throws -> Answer {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = Self.inherited.merging(
      ["LC_ALL": "C.UTF-8", "NO_COLOR": "1", "TMPDIR": folder.path()]) { $1 }
    // Pipes hold 64 kB only; answers go through files, which hold any length.
    let out = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let error = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    for file in [out, error] { try Data().write(to: file) }
    defer { for file in [out, error] { try? FileManager.default.removeItem(at: file) } }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: error)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Answer(
      exit: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      out: try String(contentsOf: out, encoding: .utf8), error: try String(contentsOf: error, encoding: .utf8)
    )
  }

  /// The names and bytes of the files in the folder.
  func files() throws -> [String: Data] {
    let found = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try Dictionary(
      uniqueKeysWithValues: found.map { ($0.lastPathComponent, try Data(contentsOf: $0)) })
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The program lies beside the test bundle.
  private static var executable: URL {
    let tests = URL(
      filePath: CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0])
    return tests.deletingLastPathComponent().appending(path: "oko")
  }
}
