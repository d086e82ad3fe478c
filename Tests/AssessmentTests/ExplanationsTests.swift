import SchoolCalendar
import Spreadsheet
import Testing

@testable import Assessment

/// An explanation hangs on a fingerprint and on the value that was explained.
struct `An explanation` {
  private static let header = "| Код | Вариант | 1 | 2 | 3.1 | 3.2 | Класс | Пол | Отм. |\n"
  private static let brilliant = (1...5).map { "| 4000\($0) | 1 | 1 | 2 | 1 | 2 | 1 | м | 5 |" }

  private func inspect(
    _ rows: [String], name: String = "протокол.xlsx", held: String = "2024-04-15",
    _ entries: [Explanations.Entry] = []
  ) throws -> Inspection {
    let seasons = try ExampleSeasons.shared.get()
    let bytes = ExampleWorkbook(Self.header + rows.joined(separator: "\n")).bytes
    var request = InspectionRequest(
      sources: [Source(name: name, role: .transcription, bytes: bytes)], policy: seasons.policy)
    request.work = Work(season: 2024, grade: 4, subject: "МА")
    request.table = { _ in ExampleWork.fourTasks.criteria }
    request.season = { _, _, _ in seasons.season }
    (request.calendar, request.zones) = (seasons.calendar, seasons.zones)
    request.held = CalendarDay(iso: held)
    request.now = Moment(rfc3339: "\(held)T18:00:00+08:00")
    request.explanations = Explanations(entries)
    return Inspector.inspect(request)
  }

  private func entry(_ inspection: Inspection, _ text: String = "Проверено по работам.") throws
    -> Explanations.Entry
  {
    let finding = try query(in: inspection)
    let value = inspection.examination.explainedValue(of: finding)
    return .init(fingerprint: finding.fingerprint, code: finding.code, value: value, text: text)
  }

  private func query(in inspection: Inspection) throws -> Finding {
    let heavy = inspection.findings.filter { $0.severity >= .query }
    #expect(heavy.count == 1)
    return try #require(heavy.first)
  }

  @Test
  func `of a query lets the form be written`() throws {
    let before = try inspect(Self.brilliant)
    #expect(try query(in: before).code == "PLS002")
    #expect(!before.isAccepted)
    let after = try inspect(Self.brilliant, [entry(before)])
    #expect(after.isAccepted)
    #expect(after.accepted?.rows.count == 5)
    #expect(try query(in: after).explanation == "Проверено по работам.")
  }

  @Test
  func `without words explains nothing`() throws {
    let before = try inspect(Self.brilliant)
    #expect(try !inspect(Self.brilliant, [entry(before, " \u{A0}")]).isAccepted)
  }

  @Test
  func `of an error does not make it right`() throws {
    let rows = ["| 40001 | 1 | 1 | 3 | 1 | 2 | 1 | м | 5 |"]
    let before = try inspect(rows)
    #expect(try query(in: before).code == "SCR004")
    #expect(try !inspect(rows, [entry(before)]).isAccepted)
  }

  @Test
  func `expires when the value changes`() throws {
    let before = try inspect(Self.brilliant)
    let more = Self.brilliant + ["| 40006 | 2 | 1 | 2 | 1 | 2 | 1 | ж | 5 |"]
    let after = try inspect(more, [entry(before)])
    #expect(!after.isAccepted)
    let stale = try #require(after.findings.first { $0.code == "EXP002" })
    #expect(stale.severity == .query)
    #expect(stale.message(.ru) == "Пояснение к PLS002 дано до того, как данные изменились.")
    #expect(after.findings.first { $0.code == "PLS002" }?.explanation == nil)
  }

  @Test
  func `of a day off expires with the day`() throws {
    let rows = ["| 40001 | 1 | 1 | 2 | 1 | 2 | 1 | м | 5 |"]
    let before = try inspect(rows, held: "2024-04-14")
    #expect(try query(in: before).code == "DDL006")
    #expect(try inspect(rows, held: "2024-04-14", [entry(before)]).isAccepted)
    let after = try inspect(rows, held: "2024-04-21", [entry(before)])
    let stale = try #require(after.findings.first { $0.code == "EXP002" })
    #expect(stale.message(.ru).contains("«2024-04-14»") && stale.message(.ru).contains("«2024-04-21»"))
  }

  @Test
  func `whose finding is gone is reported, each by itself`() throws {
    let before = try inspect(Self.brilliant)
    let other = Explanations.Entry(
      fingerprint: "0123456789abcdef", code: "SCR007", value: nil, text: "Тема не пройдена.")
    let after = try inspect(["| 40001 | 1 | 1 | 2 | 1 | 2 | 1 | м | 5 |"], [entry(before), other])
    let unused = after.findings.filter { $0.code == "EXP001" }
    #expect(unused.count == 2)
    #expect(Set(unused.map(\.fingerprint)).count == 2)
    #expect(unused.allSatisfy { $0.severity == .warning })
    #expect(after.isAccepted)
  }

  @Test
  func `survives other rows, another order and another file name`() throws {
    let before = try inspect(Self.brilliant)
    let absent = ["| 40100 | отсутствовал | | | | | | | |"]
    let other = ["| 40200 | 1 | 1 | 0 | 1 | X | 2 | ж | 3 |"]
    let after = try inspect(absent + other + Self.brilliant, name: "4А новый.xlsx", [entry(before)])
    #expect(after.isAccepted)
    #expect(after.findings.allSatisfy { !$0.code.hasPrefix("EXP") })
  }

  @Test
  func `of one class does not cover another`() throws {
    let before = try inspect(Self.brilliant)
    let second = Self.brilliant.map {
      $0.replacing("| 4000", with: "| 4001").replacing("| 2 | 1 | м |", with: "| 2 | 2 | м |")
    }
    let after = try inspect(second + Self.brilliant, [entry(before)])
    #expect(!after.isAccepted)
    #expect(after.findings.filter { $0.code == "PLS002" }.map { $0.explanation == nil } == [true, false])
  }
}
