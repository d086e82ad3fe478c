internal import Assessment
internal import Glibc

/// A file of the command line; `-` is stdin.
package struct InputFile {
  /// The path as it was given.
  package let path: String
  package let bytes: [UInt8]

  /// The name without its folder, as reports print it: without words that may be a pupil's name.
  package var name: String { ShownName.of(ownName) }

  /// The name without its folder, as it is.
  package var ownName: String {
    path == "-" ? "stdin" : String(path.split(separator: "/").last ?? Substring(path))
  }

  /// More than any honest workbook; the reader's own limits are far below.
  private static let largest = 512 << 20

  package init(_ path: String) throws(Failure) {
    self.path = path
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    defer { if path != "-" { close(descriptor) } }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw Self.failure(path, errno) }
    if info.st_mode & S_IFMT == S_IFDIR { throw Self.failure(path, EISDIR) }
    func expect(_ size: Int) throws(Failure) {
      guard size > Self.largest else { return }
      throw Failure(
        .unreadable, say("Файл слишком велик: \(shown: path)", "The file is too large: \(shown: path)"))
    }
    try expect(Int(info.st_size))
    // A file lies in its array at once, and a byte more tells that it ends there; what comes from a pipe comes in pieces.
    let whole = Int(info.st_size) + 1
    var bytes = try Self.piece(descriptor, path, whole)
    while bytes.count >= whole {
      let more = try Self.piece(descriptor, path, 64 << 10)
      if more.isEmpty { break }
      try expect(bytes.count + more.count)
      bytes += more
    }
    self.bytes = bytes
  }

  /// The next bytes, up to a number of them; fewer only at the end.
  private static func piece(_ descriptor: Int32, _ path: String, _ size: Int) throws(Failure) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        guard got > 0 else { return }
        count += got
      }
    }
    guard code == 0 else { throw failure(path, code) }
    return bytes
  }

  private static func failure(_ path: String, _ code: Int32) -> Failure {
    switch code {
    case ENOENT:
      Failure(.noInput, say("Файл не найден: \(shown: path)", "There is no such file: \(shown: path)"))
    case EISDIR:
      Failure(
        .unreadable,
        say("Это папка, а не файл: \(shown: path)", "This is a folder, not a file: \(shown: path)"))
    case EACCES:
      Failure(
        .unreadable,
        say("Нет прав на чтение файла: \(shown: path)", "The file may not be read: \(shown: path)"))
    default:
      Failure(
        .unreadable,
        say(
          "Файл не читается: \(shown: path) (\(String(cString: strerror(code))))",
          "The file cannot be read: \(shown: path) (\(String(cString: strerror(code))))"))
    }
  }
}
