import Glibc

/// A worker process that runs, with the channel to it; killed and reaped when it goes.
struct Child: ~Copyable {
  private let process: pid_t
  private let folder: WorkerFolder
  private let channel: Channel
  private let limits: WorkerLimits
  private var isReaped = false
  private var jobs = 0

  private init(
    process: pid_t, folder: consuming WorkerFolder, channel: consuming Channel, limits: WorkerLimits
  ) {
    self.process = process
    self.folder = folder
    self.channel = channel
    self.limits = limits
  }

  /// Starts a worker and waits until it has taken its first order.
  static func started(
    _ program: WorkerProgram, _ limits: WorkerLimits, begin: Frame
  ) throws(WorkerFailure) -> Child {
    let folder = try WorkerFolder()
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw .notStarted(errno)
    }
    let channel = Channel(ends[0])
    let theirs = Channel(ends[1])
    let process = try spawn(program, in: folder.path, connectedTo: ends[1])
    _ = consume theirs
    var child = Child(process: process, folder: folder, channel: channel, limits: limits)
    let reply = try child.exchange(begin)
    guard case .ready = try? reply.decoded(Reply.self) else { throw .nonsense }
    return child
  }

  /// Whether the process still runs; one that is gone is reaped.
  ///
  /// A worker may have been ended between two jobs, by somebody's `kill` or for want of memory in the system: that is no
  /// fault of the next job.
  mutating func isRunning() -> Bool {
    guard !isReaped else { return false }
    var status: Int32 = 0
    isReaped = waitpid(process, &status, WNOHANG) != 0
    return !isReaped
  }

  deinit {
    guard !isReaped else { return }
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// Sends an order and waits for the reply.
  ///
  /// - Throws: what became of the worker; it must not be used again.
  mutating func exchange(_ order: Frame) throws(WorkerFailure) -> Frame {
    guard order.count <= limits.jobBytes else { throw .tooLarge(bytes: limits.jobBytes) }
    let end = ContinuousClock.now + .seconds(limits.seconds)
    var order = order
    order.number = jobs
    jobs += 1
    let reply: Frame
    do throws(ChannelError) {
      try channel.send(order, until: end)
      reply = try channel.receive(limit: limits.answerBytes, until: end)
    } catch {
      throw failure(after: error)
    }
    guard reply.number == order.number else { throw .nonsense }
    return reply
  }

  private mutating func failure(after error: ChannelError) -> WorkerFailure {
    switch error {
    case .late:
      reap(killing: true)
      return .late(seconds: limits.seconds)
    case .tooLarge:
      reap(killing: true)
      return .tooLarge(bytes: limits.answerBytes)
    case .closed:
      let status = reap(killing: false)
      let signal = status & 0x7F
      if signal == SIGXCPU { return .processorTime(seconds: limits.processorSeconds) }
      if signal == SIGALRM { return .late(seconds: limits.seconds) }
      return signal != 0 ? .crashed(signal: signal) : .ended(code: (status >> 8) & 0xFF)
    }
  }

  /// Waits for the end of the process, a moment at the most when it is not to be killed at once; its status.
  @discardableResult private mutating func reap(killing: Bool) -> Int32 {
    var status: Int32 = 0
    isReaped = true
    if !killing {
      for _ in 0..<50 {
        if waitpid(process, &status, WNOHANG) == process { return status }
        usleep(10_000)
      }
    }
    kill(process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }

  // MARK: Starting

  /// Starts the program with nothing of ours but the socket: no environment, no handler of signals.
  private static func spawn(
    _ program: WorkerProgram, in folder: String, connectedTo socket: Int32
  ) throws(WorkerFailure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    // What a trap says on stderr may hold what stood in the file.
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let environment = ["LC_ALL=C.UTF-8", "TZ=UTC0", "TMPDIR=\(folder)", "SWIFT_BACKTRACE=enable=no"]
    let lists = [["oko"] + program.arguments, environment].map { strings in
      // What C calls a list of strings: pointers with a null behind the last.
      strings.map { strdup($0) } + [nil]
    }
    defer { for string in lists.joined() { free(string) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, program.path, &actions, &attributes, lists[0], lists[1])
    guard code == 0 else { throw .notStarted(code) }
    return process
  }
}
