import FoundationEssentials

@testable import SchoolCalendar

/// The shipped data, read from `schemas/` beside the sources.
enum SchoolData {
  static func decode<Value: Decodable>(_ path: String, as _: Value.Type = Value.self) throws -> Value {
    let schemas = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "schemas")
    return try parse(Data(contentsOf: schemas.appending(path: path)))
  }

  static func parse<Value: Decodable>(_ json: String) throws -> Value {
    try parse(Data(json.utf8))
  }

  private static func parse<Value: Decodable>(_ json: Data) throws -> Value {
    try JSONDecoder().decode(Value.self, from: json)
  }

  static func calendar(_ years: ClosedRange<Int> = 2024...2027) throws -> ProductionCalendar {
    ProductionCalendar(try years.map { try decode("calendar/\($0).json", as: CalendarYear.self) })
  }

  static func zones() throws -> ZoneTable { try decode("zones.json") }

  static func season(_ year: Int = 2024) throws -> Season { try decode("seasons/\(year).json") }

  /// The terms of a day of 2024 in the window of grades 4–8 under the default policy, as the caller changes it.
  static func terms(
    _ held: CalendarDay, change: (inout DeadlinePolicy) -> Void = { _ in }
  ) throws -> Terms {
    var policy: DeadlinePolicy = try decode("policy/default.json")
    change(&policy)
    return try policy.terms(
      held: held, window: season().window(grade: 5), calendar: calendar(), zones: zones())
  }
}
