import Assessment
import Checking
import SchoolCalendar
import Spreadsheet

/// A work of 35 tasks for which there is no form: the largest that the seasons have seen has 30 and more columns.
enum WideWork {
  static let tasks = 35

  static let criteria =
    """
    {"season": 2024, "grade": 4, "subject": "МА", "title": "Математика", "level": "basic", "total": 70,
     "tasks": [\((1...tasks).map { "{\"id\": \"\($0)\", \"max\": 2}" }.joined(separator: ", "))],
     "source": "benchmark", "confidence": "low", "tasksBasis": "benchmark"}
    """

  static func regulations() throws -> Regulations {
    try Regulations(.init(overlay: [.init(path: "criteria/2024/4-ma.json", json: Array(criteria.utf8))]))
  }

  /// A transcription of so many pupils, as CSV; `points` tells what a pupil has for a task.
  static func transcription(pupils: Int, points: (Int, Int) -> String) -> [UInt8] {
    let head = ["Код", "Вариант"] + (1...tasks).map { "\($0) (2б)" } + ["Класс", "Пол", "Отм."]
    var lines = [head.joined(separator: ";")]
    for pupil in 0..<pupils {
      var cells = [String(40001 + pupil), String(1 + pupil % 2)]
      for task in 0..<tasks { cells.append(points(pupil, task)) }
      lines.append((cells + ["1", pupil % 2 == 0 ? "м" : "ж", String(3 + pupil % 3)]).joined(separator: ";"))
    }
    return Array("\u{FEFF}\(lines.joined(separator: "\n"))\n".utf8)
  }

  static func answer(_ transcription: [UInt8]) throws -> CheckAnswer {
    var job = CheckJob([.init(name: "протокол.csv", role: .transcription, bytes: transcription)])
    job.criteria = "2024/4-МА/basic"
    job.held = CalendarDay(iso: "2024-04-15")
    job.now = Moment(rfc3339: "2024-04-16T10:00:00+08:00")
    return job.run(under: try regulations())
  }
}

/// All rules over a protocol of 30 pupils × 35 tasks that was read once.
enum RuleRuns {
  static func run(count: Int) throws {
    let answer = try WideWork.answer(
      WideWork.transcription(pupils: 30) { pupil, task in
        String(((UInt64(pupil * 35 + task + 1) &* 0x9E37_79B9_7F4A_7C15) >> 40) % 3)
      })
    var findings = 0
    for _ in 0..<count {
      findings += Inspector.run(Phase.allCases, on: answer.inspection.examination, school: nil).count
    }
    print(answer.inspection.findings.count, findings)
  }
}

/// A protocol in which every point is wrong, inspected again and again: ten thousand findings and more.
enum FindingRuns {
  static func run(pupils: Int, count: Int) throws {
    let bytes = WideWork.transcription(pupils: pupils) { _, _ in "7" }
    var findings = 0
    for _ in 0..<count { findings += try WideWork.answer(bytes).inspection.findings.count }
    print(findings)
  }
}
