internal import Assessment
internal import Checking
import Glibc

/// The worker's side: takes orders from its parent until the parent is gone.
public enum WorkerProcess {
  /// Serves the socket that is the process's standard input; returns when the parent has closed it.
  ///
  /// - Parameter version: the program's, for the reports that name it.
  /// - Returns: whether there was a parent at all.
  public static func run(version: String) -> Bool {
    var info = stat()
    guard fstat(STDIN_FILENO, &info) == 0, info.st_mode & S_IFMT == S_IFSOCK else { return false }
    // The terminal's interruption is the parent's business: it ends its workers when it wants to.
    signal(SIGINT, SIG_IGN)
    leaveTheParent()
    let channel = Channel(STDIN_FILENO)
    do throws(ChannelError) {
      let first = try channel.receive(limit: WorkerLimits().jobBytes)
      guard let order = try? first.decoded(Order.self), case .begin(let limits, let files) = order,
        let regulations = try? Regulations(files).readAhead
      else { return false }
      limits.takeEffect()
      if let ready = try? Frame(Reply.ready) { try channel.send(ready) }
      while true {
        let frame = try channel.receive(limit: limits.jobBytes)
        limits.beginJob()
        var answer = reply(to: frame, Bench(regulations: regulations, version: version))
        answer.number = frame.number
        limits.endJob()
        try channel.send(answer)
      }
    } catch {
      return true
    }
  }

  /// Closes what a parent may have left open, and goes into the worker's own folder.
  private static func leaveTheParent() {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    for descriptor in STDERR_FILENO + 1..<Int32(clamping: min(limit.rlim_cur, 4096)) { close(descriptor) }
    if let folder = getenv("TMPDIR") { chdir(folder) }
  }

  private static func reply(to frame: Frame, _ bench: Bench) -> Frame {
    do {
      return try bench.work(on: frame.decoded(Order.self), frame.parts)
    } catch {
      let words = Text("рабочий процесс не понял задания", "the worker did not understand its order")
      return (try? Frame(Reply.failed(words))) ?? Frame(head: [])
    }
  }
}
