import Assessment
import SchoolCalendar
import Testing

@testable import Seasons

@Suite struct `A folder over the shipped data` {
  static let table = """
    {"season": 2024, "grade": 4, "subject": "МА", "title": "Математика", "level": "basic",
     "tasks": [{"id": "1", "max": 2}, {"id": "2К1", "max": 3}], "total": 5,
     "dependencies": [{"controller": "1", "whenIn": [0], "dependents": ["2К1"], "allowed": [0, "X"]}],
     "source": "us", "confidence": "low", "tasksBasis": "made up"}
    """

  /// The data with one file over it.
  private func seasons(_ path: String, _ json: String) -> Seasons {
    Seasons(overlay: [(path, Array(json.utf8))])
  }

  /// The data with a spoilt table of mathematics.
  private func spoilt(_ old: String, _ new: String) -> Seasons {
    seasons("criteria/2024/4-ma.json", Self.table.replacing(old, with: new))
  }

  private let work = Work(season: 2024, grade: 4, subject: "МА")

  @Test func `replaces a table of the same path and leaves the others`() throws {
    let seasons = seasons("criteria/2024/4-ma.json", Self.table)
    #expect(try seasons.criteria(for: work)?.tasks.map(\.maximum) == [2, 3])
    #expect(try seasons.criteria(for: Work(season: 2024, grade: 6, subject: "МА"))?.tasks.count == 13)
    #expect(try seasons.works() == Seasons().works())
  }

  @Test func `adds a table of a known subject`() throws {
    let json = Self.table.replacing("2024", with: "2031").replacing("basic", with: "advanced")
    let seasons = seasons("criteria/2031/4-ma-advanced.json", json)
    let work = Work(season: 2031, grade: 4, subject: "МА", level: .advanced)
    #expect(try seasons.criteria(for: work)?.total == 5)
    #expect(try seasons.works().last == work)
  }

  @Test func `adds a subject that the program does not know`() throws {
    let json = Self.table.replacing("МА", with: "ИН").replacing("Математика", with: "Информатика")
    let seasons = seasons("criteria/2024/informatics.json", json)
    let work = Work(season: 2024, grade: 4, subject: "ИН")
    #expect(try seasons.table(for: work)?.title == "Информатика")
    #expect(try seasons.works().contains(work))
    #expect(try seasons.titles()["ИН"] == "Информатика")
  }

  @Test func `adds a season and a calendar`() throws {
    let season = """
      {"season": 2031, "windows": [{"grades": [4], "from": "2031-04-01", "to": "2031-04-30"}]}
      """
    let calendar = """
      {"year": 2031, "status": "provisional", "holidays": ["2031-01-01"], "transfers": []}
      """
    let seasons = Seasons(overlay: [
      ("seasons/2031.json", Array(season.utf8)), ("calendar/2031.json", Array(calendar.utf8)),
    ])
    let day = try #require(CalendarDay(iso: "2031-04-30"))
    #expect(try seasons.season(holding: day, grade: 4)?.year == 2031)
    #expect(try seasons.calendar().knownYears.last == 2031)
  }

  @Test(arguments: [
    ("seasons/2031.json", "{\"season\": 2031, \"window\": []}", "windows"),
    (
      "calendar/2030.json",
      "{\"year\": 2031, \"status\": \"provisional\", \"holidays\": [], \"transfers\": []}", "year"
    ),
    ("calender/2031.json", "{}", ""),
    ("policy/ours.json", "{\"id\": \"ours\", \"unti\": \"calendar\"}", "unti"),
  ])
  func `is refused as a whole for one file that would be passed over`(
    path: String, json: String, field: String
  ) throws {
    let error = #expect(throws: SeasonError.self) { try seasons(path, json).examineFolder() }
    #expect(error?.file == path && error?.field == field)
  }

