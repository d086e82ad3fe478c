import SchoolCalendar
import Spreadsheet

@testable import Assessment

/// Two transcriptions of the example work, compared as `oko compare` compares them.
struct KeyedTwice {
  let inspection: Inspection

  var keyings: KeyingComparison? { inspection.examination.keyings }
  /// The findings at query or above that stand for themselves, as `code cell`.
  var found: [String] {
    inspection.findings.filter { $0.severity >= .query && $0.cause == nil }.map {
      "\($0.code) \($0.place.cell?.cell.description ?? "")"
    }
  }

  init(_ first: String, _ second: String, title: [String] = [], _ criteria: Criteria? = nil) {
    let names = ["первый.xlsx", "второй.xlsx"]
    let sources = zip(names, [first, second]).map { name, table in
      Source(name: name, role: .transcription, bytes: ExampleWorkbook(table, title: title).bytes)
    }
    var request = InspectionRequest(sources: sources, policy: .init(id: "default", title: ""))
    request.purpose = .comparison
    request.work = criteria?.work
    request.table = { $0 == criteria?.work ? criteria : nil }
    inspection = Inspector.inspect(request)
  }

  static let header = "| Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |\n"
  static let rows = [
    "| 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |", "| 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |",
    "| 40003 | отсутствовал | | | | | | | |", "| 40004 | 1 | 0 | 0 | 0 | 1 | 2 | ж | нет отметки |",
  ]
  static let table = header + rows.joined(separator: "\n")

  /// The table with some rows written otherwise.
  static func table(_ changes: [Int: String]) -> String {
    header
      + rows.indices.compactMap { changes[$0] ?? rows[$0] }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
