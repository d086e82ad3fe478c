import Glibc

extension WorkerLimits {
  /// Sets what this process may use from now on.
  func takeEffect() {
    Self.set(RLIMIT_AS, memory)
    Self.set(RLIMIT_NOFILE, descriptors)
    Self.set(RLIMIT_FSIZE, fileBytes)
    // The memory of a worker holds children's results: nothing of it is ever put on disk.
    Self.set(RLIMIT_CORE, 0)
  }

  /// Starts the clocks of a job; either ends the process when it runs out.
  func beginJob() {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1
    var limit = rlimit(rlim_cur: rlim_t(used + processorSeconds), rlim_max: ~0)
    setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
    // The parent looks at the clock too; this one holds when the parent is gone.
    alarm(UInt32(clamping: seconds + 1))
  }

  /// Stops the clock.
  func endJob() { alarm(0) }

  private static func set(_ resource: __rlimit_resource, _ value: Int) {
    var limit = rlimit(rlim_cur: rlim_t(clamping: value), rlim_max: rlim_t(clamping: value))
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }
}
