import Foundation

extension Program {
  /// Runs a line of the shell in the folder, with the program as `oko`; what it says on stdout and stderr.
  func shell(_ line: String) throws -> Answer {
    let tests = URL(
      filePath: CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0])
    let oko = tests.deletingLastPathComponent().appending(path: "oko").path()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "oko() { \"$OKO\" \"$@\"; }\n( \(line) ) > .out 2> .error < /dev/null"]
    process.currentDirectoryURL = folder
    process.environment = Self.inherited.merging(
      ["LC_ALL": "C.UTF-8", "NO_COLOR": "1", "OKO": oko, "PATH": "/usr/bin:/bin"]) { $1 }
    try process.run()
    process.waitUntilExit()
    let texts = try [".out", ".error"].map { name in
      let file = folder.appending(path: name)
      defer { try? FileManager.default.removeItem(at: file) }
      return try String(contentsOf: file, encoding: .utf8)
    }
    return Answer(exit: process.terminationStatus, out: texts[0], error: texts[1])
  }

  /// Writes a file below the folder.
  func put(_ bytes: [UInt8], _ path: String) throws {
    let place = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
  }

  /// The paths of all files in and below the folder.
  func paths() -> Set<String> {
    let all = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
    return Set(all)
  }

  /// The names of the files in the folder.
  func names() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.path()))
  }
}
