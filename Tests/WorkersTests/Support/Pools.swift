import Checking
import Foundation
import Workers

extension WorkerProgram {
  /// The built program, which lies beside the test bundle.
  static var built: WorkerProgram { WorkerProgram(path: okoPath) }

  static var okoPath: String {
    let tests = URL(
      filePath: CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0])
    return tests.deletingLastPathComponent().appending(path: "oko").path()
  }

  /// A script in the place of a worker; its standard input is the socket, and `$OKO` the real program.
  static func script(_ text: String) -> WorkerProgram {
    WorkerProgram(path: "/bin/sh", arguments: ["-c", "OKO='\(okoPath)'\n" + text])
  }

  /// The real program under another name, to tell its processes from those of other tests.
  static func named(_ name: String) -> WorkerProgram {
    WorkerProgram(path: "/bin/bash", arguments: ["-c", "exec -a \(name) '\(okoPath)' worker"])
  }

  /// The reply of a worker that has begun, as a script says it.
  static let ready = #"printf '\0\0\0\0\0\0\0\0\014\0\0\0{"ready":{}}' >&0;"#
}

extension WorkerPool {
  /// A pool of a program with changed limits.
  static func of(
    _ program: WorkerProgram = .built, count: Int = 1, _ change: (inout WorkerLimits) -> Void = { _ in }
  ) throws -> WorkerPool {
    var limits = WorkerLimits()
    change(&limits)
    return try WorkerPool(count: count, under: Regulations(), limits: limits, program: program)
  }
}

/// The processes that this test run has started and that run still, with their arguments.
func children() throws -> [(process: pid_t, command: String)] {
  let own = getpid()
  return try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { name in
    guard let process = pid_t(name),
      let status = try? String(contentsOfFile: "/proc/\(name)/stat", encoding: .utf8),
      let fields = status.split(separator: ")").last?.split(separator: " "), pid_t(fields[1]) == own
    else { return nil }
    let command = (try? String(contentsOfFile: "/proc/\(name)/cmdline", encoding: .utf8)) ?? ""
    return (process, command.replacingOccurrences(of: "\0", with: " "))
  }
}

/// The place for temporary files.
let temporary = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"

/// The worker folders of this test run.
func workerFolders() -> [String] {
  ((try? FileManager.default.contentsOfDirectory(atPath: temporary)) ?? [])
    .filter { $0.hasPrefix("oko-worker.\(getpid()).") }.map { "\(temporary)/\($0)" }
}
