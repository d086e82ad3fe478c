import Console
import Foundation
import Glibc

/// The temporary folder of one run, for what is unpacked; removed with all that is in it when the run is over.
///
/// Its name holds the number of the process: folders of runs that were killed are swept by the next one.
struct RunFolder: ~Copyable {
  let path: String

  private static let prefix = "oko-bulk."

  private static var root: String {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return named.isEmpty ? "/tmp" : named
  }

  /// A new folder that only this user can enter.
  init() throws(Failure) {
    Self.sweep()
    var template = Array("\(Self.root)/\(Self.prefix)\(getpid()).XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw Failure(
        .ownFailure,
        say("Временная папка не создана: \(Self.root)", "No temporary folder could be made: \(Self.root)"))
    }
    path = String(cString: made)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private static func sweep() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [] {
      guard name.hasPrefix(prefix),
        let owner = name.dropFirst(prefix.count).split(separator: ".").first.flatMap({ pid_t($0) }),
        kill(owner, 0) != 0, errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(atPath: "\(root)/\(name)")
    }
  }

  /// Writes an unpacked file; it need not outlive the run.
  func write(_ bytes: [UInt8], to place: String) -> Bool {
    FileManager.default.createFile(
      atPath: place, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
  }
}
