public import Assessment
internal import GRDB
public import SchoolCalendar

/// What has become of the findings of a school's works since an earlier run.
public struct FindingsChange: Sendable, Hashable {
  /// A finding by what tells it.
  public struct Item: Sendable, Hashable {
    /// Which work.
    public let work: Work
    /// The code of the rule.
    public let code: String
    /// The fingerprint.
    public let fingerprint: String
  }

  /// The school's login.
  public let school: String
  /// Findings that were there and are gone.
  public var fixed: [Item] = []
  /// Findings that were not there.
  public var new: [Item] = []
  /// Findings that are there still.
  public var unchanged: [Item] = []
}

extension DistrictRegistry {
  /// Begins a run over a pile of files and gives its number.
  public func beginRun(at now: Moment) throws(RegistryError) -> Int {
    try write { db in
      try db.execute(literal: "INSERT INTO run(started) VALUES (\(now.secondsSince1970))")
      return Int(db.lastInsertedRowID)
    }
  }

  /// Marks a run as gone through to its end.
  public func endRun(_ run: Int, at now: Moment) throws(RegistryError) {
    try write { db in
      try db.execute(literal: "UPDATE run SET finished = \(now.secondsSince1970) WHERE id = \(run)")
    }
  }

  /// The last run before this one that was gone through to its end.
  public func lastRun(before run: Int) throws(RegistryError) -> Int? {
    try read { db in
      try db.number("SELECT max(id) FROM run WHERE id < \(run) AND finished IS NOT NULL")
    }
  }

  /// Whether there is a run of this number that was gone through to its end.
  public func hasRun(_ run: Int) throws(RegistryError) -> Bool {
    try read { db in
      try db.number("SELECT 1 FROM run WHERE id = \(run) AND finished IS NOT NULL") != nil
    }
  }

  /// What has changed in each school since a run ended: findings at query or above that are not folded under another.
  public func changes(since run: Int) throws(RegistryError) -> [FindingsChange] {
    try read { db in
      var schools: [String: FindingsChange] = [:]
      let present = try db.cursor(
        """
        SELECT school, work, code, fingerprint, first_run FROM finding
        WHERE severity IN ('query', 'error', 'fatal') AND NOT is_folded ORDER BY school, work, position
        """)
      while let row = try present.next() {
        guard let (school, item) = Self.item(row) else { continue }
        let list: WritableKeyPath<FindingsChange, [FindingsChange.Item]> =
          (row["first_run"] as Int) > run ? \.new : \.unchanged
        schools[school, default: FindingsChange(school: school)][keyPath: list].append(item)
      }
      let gone = try db.cursor(
        """
        SELECT school, work, code, fingerprint FROM gone_finding
        WHERE severity IN ('query', 'error', 'fatal') AND first_run <= \(run) AND gone_run > \(run)
          AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.school = gone_finding.school
            AND f.work = gone_finding.work AND f.fingerprint = gone_finding.fingerprint)
        ORDER BY school, work
        """)
      while let row = try gone.next() {
        guard let (school, item) = Self.item(row) else { continue }
        schools[school, default: FindingsChange(school: school)].fixed.append(item)
      }
      return schools.values.sorted { $0.school < $1.school }
    }
  }

  private static func item(_ row: Row) -> (school: String, item: FindingsChange.Item)? {
    guard let work = Work(id: row["work"] as String) else { return nil }
    return (
      row["school"], FindingsChange.Item(work: work, code: row["code"], fingerprint: row["fingerprint"])
    )
  }
}
