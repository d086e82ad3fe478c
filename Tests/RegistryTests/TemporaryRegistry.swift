import Assessment
import Foundation
import Registry
import SchoolCalendar

/// A registry in a folder of its own, gone when the test is over.
final class TemporaryRegistry {
  let folder: URL
  var path: String { folder.appending(path: "район.db").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "oko-registry-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func open() throws -> DistrictRegistry { try DistrictRegistry(path) }

  /// Whether any file of the folder holds the text.
  func holds(_ text: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).contains {
      try Data(contentsOf: $0).range(of: Data(text.utf8)) != nil
    }
  }
}

/// A moment of the season, some minutes after the first one.
func moment(_ minute: Int) -> Moment { Moment(secondsSince1970: 1_713_240_000 + minute * 60) }

let geography = Work(season: 2025, grade: 7, subject: "ГГ")

func key(_ school: String, _ work: Work = geography) -> WorkKey { WorkKey(school: school, work: work) }

func finding(_ code: String, _ fingerprint: String, _ severity: Severity = .error) -> StoredFinding {
  StoredFinding(
    fingerprint: fingerprint, code: code, severity: severity, isFolded: false, isExplained: false,
    document: "{\"code\": \"\(code)\"}")
}

func result(
  _ school: String, _ state: WorkState, files: [String] = ["aa"], findings: [StoredFinding] = []
) -> WorkResult {
  var result = WorkResult(key(school), state)
  result.submissions = files.map { Submission(digest: $0, role: "transcription") }
  result.findings = findings
  return result
}
