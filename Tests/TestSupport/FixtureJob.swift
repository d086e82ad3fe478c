internal import Assessment
public import Checking
public import Foundation
internal import SchoolCalendar

/// A folder of `fixtures/protocols`, as the job that a check takes.
public struct FixtureJob: Sendable, CustomStringConvertible {
  /// Where it lies.
  public let folder: URL
  /// The job.
  public let job: CheckJob
  /// The codes that must be found, as the fixture states them.
  public let codes: [String]

  /// The folder's name.
  public var description: String { folder.lastPathComponent }

  /// The folder of all fixtures.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../fixtures").standardized

  /// The jobs of a kind, `clean` or `broken`, that need no options of the command line.
  public static func all(_ kind: String) throws -> [FixtureJob] {
    let folders = try FileManager.default.contentsOfDirectory(
      at: root.appending(path: "protocols/\(kind)"), includingPropertiesForKeys: nil)
    return try folders.sorted { $0.path() < $1.path() }.compactMap { try FixtureJob($0) }
  }

  /// The job of a folder's name.
  public static func named(_ name: String) throws -> FixtureJob {
    for kind in ["clean", "broken"] {
      let folder = root.appending(path: "protocols/\(kind)/\(name)")
      if let job = try? FixtureJob(folder) { return job }
    }
    throw CocoaError(.fileNoSuchFile)
  }

  /// The answer under the shipped regulations.
  public func run() throws -> CheckAnswer { job.run(under: try Regulations()) }

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

  private init?(_ folder: URL) throws {
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
