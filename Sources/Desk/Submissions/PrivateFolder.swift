internal import Glibc
internal import WholeFiles

/// A folder that only its owner reads (W4): files appear whole or not at all, and are on the disk when a call returns.
struct PrivateFolder: Sendable {
  let path: String

  /// Opens the folder; makes it when it is not there.
  init(_ path: String) throws(DeskError) {
    self.path = path
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .storage(path, errno) }
    guard chmod(path, 0o700) == 0 else { throw .storage(path, errno) }
  }

  /// A folder in this one.
  func folder(_ name: String) throws(DeskError) -> PrivateFolder { try PrivateFolder("\(path)/\(name)") }

  /// The names in the folder, in order.
  func names() throws(DeskError) -> [String] {
    guard let stream = opendir(path) else { throw .storage(path, errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of a file; `nil` when there is none of that name.
  func read(_ name: String) throws(DeskError) -> [UInt8]? {
    let descriptor = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .storage(name, errno)
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw .storage(name, errno) }
    var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .storage(name, count < 0 ? errno : EIO) }
      filled += count
    }
    return bytes
  }

  /// Puts a file there, in the place of an older one of its name.
  func write(_ bytes: [UInt8], as name: String) throws(DeskError) {
    let temporary = "\(path)/.\(name).part"
    unlink(temporary)
    try storing(name) { () throws(WholeFile.Failure) in
      var file = try WholeFile(at: temporary, permissions: 0o600)
      try file.put(bytes)
      try file.take("\(path)/\(name)")
    }
  }

  private func storing(
    _ name: String, _ body: () throws(WholeFile.Failure) -> Void
  ) throws(DeskError) {
    do throws(WholeFile.Failure) { try body() } catch { throw .storage(name, error.code) }
  }

  /// Takes a file away; one that is not there is as good as taken.
  func remove(_ name: String) throws(DeskError) {
    guard unlink("\(path)/\(name)") == 0 || errno == ENOENT else { throw .storage(name, errno) }
  }

  private func holdsFolder(_ name: String) -> Bool {
    var info = stat()
    return lstat("\(path)/\(name)", &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Takes away a folder in this one with all that is in it; what they held is overwritten first (W13).
  func removeFolder(_ name: String) throws(DeskError) {
    let inner = try folder(name)
    for file in try inner.names() {
      if inner.holdsFolder(file) {
        try inner.removeFolder(file)
        continue
      }
      if let bytes = try inner.read(file) {
        try storing(file) { () throws(WholeFile.Failure) in
          try WholeFile.overwrite("\(inner.path)/\(file)", with: [UInt8](repeating: 0, count: bytes.count))
        }
      }
      try inner.remove(file)
    }
    guard rmdir(inner.path) == 0 else { throw .storage(name, errno) }
    try sync()
  }

  /// Takes away what interrupted writing has left.
  func sweep() throws(DeskError) {
    for name in try names() where name.hasPrefix(".") && name.hasSuffix(".part") { try remove(name) }
  }

  private func sync() throws(DeskError) {
    try storing(path) { () throws(WholeFile.Failure) in try WholeFile.sync(path) }
  }
}
