internal import Glibc

/// A file that appears whole or not at all: it is written beside its place, put on the disk, and only then takes its name.
///
/// One that is dropped before ``take(_:)`` leaves nothing behind; the name of the unfinished file is its owner's choice, who
/// sweeps what a killed process has left.
package struct WholeFile: ~Copyable {
  /// What the system says when it does not work: a code of `errno`.
  package struct Failure: Error, Sendable {
    /// The code.
    package let code: Int32
  }

  private let temporary: String
  private var descriptor: Int32

  /// Begins a file under a name that nothing bears.
  ///
  /// - Parameter permissions: who may read and write it, as in `0o600`.
  package init(at temporary: String, permissions: UInt32) throws(Failure) {
    self.temporary = temporary
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, permissions)
    guard descriptor >= 0 else { throw Failure(code: errno) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
  }

  /// Writes what comes next.
  package func put(_ bytes: [UInt8]) throws(Failure) { try Self.put(bytes, descriptor) }

  /// Puts the file on the disk and in its place; an older file of the name goes in the same step.
  package mutating func take(_ path: String) throws(Failure) {
    var code: Int32 = fsync(descriptor) == 0 ? 0 : errno
    // A disk that is full may say so only now.
    if close(descriptor) != 0, code == 0 { code = errno }
    descriptor = -1
    if code == 0, rename(temporary, path) != 0 { code = errno }
    guard code == 0 else {
      unlink(temporary)
      throw Failure(code: code)
    }
    try Self.sync(path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".")
  }

  /// Puts on the disk what a folder holds, where the folder may be read and its file system knows of such a thing.
  package static func sync(_ folder: String) throws(Failure) {
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else {
      if errno == EACCES { return }
      throw Failure(code: errno)
    }
    defer { close(directory) }
    guard fsync(directory) == 0 || errno == EINVAL else { throw Failure(code: errno) }
  }

  /// Writes other bytes over those of a file, so that what it held is on the disk no more.
  package static func overwrite(_ path: String, with bytes: [UInt8]) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    defer { close(descriptor) }
    try put(bytes, descriptor)
    guard fsync(descriptor) == 0 else { throw Failure(code: errno) }
  }

  private static func put(_ bytes: [UInt8], _ descriptor: Int32) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure(code: errno) }
      rest = rest.dropFirst(count)
    }
  }
}
