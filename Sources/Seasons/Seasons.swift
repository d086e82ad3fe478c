public import Assessment
internal import SchoolCalendar

/// The data of the seasons: tables of criteria, layouts of forms, windows, calendars, policies and zones.
///
/// They are compiled into the program; the files of a folder may stand over them or beside them. A file is parsed when
/// something of it is asked for, and a season takes nothing from another one.
public struct Seasons: Sendable {
  private(set) var files: SchemaFiles

  /// The shipped data, with files of a `--schemas` folder by their path below it: the same path replaces a shipped file.
  public init(overlay: [(path: String, json: [UInt8])] = []) {
    files = SchemaFiles(overlay: overlay)
  }

  /// Parses all tables, layouts, seasons and calendars now, for a process that checks many schools: each of them would
  /// cost a check more than its rules, and all together cost as much as thirty checks.
  public mutating func readAhead() {
    files.readAhead(files.paths(in: "criteria"), as: CriteriaTable.self)
    files.readAhead(files.paths(in: "layouts"), as: LayoutFile.self)
    files.readAhead(files.paths(in: "seasons"), as: Season.self)
    files.readAhead(files.paths(in: "calendar"), as: CalendarYear.self)
    files.readAhead(["zones.json"], as: ZoneTable.self)
  }

  /// Reads every file of the folder once, so that one that is misspelt is refused and not passed over by a check that could
  /// do without it.
  ///
  /// - Throws: ``SeasonError`` of the first file that cannot be used, or that lies where nobody looks for it.
  public func examineFolder() throws(SeasonError) {
    for path in files.overlaid {
      switch path.split(separator: "/").first {
      case "criteria": let _: CriteriaTable? = try files.decoded(path)
      case "layouts":
        guard let file: LayoutFile = try files.decoded(path) else { continue }
        try Self.expect(path, "layouts/\(file.layout.season).json", "season", path)
      case "seasons":
        guard let season: Season = try files.decoded(path) else { continue }
        try Self.expect(path, "seasons/\(season.year).json", "season", path)
      case "calendar": let _: CalendarYear? = try files.decoded(path)
      case "policy": let _: DeadlinePolicy? = try files.decoded(path)
      case "zones.json": let _: ZoneTable? = try files.decoded(path)
      default:
        let places = "criteria/, layouts/, seasons/, calendar/, policy/, zones.json"
        throw SeasonError(path, "", .invalid(value: path, expected: places))
      }
    }
    _ = try calendar()
    _ = try works()
  }

  /// How the form of a season looks; `nil` when that is not known.
  public func layout(season: Int) throws(SeasonError) -> FormLayout? {
    let path = "layouts/\(season).json"
    guard let file: LayoutFile = try files.decoded(path) else { return nil }
    try Self.expect(season, file.layout.season, "season", path)
    return file.layout
  }

  /// Refuses a file whose name tells another key than its content.
  static func expect<Value: Equatable>(
    _ named: Value, _ stated: Value, _ field: String, _ path: String
  ) throws(SeasonError) {
    guard named == stated else {
      throw SeasonError(path, field, .invalid(value: "\(stated)", expected: "\(named), as the file is named"))
    }
  }
}
