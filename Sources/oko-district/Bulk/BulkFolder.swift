import Assessment
import Console
import District
import Foundation
import Registry
import Spreadsheet

/// The folder that a bulk run writes: uploads, packets for the schools, the overview, and its own memory.
struct BulkFolder: Sendable {
  let path: String

  /// Where the results of a run without `--db` are remembered, so that the next one does only what has changed.
  var memory: String { "\(path)/.oko.db" }

  /// Makes the folder.
  init(_ path: String) throws(Failure) {
    self.path = path
    try Self.make(path)
  }

  static func make(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .usage("Папка не создана: \(shown: path)", "The folder could not be made: \(shown: path)")
    }
  }

  // MARK: Uploads

  /// Writes a form for the upload; an older one of the same work goes.
  func write(
    _ bytes: [UInt8], digest: String, isMade: Bool, of key: WorkKey, _ name: String
  ) throws(Failure) -> WrittenForm {
    clear(key)
    let below = "Загрузка/\(key.school)/\(key.work.short(.ru))"
    try Self.make("\(path)/\(below)")
    try OutputFile("\(path)/\(below)/\(name)", notOver: []).write(bytes)
    return WrittenForm(digest: digest, path: "\(below)/\(name)", isMade: isMade)
  }

  /// Whether a form that was written lies there still.
  func holds(_ form: WrittenForm) -> Bool {
    guard let file = try? InputFile("\(path)/\(form.path)") else { return false }
    return sha256(file.bytes) == form.digest
  }

  /// Takes away what an earlier run has written of a work: a form that does not hold any more must not be uploaded.
  func clear(_ key: WorkKey) {
    let work = key.work.short(.ru)
    for folder in ["\(path)/Загрузка/\(key.school)/\(work)", "\(path)/Школы/\(key.school)/\(work)"] {
      try? FileManager.default.removeItem(atPath: folder)
    }
    try? FileManager.default.removeIfEmpty("\(path)/Загрузка/\(key.school)")
  }

  /// Takes away everything of a school, the overview, in which it stands among the others, and letters to others that name
  /// it; the next run makes those anew.
  func forget(_ school: String) {
    let overviews = ["txt", "html", "xlsx", "json"].map { "Сводка.\($0)" }
    for name in ["Загрузка/\(school)", "Школы/\(school)"] + overviews {
      try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
    let packets = "\(path)/Школы"
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: packets)) ?? []
    where name.hasSuffix(".txt") {
      guard let bytes = FileManager.default.contents(atPath: "\(packets)/\(name)"),
        String(decoding: bytes, as: UTF8.self).contains(school)
      else { continue }
      try? FileManager.default.removeItem(atPath: "\(packets)/\(name)")
    }
  }

  // MARK: Packets

  /// Writes the copy of a school's own file with the findings in it; `number` counts those of one name.
  func writeCopy(_ bytes: [UInt8], of key: WorkKey, _ name: String, _ number: Int) {
    let folder = "\(path)/Школы/\(key.school)/\(key.work.short(.ru))"
    let parts = name.split(separator: ".")
    let base = parts.count > 1 ? parts.dropLast().joined(separator: ".") : name
    let end = number > 1 ? " (\(number))" : ""
    let kind = parts.last?.lowercased() == "xlsm" ? "xlsm" : "xlsx"
    do {
      try Self.make(folder)
      try OutputFile("\(folder)/\(base) с пометками\(end).\(kind)", notOver: []).write(bytes)
    } catch {
      if let message = error.message { Standard.error(message) }
    }
  }

  /// Writes a text of the packet of a school; empty text takes the file away.
  func writePacket(_ text: String, _ name: String, of school: String) throws(Failure) {
    let folder = "\(path)/Школы/\(school)"
    guard !text.isEmpty else {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      try? FileManager.default.removeIfEmpty(folder)
      return
    }
    try Self.make(folder)
    try OutputFile("\(folder)/\(name)", notOver: []).write(Array(text.utf8))
  }

  /// Writes a document of the overview piece by piece.
  func writePieces(
    _ name: String, _ body: (([UInt8]) throws(Failure) -> Void) throws(Failure) -> Void
  ) throws(Failure) {
    try OutputFile("\(path)/\(name)", notOver: []).writePieces(body)
  }

  /// Writes a page of the overview.
  func write(_ bytes: [UInt8], _ name: String) throws(Failure) {
    try OutputFile("\(path)/\(name)", notOver: []).write(bytes)
  }
}

extension FileManager {
  fileprivate func removeIfEmpty(_ folder: String) throws {
    if try contentsOfDirectory(atPath: folder).isEmpty { try removeItem(atPath: folder) }
  }
}
