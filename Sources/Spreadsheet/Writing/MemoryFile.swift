internal import Glibc

/// A file that exists in memory only and has a path all the same, for libraries that write nowhere else.
///
/// It is POSIX shared memory whose name is taken away at once; Swift does not see `memfd_create`, which glibc hides.
struct MemoryFile: ~Copyable {
  private let descriptor: Int32

  /// An empty file, for this user only.
  init() throws(SpreadsheetError) {
    var descriptor: Int32 = -1
    for _ in 0..<8 where descriptor < 0 {
      let name = "/oko-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
      descriptor = unsafe shm_open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 { unsafe shm_unlink(name) }
    }
    guard descriptor >= 0 else { throw SpreadsheetError(.cannotWrite) }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The path under which this process can open it.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// What stands in it.
  func bytes() throws(SpreadsheetError) -> [UInt8] {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0 else { throw SpreadsheetError(.cannotWrite) }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = unsafe pread(descriptor, buffer.baseAddress?.advanced(by: count), size - count, count)
        guard got > 0 else { return }
        count += got
      }
    }
    guard bytes.count == size else { throw SpreadsheetError(.cannotWrite) }
    return bytes
  }
}
