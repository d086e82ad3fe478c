internal import Assessment
public import SchoolCalendar
internal import Spreadsheet

/// What the data of the seasons hold, in numbers, with a fingerprint of each kind: two programs whose fingerprints are
/// the same judge by the same data.
public struct SeasonContents: Sendable {
  /// The seasons for which there are tables of tasks, ascending.
  public let tableSeasons: [Int]
  /// How many works have a table.
  public let tables: Int
  /// The seasons whose windows are known, ascending.
  public let seasons: [Int]
  /// The seasons whose form is known, ascending.
  public let layouts: [Int]
  /// The years of the production calendar.
  public let calendar: ProductionCalendar
  /// The first twelve digits of the SHA-256 over paths and bytes, by folder: `criteria`, `layouts`, `seasons`,
  /// `calendar`, `policy`.
  public let fingerprints: [String: String]
}

extension Seasons {
  /// What the data hold.
  ///
  /// - Throws: ``SeasonError`` for the first file that cannot be used; every file is read.
  public func contents() throws(SeasonError) -> SeasonContents {
    let works = try summaries().map(\.work)
    for path in files.paths(in: "policy") { let _: DeadlinePolicy? = try files.decoded(path) }
    var seasons: [Int] = []
    for path in files.paths(in: "seasons") {
      if let season: Season = try files.decoded(path) { seasons.append(season.year) }
    }
    var layouts: [Int] = []
    for path in files.paths(in: "layouts") {
      if let file: LayoutFile = try files.decoded(path) { layouts.append(file.layout.season) }
    }
    let folders = ["criteria", "layouts", "seasons", "calendar", "policy"]
    return SeasonContents(
      tableSeasons: Set(works.map(\.season)).sorted(), tables: works.count,
      seasons: seasons.sorted(), layouts: layouts.sorted(), calendar: try calendar(),
      fingerprints: Dictionary(uniqueKeysWithValues: folders.map { ($0, files.fingerprint(of: $0)) }))
  }
}

extension SchemaFiles {
  fileprivate func fingerprint(of folder: String) -> String {
    var all: [UInt8] = []
    for path in paths(in: folder) { all += Array(path.utf8) + [0] + bytes(of: path) + [0] }
    return String(sha256(all).prefix(12))
  }
}
