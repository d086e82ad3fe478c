import Assessment
import Checking
import Foundation
import SchoolCalendar
import Testing

/// A folder of `fixtures/protocols`, as the job that a check takes.
struct FixtureJob: CustomTestStringConvertible {
  let folder: URL
  let job: CheckJob
  /// The codes that must be found, as the fixture states them.
  let codes: [String]

  var testDescription: String { folder.lastPathComponent }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../fixtures").standardized

  /// The jobs of a kind, `clean` or `broken`, that need no options of the command line.
  static func all(_ kind: String) throws -> [FixtureJob] {
    let folders = try FileManager.default.contentsOfDirectory(
      at: root.appending(path: "protocols/\(kind)"), includingPropertiesForKeys: nil)
    return try folders.sorted { $0.path() < $1.path() }.compactMap { try FixtureJob($0) }
  }

  static func named(_ name: String) throws -> FixtureJob {
    try #require(try (all("clean") + all("broken")).first { $0.testDescription == name })
  }

  /// The answer under the shipped regulations.
  func run() throws -> CheckAnswer { job.run(under: try Regulations()) }

  private struct Stated: Decodable {
    struct Expectation: Decodable { let codes: [String] }
    let form: String?
    let criteria: String?
    let files: [String]
    let scores: [String]
    let roster: String?
    let held: String?
    let at: String
    let flags: [String]
    let expect: Expectation
  }

  init?(_ folder: URL) throws {
    let stated = try JSONDecoder().decode(
      Stated.self, from: Data(contentsOf: folder.appending(path: "job.json")))
    guard stated.flags.isEmpty else { return nil }
    self.folder = folder
    codes = stated.expect.codes
    var job = CheckJob()
    func add(_ path: String, _ role: Source.Role) throws {
      let url = folder.appending(path: path).standardized
      job.files.append(
        CheckJob.File(
          name: url.lastPathComponent, role: role, bytes: Array(try Data(contentsOf: url))))
    }
    for path in stated.files { try add(path, .transcription) }
    for path in stated.scores { try add(path, .scores) }
    if let path = stated.form { try add(path, .form) }
    if let path = stated.roster { try add(path, .roster) }
    job.criteria = stated.criteria
    job.held = stated.held.flatMap { CalendarDay(iso: $0) }
    job.now = Moment(rfc3339: stated.at)
    self.job = job
  }
}
