public import Assessment
public import SchoolCalendar
public import Seasons

/// What holds for every check of a district: the data of the seasons and the policy of terms.
///
/// It remembers the files that it was made from, so that another process can be told the same.
public struct Regulations: Sendable {
  /// The files of a district that stand over the shipped ones.
  public struct Files: Sendable, Hashable, Codable {
    /// A file by its path below the folder of data, or by its name.
    public struct File: Sendable, Hashable, Codable {
      /// The path or the name.
      public let path: String
      /// The whole file.
      public let json: [UInt8]

      /// A file with its path and its bytes.
      public init(path: String, json: [UInt8]) {
        self.path = path
        self.json = json
      }
    }

    /// The files of a folder of season data.
    public var overlay: [File]
    /// The district's policy of terms; the shipped default without it.
    public var policy: File?

    /// The files of a district; none at all by default.
    public init(overlay: [File] = [], policy: File? = nil) {
      self.overlay = overlay
      self.policy = policy
    }
  }

  /// The data of the seasons.
  public private(set) var seasons: Seasons
  /// The policy of terms.
  public let policy: DeadlinePolicy
  /// What they were made from.
  public let files: Files

  /// Reads the files of a district over the shipped ones.
  ///
  /// - Throws: `SeasonError` when the policy or one of the folder's files cannot be used; the shipped data are read when a
  ///   check needs them.
  public init(_ files: Files = Files()) throws(SeasonError) {
    self.files = files
    seasons = Seasons(overlay: files.overlay.map { ($0.path, $0.json) })
    if !files.overlay.isEmpty { try seasons.examineFolder() }
    if let file = files.policy {
      policy = try seasons.policy(json: file.json, file: file.path)
    } else {
      policy = try seasons.policy(id: "default") ?? DeadlinePolicy(id: "default", title: "")
    }
  }
}

extension Regulations {
  /// The same with all data parsed, for a process that checks many schools.
  public var readAhead: Regulations {
    var copy = self
    copy.seasons.readAhead()
    return copy
  }
}

extension InspectionRequest {
  /// A request for files under the regulations of a district; nothing else is known.
  public init(sources: [Source] = [], under regulations: Regulations) {
    self.init(sources: sources, policy: regulations.policy)
    let seasons = regulations.seasons
    table = { work in try? seasons.criteria(for: work) }
    season = { year, day, grade in
      if let year { return try? seasons.season(year) }
      // A day outside every window still has its year's season: DDL007 names its windows.
      return day.flatMap {
        (try? seasons.season(holding: $0, grade: grade)) ?? (try? seasons.season($0.year))
      }
    }
    calendar = (try? seasons.calendar()) ?? calendar
    zones = (try? seasons.zones()) ?? zones
  }
}
