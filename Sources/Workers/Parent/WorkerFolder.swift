internal import FoundationEssentials
import Glibc

/// The temporary folder of one worker, emptied and removed when the worker is gone.
///
/// Its name holds the number of the parent: folders of parents that were killed are swept by the next one.
struct WorkerFolder: ~Copyable {
  let path: String

  private static let prefix = "oko-worker."

  private static var root: String {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return named.isEmpty ? "/tmp" : named
  }

  /// A new folder that only this user can enter.
  init() throws(WorkerFailure) {
    var template = Array("\(Self.root)/\(Self.prefix)\(getpid()).XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw .notStarted(errno) }
    path = String(cString: made)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Removes the folders of parents that are no more.
  static func sweep() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [] {
      guard name.hasPrefix(prefix),
        let parent = name.dropFirst(prefix.count).split(separator: ".").first.flatMap({ pid_t($0) }),
        kill(parent, 0) != 0, errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(atPath: "\(root)/\(name)")
    }
  }
}
