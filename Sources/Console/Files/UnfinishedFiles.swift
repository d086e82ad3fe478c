internal import Glibc
internal import Synchronization

/// The temporary files of outputs, and what a run that was killed has left of them.
enum UnfinishedFiles {
  /// The folders that this process has looked through.
  private static let swept = Mutex<Set<String>>([])

  /// The name of a temporary file for an output: that of the output, and of the process that writes.
  static func name(for path: String) -> String {
    let name = path.split(separator: "/").last ?? Substring(path)
    return ".\(name.prefix(40)).\(getpid()).part"
  }

  /// Removes from a folder, once a process, the temporary files whose processes are no more.
  static func sweep(_ folder: String) {
    guard swept.withLock({ $0.insert(folder).inserted }), let listing = opendir(folder) else { return }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard isOrphan(name) else { continue }
      var info = stat()
      let path = "\(folder)/\(name)"
      guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_uid == geteuid() else {
        continue
      }
      unlink(path)
    }
  }

  /// Whether a name is that of a temporary file whose process is gone, or is this one, which has none yet.
  private static func isOrphan(_ name: String) -> Bool {
    let words = name.split(separator: ".", omittingEmptySubsequences: false)
    guard words.count >= 4, words[0].isEmpty, words[words.count - 1] == "part",
      let process = pid_t(words[words.count - 2]), process > 0
    else { return false }
    return process == getpid() || kill(process, 0) != 0 && errno == ESRCH
  }
}
