import Assessment
import Console
import Glibc

extension Checkup {
  /// The folders into which the program writes.
  static func places() -> [Line] {
    let temporary = variable("TMPDIR") ?? "/tmp"
    var lines = [
      place("folder", ".", Text("Эта папка", "This folder"), unwritable: .warning),
      place(
        "temporary", temporary, Text("Временная папка", "The folder for temporary files"), unwritable: .error),
    ]
    if let works { lines.append(own(works)) }
    return lines
  }

  /// Below this much room a pile of files may not find its place.
  private static let room = 256 << 20

  private static func place(_ id: String, _ path: String, _ name: Text, unwritable: Severity) -> Line {
    let full = realpath(path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    guard let full, access(full, W_OK | X_OK) == 0 else {
      let cause = String(cString: strerror(errno))
      return .amiss(
        id, unwritable,
        Text(
          "\(name.ru) закрыта для записи: \(full ?? path) (\(cause)).",
          "\(name.en) cannot be written to: \(full ?? path) (\(cause))."),
        id == "temporary"
          ? Text("Назовите другую: export TMPDIR=папка", "Name another: export TMPDIR=folder")
          : Text(
            "Перейдите в папку, где лежат протоколы, или назовите её после -o.",
            "Go to the folder of the protocols, or name it behind -o."))
    }
    var info = statvfs()
    let left = statvfs(full, &info) == 0 ? Int(info.f_bavail) * Int(info.f_frsize) : room
    guard left >= room else {
      return .amiss(
        id, .warning,
        Text(
          "\(name.ru): свободно \(left >> 20) МиБ: \(full).",
          "\(name.en): \(left >> 20) MiB are free: \(full)."),
        Text("Освободите место на диске.", "Free some room on the disk."))
    }
    return .good(
      id, "\(name.ru): запись есть, место есть: \(full).", "\(name.en): may be written to, has room: \(full)."
    )
  }

  /// The folder of the desk, which may hold pupils' names in people's own files.
  private static func own(_ path: String) -> Line {
    var info = stat()
    guard stat(path, &info) == 0 else {
      return .good(
        "works", "Папка стола появится при первом oko serve: \(path).",
        "The desk's folder appears with the first oko serve: \(path).")
    }
    guard info.st_uid == geteuid(), info.st_mode & 0o077 == 0 else {
      return .amiss(
        "works", .error,
        Text("Папку стола видят другие: \(path).", "Others can see the desk's folder: \(path)."),
        Text("Закройте её: chmod 700 \(path)", "Close it: chmod 700 \(path)"))
    }
    return .good(
      "works", "Папка стола закрыта от других: \(path).", "The desk's folder is closed to others: \(path).")
  }

  /// Where `oko serve` keeps its works.
  private static var works: String? {
    variable("XDG_DATA_HOME").map { $0 + "/oko" } ?? variable("HOME").map { $0 + "/.local/share/oko" }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
