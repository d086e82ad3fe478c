import Foundation
import Testing

/// A folder of `fixtures/protocols`: the files of one work, how the program is called, and what it must say.
struct Job: Decodable, Sendable, CustomTestStringConvertible {
  struct Expectation: Decodable, Sendable {
    let exit: Int32
    let codes: [String]
    let pupils: Int?
    let cell: String?
    let participant: Int?
    let task: String?
    let header: String?
    let allow: [String]?
    let loose: Bool?
  }

  let form: String?
  let criteria: String?
  let files: [String]
  let scores: [String]
  let roster: String?
  let held: String?
  let at: String
  let flags: [String]
  let expect: Expectation

  private(set) var folder = URL(filePath: "/")

  private enum CodingKeys: String, CodingKey {
    case form, criteria, files, scores, roster, held, at, flags, expect
  }

  var testDescription: String { folder.lastPathComponent }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../fixtures")
    .standardized

  /// All jobs of a kind: `clean` or `broken`.
  static func all(_ kind: String) -> [Job] {
    let folders = try? FileManager.default.contentsOfDirectory(
      at: root.appending(path: "protocols/\(kind)"), includingPropertiesForKeys: nil)
    return (folders ?? []).sorted { $0.path() < $1.path() }.compactMap { try? Job($0) }
  }

  init(_ folder: URL) throws {
    self = try JSONDecoder().decode(Job.self, from: Data(contentsOf: folder.appending(path: "job.json")))
    self.folder = folder
  }

  /// Puts the files into a folder; the arguments that name them.
  func arguments(in program: Program) throws -> [String] {
    try program.take(filesOf: folder)
    var arguments = files + scores.flatMap { ["--scores", $0] }
    if let form {
      let source = folder.appending(path: form).standardized
      try FileManager.default.copyItem(
        at: source, to: program.folder.appending(path: source.lastPathComponent))
      arguments += ["--form", source.lastPathComponent]
    }
    if let criteria { arguments += ["--criteria", criteria] }
    if let roster { arguments += ["--roster", roster] }
    if let held { arguments += ["--held", held] }
    return arguments + ["--at", at] + flags
  }
}
