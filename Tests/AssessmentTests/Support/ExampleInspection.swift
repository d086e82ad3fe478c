import Form
import Foundation
import SchoolCalendar
import Spreadsheet

@testable import Assessment

/// Runs one example of a rule as a check of real files.
struct ExampleInspection {
  let inspection: Inspection
  let marked: [CellReference]

  init(_ example: Example, change: (inout InspectionRequest) -> Void = { _ in }) throws {
    if example.isPlan {
      let workbook = ExampleWorkbook(plan: example.planSheets)
      marked = workbook.marked
      let source = Source(name: example.fileName, role: .plan, bytes: workbook.bytes)
      var request = try Self.request([source])
      change(&request)
      inspection = Inspector.inspect(request, plan: source.workbook.map { Plan(PlanTable.tables(of: $0)) })
      return
    }
    let workbook = ExampleWorkbook(example.table, title: example.title, isCSV: example.isCSV)
    marked = workbook.marked
    if let table = example.export {
      inspection = try Self.reconciled(example, workbook.bytes, ExampleWorkbook(table).bytes, change)
      return
    }
    var sources = [
      Source(name: example.fileName, role: .transcription, bytes: example.bytes ?? workbook.bytes)
    ]
    for (number, table) in example.scores.enumerated() {
      sources.append(
        Source(name: "баллы\(number + 1).xlsx", role: .scores, bytes: ExampleWorkbook(table).bytes))
    }
    if let roster = example.roster {
      sources.append(Source(name: "коды.xlsx", role: .roster, bytes: ExampleWorkbook(roster).bytes))
    }
    var request = try Self.request(sources)
    if let criteria = example.criteria.criteria {
      let form = Source(
        name: "Форма сбора результатов Математика 4 класс ВПР 2024.xlsx", role: .form,
        bytes: ExampleWorkbook(Example.plain.table).bytes)
      request.sources.append(form)
      request.form = FormDescription(
        sheet: 0, criteria: criteria, name: FormName(form.name), gradeOfCodes: 4, damage: example.damage,
        filled: example.formIsFilled ? [CellReference(row: 1, column: 0)] : [], room: example.formRoom)
    }
    request.table = { work in example.table(work) }
    request.held = example.held.flatMap { CalendarDay(iso: $0) }
    request.now = Moment(rfc3339: example.now)
    request.classMap = example.classMap.flatMap { ClassMap($0) } ?? ClassMap()
    change(&request)
    inspection = Inspector.inspect(request)
  }

  /// The table as an uploaded form, held against an export that the real reader read.
  private static func reconciled(
    _ example: Example, _ form: [UInt8], _ export: [UInt8], _ change: (inout InspectionRequest) -> Void
  ) throws -> Inspection {
    let name = "Форма сбора результатов Математика 4 класс ВПР 2024.xlsx"
    var request = try request([
      Source(name: name, role: .form, bytes: form), Source(name: "Ф1.xlsx", role: .export, bytes: export),
    ])
    request.purpose = .reconciliation
    if let criteria = example.criteria.criteria {
      request.form = FormDescription(
        sheet: 0, criteria: criteria, name: FormName(name), gradeOfCodes: 4, damage: [], filled: [],
        room: example.formRoom)
    }
    request.table = { work in example.table(work) }
    request.export = SystemExport(
      source: 1, results: try IndividualResults(Workbook(reading: export)))
    change(&request)
    return Inspector.inspect(request)
  }

  /// A request with the data of 2024.
  private static func request(_ sources: [Source]) throws -> InspectionRequest {
    let seasons = try ExampleSeasons.shared.get()
    var request = InspectionRequest(sources: sources, policy: seasons.policy)
    request.season = { year, day, _ in year == 2024 || day?.year == 2024 ? seasons.season : nil }
    request.calendar = seasons.calendar
    request.zones = seasons.zones
    return request
  }
}

/// The data of 2024, read from `schemas/` once.
struct ExampleSeasons: Sendable {
  let policy: DeadlinePolicy
  let season: Season
  let calendar: ProductionCalendar
  let zones: ZoneTable

  static let shared = Result { try ExampleSeasons() }

  private init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../schemas")
      .standardized
    func read<T: Decodable>(_ type: T.Type, _ path: String) throws -> T {
      try JSONDecoder().decode(type, from: Data(contentsOf: root.appending(path: path)))
    }
    policy = try read(DeadlinePolicy.self, "policy/kazachinsko-lensky.json")
    season = try read(Season.self, "seasons/2024.json")
    calendar = ProductionCalendar([try read(CalendarYear.self, "calendar/2024.json")])
    zones = try read(ZoneTable.self, "zones.json")
  }
}