  @Test(arguments: [
    (
      "\"max\": 3", "\"max\": \"3\"", "tasks[1].max", SeasonError.Reason.wrongType(expected: "a whole number")
    ),
    ("\"max\": 3", "\"max\": 3.5", "tasks[1].max", .invalid(value: "3.5", expected: "a whole number")),
    ("\"max\": 3", "\"max\": 0", "tasks[1].max", .invalid(value: "0", expected: "points, 1 to 99")),
    (
      "\"id\": \"1\"", "\"id\": \"один\"", "tasks[0].id",
      .invalid(value: "один", expected: "the id of a task")
    ),
    ("\"total\": 5,", "", "total", .missing),
    ("\"total\"", "\"totl\": 5, \"total\"", "totl", .invalid(value: "totl", expected: "a known field")),
    ("\"low\"", "\"sure\"", "confidence", .invalid(value: "sure", expected: "one of high, medium, low")),
    (
      "[0, \"X\"]", "[0, \"x\"]", "dependencies[0].allowed[1]",
      .invalid(value: "x", expected: "points, 0 to 99, or X")
    ),
    (
      "\"grade\": 4", "\"grade\": 5", "season",
      .invalid(value: "2024/5-МА/basic", expected: "2024/4-МА/basic, as the file is named")
    ),
  ])
  func `a broken table is told by file and field`(
    old: String, new: String, field: String, reason: SeasonError.Reason
  ) throws {
    let seasons = spoilt(old, new)
    let error = try #require(throws: SeasonError.self) { try seasons.table(for: work) }
    #expect(error == SeasonError("criteria/2024/4-ma.json", field, reason))
  }

  @Test func `a limit on a task that is not there is refused`() throws {
    let seasons = spoilt("[\"2К1\"]", "[\"2К2\"]")
    #expect(try seasons.table(for: work)?.dependencies.first?.dependents == ["2К2"])
    let error = try #require(throws: SeasonError.self) { try seasons.criteria(for: work) }
    #expect(error.field == "dependencies[0].dependents[0]")
  }

  @Test func `text that is no JSON is told by file`() throws {
    let seasons = seasons("layouts/2024.json", "{\"season\": 2024,")
    let error = try #require(throws: SeasonError.self) { try seasons.layout(season: 2024) }
    #expect(error.file == "layouts/2024.json")
    #expect(error.description == "layouts/2024.json: no valid JSON")
    #expect(throws: SeasonError.self) { try seasons.criteria(for: work) }
  }

  @Test func `a table under the wrong name is not passed over`() throws {
    let seasons = seasons("criteria/2024/maths.json", Self.table)
    let error = try #require(throws: SeasonError.self) { try seasons.works() }
    #expect(error.file == "criteria/2024/maths.json")
    #expect(error.description.contains("criteria/2024/4-ma.json"))
  }

  @Test(arguments: [
    ("\"X\"", "\"Х\"", "notAttempted"), ("\"plainSum\"", "\"sum\"", "total"),
    ("\"hidden\": true", "\"hiden\": true", "sheets[1].hiden"),
    ("\"lastRow\": 1499", "\"lastRow\": 1", "lastRow"), ("{max}", "max", "headers.task"),
    ("нет отметки", "—", "marks[4]"), ("\"mark\", \"total\"]", "\"mark\", \"sex\", \"total\"]", "columns"),
  ])
  func `a broken layout is told by file and field`(old: String, new: String, field: String) throws {
    let shipped = try #require(embeddedSchemas.first { $0.path == "layouts/2026.json" }).json.description
    #expect(shipped.contains(old))
    let seasons = seasons("layouts/2026.json", shipped.replacing(old, with: new, maxReplacements: 1))
    let error = try #require(throws: SeasonError.self) { try seasons.layout(season: 2026) }
    #expect((error.file, error.field) == ("layouts/2026.json", field))
  }

  @Test func `the errors of the calendar's own types keep their place`() throws {
    let broken = try #require(embeddedSchemas.first { $0.path == "policy/default.json" }).json.description
    let seasons = seasons(
      "policy/default.json", broken.replacing("\"unit\": \"calendar\"", with: "\"unit\": \"days\""))
    let error = try #require(throws: SeasonError.self) { try seasons.policy(id: "default") }
    #expect(
      error
        == SeasonError(
          "policy/default.json", "unit", .invalid(value: "days", expected: "one of calendar, working")))
  }
}
