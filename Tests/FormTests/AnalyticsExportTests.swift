import Foundation
import Spreadsheet
import Testing

@testable import Assessment
@testable import Form

@Suite struct `An export of ФИС ОКО` {
  @Test(arguments: ["4-МА", "7-ГГ", "8-АЯ"])
  func `Ф1 holds every participant as the system has him, with his cells`(work: String) throws {
    let export = try ExportFixture.read("school/\(work)/\(ExportFixture.f1)")
    guard case .individualResults(let results) = export else {
      Issue.record("it is \(export.kind)")
      return
    }
    let file = ExportFixture.root.appending(path: "school/\(work)/truth.json")
    let truth = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let wanted = try #require(truth["participants"] as? [[String: Any]])
    #expect(results.title.work.value?.season == truth["season"] as? Int)
    #expect(results.title.work.value?.subject == truth["subject"] as? String)
    #expect(results.title.maximum?.value == truth["maximum"] as? Int)
    #expect(results.tasks.map(\.criterion.maximum).reduce(0, +) == truth["maximum"] as? Int)
    #expect(results.schools.map(\.stated?.value) == [wanted.count])
    #expect(results.rows.count == wanted.count)
    for (row, pupil) in zip(results.rows, wanted) {
      #expect(row.code.value == pupil["code"] as? Int && row.schoolClass.value == pupil["class"] as? Int)
      #expect(row.score.value == pupil["score"] as? Int && row.mark.value == pupil["mark"] as? Int)
      #expect(row.journalMark.value == (pupil["journal_mark"] as? Int).map { .mark($0) } ?? PreviousMark.none)
      #expect(row.variants.map(\.value) == (pupil["variants"] as? [Int])?.map { .number($0) })
      let points = pupil["points"] as? [String: Any] ?? [:]
      for (task, entry) in zip(results.tasks, row.points) {
        let word = points[task.criterion.id.description].map { "\($0)" }
        #expect(entry.value?.word == word && entry.cell.row == row.code.cell.row)
        #expect(task.header.cell.column == entry.cell.column)
      }
    }
  }

  @Test func `Ф1 of a municipality keeps its schools apart`() throws {
    let export = try ExportFixture.read("district/\(ExportFixture.f1)")
    guard case .individualResults(let results) = export else { return }
    #expect(results.schools.map(\.login) == ["edu990001", "edu990002"])
    for (place, school) in results.schools.enumerated() {
      #expect(results.rows.count { $0.school == place } == school.stated?.value)
    }
  }

  @Test func `Ф3 and the comparison with the journal tell their groups by their logins`() throws {
    let groups: [ExportGroup]
    switch try ExportFixture.read("school/4-МА/\(ExportFixture.f3)") {
    case .markStatistics(let statistics):
      groups = statistics.rows.map(\.group)
      for row in statistics.rows {
        let sum = row.shares.compactMap(\.value).reduce(0, +)
        #expect(row.shares.count == 4 && abs(sum - 100) < 0.05)
      }
    case let other: throw ExportError.otherExport(other.kind)
    }
    #expect(groups.map(\.kind) == [.sample, .region, .municipality, .school])
    #expect(groups.map(\.login) == [nil, nil, "reg99_m001", "edu990001"])
    guard
      case .journalComparison(let comparison) = try ExportFixture.read(
        "school/4-МА/\(ExportFixture.journal)")
    else { throw ExportError.notAnExport }
    #expect(comparison.rows.map(\.group.kind) == groups.map(\.kind))
    for row in comparison.rows {
      let counts = [row.lowered, row.confirmed, row.raised].compactMap(\.count?.value)
      let shares = [row.lowered, row.confirmed, row.raised].compactMap(\.percent?.value)
      #expect(counts.count == 3 && counts.reduce(0, +) == row.participants.value)
      #expect(shares.count == 3 && abs(shares.reduce(0, +) - 100) < 0.05)
    }
  }

  @Test func `is found by its header texts, wherever the header stands`() throws {
    let moved = ExportTable.results.changed { rows in
      rows.insert([.text("Скачано 20.05.2024")], at: 1)
      rows.insert([], at: 0)
      for row in rows.indices where !rows[row].isEmpty { rows[row].insert(.empty, at: 0) }
    }
    guard case .individualResults(let here) = try ExportTable.results.read(),
      case .individualResults(let there) = try moved.read()
    else { throw ExportError.notAnExport }
    #expect(here.rows[0].code.cell.description == "D10" && there.rows[0].code.cell.description == "E12")
    #expect(here.rows.map(\.code.value) == there.rows.map(\.code.value))
    #expect(here.rows[1].points.map(\.value) == [.notAttempted, Points(1)])
    #expect(here.tasks.map(\.difficulty) == ["Б", ""])
  }

  @Test func `keeps absent pupils and remarks apart from results`() throws {
    let table = ExportTable.results.changed { rows in
      rows.append([.text("edu000001"), .text("Район"), .text("Школа"), 40003, 1, .text("отсутствовал")])
      rows.append([])
      rows.append([.text("Выгрузка сформирована автоматически")])
    }
    guard case .individualResults(let results) = try table.read() else { throw ExportError.notAnExport }
    #expect(results.rows.map(\.isAbsent) == [false, false, true])
    #expect(results.rows[2].points.allSatisfy(\.isBlank) && results.rows[2].score.isBlank)
  }

  @Test func `takes shares as numbers and as text`() throws {
    guard case .markStatistics(let statistics) = try ExportTable.statistics.read() else {
      throw ExportError.notAnExport
    }
    #expect(statistics.rows[0].shares.map(\.value) == [2.5, 47.5, 25, 25])
    #expect(statistics.rows[0].schools == nil && statistics.rows[0].group.login == "edu000001")
  }

  @Test func `is refused when it is none, or not whole`() throws {
    func refusal(_ change: (inout [[CellValue]]) -> Void) -> ExportError? {
      do throws(ExportError) {
        _ = try ExportTable.results.changed(change).read()
        return nil
      } catch { return error }
    }
    #expect(refusal { $0.removeFirst(8) } == .notAnExport)
    #expect(refusal { $0[2] = [.text("Отчёт")] } == .titleMissing)
    #expect(
      refusal { $0[3][1] = .text("Русский язык") }
        == .titleContradicts(cell: CellReference(row: 3, column: 1)))
    #expect(refusal { $0[7][9] = .text("Оценка") } == .columnMissing("Отметка"))
    #expect(refusal { $0[7][7] = .text("1 (1б)") } == .columnTwice(cell: CellReference(row: 7, column: 7)))
    #expect(refusal { $0[9][3] = .text("Канарейкин") } == .damaged(cell: CellReference(row: 9, column: 3)))
    #expect(refusal { $0[9][3] = .empty } == .damaged(cell: CellReference(row: 9, column: 3)))
    #expect(refusal { $0.removeLast(2) } == .empty)
    #expect(throws: ExportError.self) { try AnalyticsExport(Array("не книга".utf8)) }
    let lost = ExportTable.statistics.changed { $0[4][3] = .text("много") }
    #expect(throws: ExportError.damaged(cell: CellReference(row: 4, column: 3))) { try lost.read() }
  }

  @Test func `is told from another one that was asked for`() throws {
    let bytes = PlainTable(name: "Лист1", rows: ExportTable.statistics.rows).ods
    #expect(throws: ExportError.otherExport(.markStatistics)) {
      try IndividualResults(Workbook(reading: bytes))
    }
  }
}
