import Glibc

/// The bytes of a file; ends the process where there is none.
func contents(of path: String) -> [UInt8] {
  let descriptor = open(path, O_RDONLY)
  var info = stat()
  guard descriptor >= 0, fstat(descriptor, &info) == 0 else {
    print("unreadable: \(path)")
    exit(1)
  }
  defer { close(descriptor) }
  let size = Int(info.st_size)
  return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    count = max(0, read(descriptor, buffer.baseAddress, size))
  }
}

/// The name of a path without its folder.
func name(of path: String) -> String { String(path.split(separator: "/").last ?? "") }

/// Puts bytes into a file.
func write(_ bytes: [UInt8], to path: String) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  defer { close(descriptor) }
  guard write(descriptor, bytes, bytes.count) == bytes.count else {
    print("not written: \(path)")
    exit(1)
  }
}
