import Foundation

/// The files of `fixtures/`.
enum Fixtures {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../fixtures").standardized

  /// Paths below `fixtures/` of all files with one of these extensions.
  static func paths(_ extensions: Set<String>) -> [String] {
    let files = FileManager.default.enumerator(atPath: root.path())?.compactMap { $0 as? String } ?? []
    return files.filter { extensions.contains(($0 as NSString).pathExtension) }.sorted()
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }
}
