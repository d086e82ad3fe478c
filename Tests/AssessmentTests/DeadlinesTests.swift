import Foundation
import SchoolCalendar
import Spreadsheet
import Testing

@testable import Assessment

/// What the examples of the DDL rules cannot show: hours and minutes, the place of the day, and silence.
struct `Rules about terms` {
  private func found(_ held: String?, _ now: String, title: [String] = []) throws -> [Finding] {
    let example = Example.plain.with {
      $0.held = held
      $0.now = now
      $0.title = title
    }
    return try ExampleInspection(example).inspection.findings.filter { $0.code.hasPrefix("DDL") }
  }

  @Test(arguments: ["2024-03-25", "2024-04-01", "2024-04-08", "2024-04-15", "2024-04-22"])
  func `say nothing of a quiet day`(held: String) throws {
    #expect(try found(held, "\(held)T18:00:00+08:00").isEmpty)
  }

  @Test(arguments: [
    ("2024-04-19T12:00:00+08:00", "11 часов 59 минут", "11 hours 59 minutes"),
    ("2024-04-19T22:58:00+08:00", "1 час 1 минута", "1 hour 1 minute"),
    ("2024-04-19T21:37:00+08:00", "2 часа 22 минуты", "2 hours 22 minutes"),
    ("2024-04-19T02:59:00+08:00", "21 час", "21 hours"),
    ("2024-04-19T23:28:00+08:00", "31 минута", "31 minutes"),
    ("2024-04-19T23:58:59+08:00", "меньше минуты", "less than a minute"),
  ])
  func `count hours and minutes with the right nouns`(now: String, ru: String, en: String) throws {
    let finding = try #require(try found("2024-04-15", now).first { $0.code == "DDL002" })
    #expect(finding.message(.ru).hasSuffix(": \(ru)."))
    #expect(finding.message(.en).hasSuffix(": \(en)."))
  }

  @Test
  func `call the second after the deadline late, and not the deadline itself`() throws {
    #expect(try found("2024-04-15", "2024-04-19T23:59:00+08:00").map(\.code) == ["DDL002"])
    #expect(try found("2024-04-15", "2024-04-19T23:59:01+08:00").map(\.code) == ["DDL001"])
  }

  @Test
  func `write days as people read them`() throws {
    let finding = try #require(try found("2024-03-19", "2024-03-20T10:00:00+08:00").first)
    #expect(finding.code == "DDL004")
    for day in ["19.03.2024", "23.03.2024", "25.03.2024"] { #expect(finding.message(.ru).contains(day)) }
    for day in ["2024-03-19", "2024-03-23", "2024-03-25"] { #expect(finding.message(.en).contains(day)) }
  }

  @Test
  func `name the cell of a day that came from the title block`() throws {
    let title = ["Протокол проверки ВПР", "Дата проведения: 14.04.2024"]
    let finding = try #require(
      try found(nil, "2024-04-15T10:00:00+08:00", title: title).first { $0.code == "DDL006" })
    #expect(finding.place.cell?.cell == CellReference(row: 1, column: 0))
    #expect(try found("2024-04-14", "2024-04-15T10:00:00+08:00").allSatisfy { $0.place.cell == nil })
  }

  @Test(arguments: ["2024-03-17", "2023-04-15", "2024-05-19", "2024-09-01"])
  func `say of a day outside the season that alone`(held: String) throws {
    #expect(try found(held, "2024-06-01T10:00:00+08:00").map(\.code) == ["DDL007"])
  }

  @Test
  func `judge a grade without a window by all windows of its season`() throws {
    func codes(_ held: String) throws -> [String] {
      var examination = Examination(sources: [], policy: try ExampleSeasons.shared.get().policy)
      examination.season = try ExampleSeasons.shared.get().season
      examination.work = Work(season: 2024, grade: 10, subject: "ИС")
      examination.held = CalendarDay(iso: held)
      return Inspector.run([.deadline], on: examination, school: nil).map(\.code)
    }
    #expect(try codes("2024-03-04").isEmpty)
    #expect(try codes("2024-02-29") == ["DDL007"])
  }

  @Test
  func `say why terms are not known although the day is`() throws {
    let seasons = try ExampleSeasons.shared.get()
    var request = InspectionRequest(
      sources: [
        Source(name: "п.xlsx", role: .transcription, bytes: ExampleWorkbook(Example.plain.table).bytes)
      ],
      policy: seasons.policy)
    request.zones = seasons.zones
    request.held = CalendarDay(iso: "2031-04-14")
    request.now = Moment(rfc3339: "2031-04-15T10:00:00+08:00")
    let finding = try #require(Inspector.inspect(request).findings.first { $0.code == "DDL008" })
    #expect(finding.message(.ru) == "Сроки не проверены: нет производственного календаря на 2031 год.")
  }

  @Test
  func `say nothing of the time left without a clock`() throws {
    let seasons = try ExampleSeasons.shared.get()
    var request = InspectionRequest(
      sources: [
        Source(name: "п.xlsx", role: .transcription, bytes: ExampleWorkbook(Example.plain.table).bytes)
      ],
      policy: seasons.policy)
    (request.calendar, request.zones) = (seasons.calendar, seasons.zones)
    request.held = CalendarDay(iso: "2024-04-15")
    #expect(Inspector.inspect(request).findings.allSatisfy { !$0.code.hasPrefix("DDL") })
  }

  @Test
  func `do not wait for points of pupils who were all absent, nor for points in the scores sheet`() throws {
    let table = "| Код | Вариант | Класс | Пол | Отм. |\n| 40001 | отсутствовал | | | |"
    let absent = Example(table).with { $0.now = "2024-04-18T12:00:00+08:00" }
    let marked = Example("| Код | Вариант | Класс | Пол | Отм. |\n| 40001 | 1 | 1 | м | 4 |").with {
      $0.now = "2024-04-18T12:00:00+08:00"
      $0.scores = ["| Код | 1 | 2 | 3.1 | 3.2 |\n| 40001 | 1 | 2 | x | 0 |"]
    }
    for example in [absent, marked] {
      #expect(try ExampleInspection(example).inspection.findings.allSatisfy { $0.code != "DDL003" })
    }
    let open = marked.with { $0.scores = [] }
    #expect(try ExampleInspection(open).inspection.findings.contains { $0.code == "DDL003" })
  }
}
