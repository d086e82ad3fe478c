internal import Assessment
internal import Glibc
internal import WholeFiles

/// A file that is written whole or not at all: temporary file beside it, fsync, rename, fsync of the folder.
package struct OutputFile {
  /// The path as it was given; `-` is stdout.
  package let path: String

  /// - Throws: a usage failure when the output is one of the inputs, or lies in no folder.
  package init(_ path: String, notOver inputs: [String]) throws(Failure) {
    self.path = path
    if path != "-" { UnfinishedFiles.sweep(folder) }
    guard path != "-", let own = Self.identity(path) else { return }
    for input in inputs where input != "-" {
      if let other = Self.identity(input), other == own {
        throw .usage(
          "Выходной файл совпадает с исходным: \(shown: path). Укажите другое имя.",
          "The output is one of the inputs: \(shown: path). Give another name.")
      }
    }
  }

  /// The folder in which the file will lie.
  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private struct Identity: Equatable {
    let device: dev_t
    let number: ino_t
  }

  private static func identity(_ path: String) -> Identity? {
    var info = stat()
    return stat(path, &info) == 0 ? Identity(device: info.st_dev, number: info.st_ino) : nil
  }

  /// Whether a file stands there, and no folder or device.
  private var isFile: Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
  }

  /// Writes the bytes; an older file of that name is replaced in one step, or stays as it was.
  package func write(_ bytes: [UInt8]) throws(Failure) {
    guard path != "-" else { return Standard.write(bytes, to: STDOUT_FILENO) }
    try writePieces { put throws(Failure) in try put(bytes) }
  }

  /// Writes a file that takes the place of one of its kind, and of nothing else: a slip of the hand names a transcription.
  ///
  /// - Throws: a usage failure where a file of another kind stands; what stands in the way of reading it.
  package func write(_ bytes: [UInt8], over isOfItsKind: (_ old: [UInt8]) -> Bool) throws(Failure) {
    if path != "-", isFile {
      let old = try InputFile(path).bytes
      guard old.isEmpty || isOfItsKind(old) else {
        throw .usage(
          "Под этим именем лежит другой файл, не заменён: \(shown: path). Укажите другое имя.",
          "Another file has this name and was not replaced: \(shown: path). Give another name.")
      }
    }
    try write(bytes)
  }

  /// Writes a sheet that people will fill: what stands there already may have been filled, and is not replaced.
  ///
  /// - Throws: a usage failure where another file stands; the same bytes are no other file.
  package func writeNew(_ bytes: [UInt8]) throws(Failure) {
    guard path != "-", Self.identity(path) != nil else { return try write(bytes) }
    guard let old = try? InputFile(path).bytes, old == bytes else {
      throw .usage(
        "Такой файл уже есть, и пустой лист его не заменит: \(shown: path). Укажите другое имя или уберите старый файл.",
        "There is another file of this name, and an empty sheet does not replace it: \(shown: path). Give another name, or put the old file away."
      )
    }
  }

  /// Writes what comes in pieces, whole or not at all; not for stdout.
  package func writePieces(
    _ body: ((_ bytes: [UInt8]) throws(Failure) -> Void) throws(Failure) -> Void
  ) throws(Failure) {
    // An interruption waits until the file is there, or is not.
    let signals = HeldSignals()
    defer { signals.release() }
    var file: WholeFile
    do throws(WholeFile.Failure) {
      file = try WholeFile(at: "\(folder)/" + UnfinishedFiles.name(for: path), permissions: 0o644)
    } catch { throw failure(error.code) }
    try body { bytes throws(Failure) in
      do throws(WholeFile.Failure) { try file.put(bytes) } catch { throw failure(error.code) }
    }
    do throws(WholeFile.Failure) { try file.take(path) } catch { throw failure(error.code) }
  }

  private func failure(_ code: Int32) -> Failure {
    switch code {
    case ENOSPC, EDQUOT:
      Failure(
        .ownFailure,
        say(
          "На диске нет места, файл не записан: \(shown: path)",
          "The disk is full, nothing was written: \(shown: path)"))
    case ENOENT: .usage("Нет такой папки: \(shown: path)", "There is no such folder: \(shown: path)")
    case EACCES, EROFS, EPERM:
      .usage("Нет прав на запись: \(shown: path)", "Nothing may be written there: \(shown: path)")
    case EISDIR:
      .usage("Это папка, а не файл: \(shown: path)", "This is a folder, not a file: \(shown: path)")
    default:
      Failure(
        .ownFailure,
        say(
          "Файл не записан: \(shown: path) (\(String(cString: strerror(code))))",
          "The file was not written: \(shown: path) (\(String(cString: strerror(code))))"))
    }
  }
}
