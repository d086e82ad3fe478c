public import SchoolCalendar

extension Seasons {
  /// A season by its year; `nil` when nothing is known of it.
  public func season(_ year: Int) throws(SeasonError) -> Season? {
    let path = "seasons/\(year).json"
    guard let season: Season = try files.decoded(path) else { return nil }
    try Self.expect(year, season.year, "season", path)
    return season
  }

  /// The season in one of whose windows the day lies: in that of the grade, or in any where the grade is not known.
  public func season(holding day: CalendarDay, grade: Int?) throws(SeasonError) -> Season? {
    // That of its year first: most days lie in it, and the others need not be read.
    let own = "seasons/\(day.year).json"
    for path in [own] + files.paths(in: "seasons").filter({ $0 != own }) {
      guard let season: Season = try files.decoded(path) else { continue }
      try Self.expect(path, "seasons/\(season.year).json", "season", path)
      let window = grade.map { season.window(grade: $0) } ?? season.window(holding: day)
      if window?.contains(day) == true { return season }
    }
    return nil
  }

  /// The production calendars of all years that are held.
  public func calendar() throws(SeasonError) -> ProductionCalendar {
    var years: [CalendarYear] = []
    for path in files.paths(in: "calendar") {
      guard let year: CalendarYear = try files.decoded(path) else { continue }
      try Self.expect(path, "calendar/\(year.year).json", "year", path)
      years.append(year)
    }
    return ProductionCalendar(years)
  }

  /// A deadline policy by its id, `default` or that of a district; `nil` when there is none.
  public func policy(id: String) throws(SeasonError) -> DeadlinePolicy? {
    let path = "policy/\(id).json"
    guard let policy: DeadlinePolicy = try files.decoded(path) else { return nil }
    try Self.expect(id, policy.id, "id", path)
    return policy
  }

  /// A deadline policy from its JSON; `file` is named in errors.
  public func policy(json: [UInt8], file: String) throws(SeasonError) -> DeadlinePolicy {
    try SchemaFiles.decode(json, file: file)
  }

  /// The zones that a policy may name.
  public func zones() throws(SeasonError) -> ZoneTable {
    try files.decoded("zones.json") ?? ZoneTable([])
  }

  /// A zone by its IANA name; `nil` for one that the table lacks.
  public func zone(id: String) throws(SeasonError) -> Zone? { try zones()[id] }
}
