internal import Glibc

/// Keeps a second desk out of a folder: each would know nothing of what the other changes.
///
/// The lock goes with the process, whatever ends it.
final class FolderLock: Sendable {
  private let descriptor: Int32

  init(_ path: String) throws(DeskError) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .storage(path, errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw code == EWOULDBLOCK ? .inUse(path) : .storage(path, code)
    }
  }

  deinit { close(descriptor) }
}
