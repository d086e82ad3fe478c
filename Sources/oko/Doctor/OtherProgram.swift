import Console
import Glibc

/// A program beside this one, asked a question and waited for.
struct OtherProgram {
  /// What it said, and how it ended.
  struct Answer {
    /// The exit code; `nil` when a signal ended it.
    let exit: Int32?
    /// What it wrote on stdout and stderr, up to 64 KiB.
    let text: String
  }

  let path: String

  /// A program in the folder of this one.
  init(beside name: String) {
    path = HandOver.folder + name
  }

  /// Runs it to its end.
  ///
  /// - Throws: the code of the system when it cannot be started.
  func answer(to words: [String]) throws(Errno) -> Answer {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Errno(code: errno) }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
    for end in ends { posix_spawn_file_actions_addclose(&actions, end) }
    let list = ([path] + words).map { strdup($0) } + [nil]
    defer { for word in list { free(word) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, nil, list, environ)
    close(ends[1])
    guard code == 0 else { throw Errno(code: code) }
    let text = Self.text(from: ends[0])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Answer(exit: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil, text: text)
  }

  /// A code of the system.
  struct Errno: Error {
    let code: Int32
    var words: String { String(cString: strerror(code)) }
  }

  private static func text(from descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      // What comes behind is read, so that the program can end, and not kept.
      if bytes.count < 64 << 10 { bytes += chunk[..<count] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
