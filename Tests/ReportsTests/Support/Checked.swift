import Foundation
import SchoolCalendar
import Seasons
import Spreadsheet

@testable import Assessment

/// A check of made-up files, for reports to be written of.
struct Checked {
  let inspection: Inspection
  let bytes: [UInt8]

  static let header = "Код;Вариант;1;2;3;4;5.1;5.2;6.1;6.2;7;8;9.1;9.2;10;11;12;Класс;Пол;Отм."

  /// Three pupils without a mistake.
  static let clean = [
    "40051;2;1;1;2;0;1;1;0;0;1;1;0;0;2;1;1;1;ж;4", "40057;1;1;1;1;1;0;1;1;0;0;1;1;0;X;1;0;1;ж;3",
    "40062;отсутствовал;;;;;;;;;;;;;;;;;;",
  ]

  /// Two mistakes, a query, and a name that nobody may see.
  static let wrong = [
    "40051;2;1;1;7;0;1;1;0;0;1;1;0;0;2;1;1;1;ж;4;Канарейкина Пелагея;да",
    "40057;1;1;1;1;Канарейкин;0;1;1;0;0;1;1;0;X;1;0;1;ж;3;Канарейкин Фома;",
  ]

  /// Checks rows of the mathematics of grade 4, given as CSV.
  init(
    _ rows: [String], header: String = Checked.header, name: String = "4А.csv",
    explaining explanations: [Explanations.Entry] = []
  ) throws {
    try self.init(
      [0xEF, 0xBB, 0xBF] + Array(([header] + rows).joined(separator: "\r\n").utf8), name: name,
      explaining: explanations)
  }

  /// Checks a file of the same work.
  init(_ bytes: [UInt8], name: String, explaining explanations: [Explanations.Entry] = []) throws {
    self.bytes = bytes
    let seasons = Seasons()
    var request = InspectionRequest(
      sources: [Source(name: name, role: .transcription, bytes: bytes)],
      policy: try seasons.policy(id: "default") ?? DeadlinePolicy(id: "default", title: ""))
    request.work = Work(season: 2024, grade: 4, subject: "МА")
    request.table = { try? seasons.criteria(for: $0) }
    let season = try seasons.season(2024)
    request.season = { _, _, _ in season }
    request.calendar = try seasons.calendar()
    request.zones = try seasons.zones()
    request.held = CalendarDay(iso: "2024-04-15")
    request.now = Moment(rfc3339: "2024-04-16T10:00:00+08:00")
    request.explanations = Explanations(explanations)
    inspection = Inspector.inspect(request)
  }

  /// The same file with a mistake, a name column and an unknown column.
  static func spoiled() throws -> Checked {
    try Checked(wrong, header: header + ";ФИО;Примечание")
  }

  var codes: [String] { inspection.findings.map(\.code) }
}
