internal import Assessment
internal import GRDB
public import SchoolCalendar

extension DistrictRegistry {
  /// Gives a work to an expert; never one of the own school.
  public func assign(
    _ key: WorkKey, marking: Int, to expert: Int, at now: Moment
  ) throws(RegistryError) -> Result<Assignment, AssignmentRefusal> {
    try write { db in
      let row = try db.row(
        "SELECT * FROM account WHERE id = \(expert) AND role = 'expert' AND closed IS NULL")
      guard let account = row.flatMap({ Account($0) }) else { return .failure(.noExpert) }
      guard account.school != key.school else { return .failure(.ownSchool) }
      let same = try db.number(
        """
        SELECT count(*) FROM assignment WHERE school = \(key.school) AND work = \(key.work.id)
          AND (marking = \(marking) OR expert = \(expert))
        """)
      guard same == 0 else { return .failure(.exists) }
      _ = try db.addWork(key, .missing, at: now)
      try db.execute(
        literal: """
          INSERT INTO assignment(expert, school, work, marking, given)
          VALUES (\(expert), \(key.school), \(key.work.id), \(marking), \(now.secondsSince1970))
          """)
      let id = Int(db.lastInsertedRowID)
      return .success(Assignment(id: id, expert: expert, key: key, marking: marking, finished: nil))
    }
  }

  /// The assignments by number; of one expert, or of one work.
  public func assignments(expert: Int? = nil, of key: WorkKey? = nil) throws(RegistryError) -> [Assignment] {
    try read { db in
      let byExpert: SQL = expert.map { "expert = \($0)" } ?? "1"
      let byWork: SQL = key.map { "school = \($0.school) AND work = \($0.work.id)" } ?? "1"
      return try db.rows("SELECT * FROM assignment WHERE \(byExpert) AND \(byWork) ORDER BY id").compactMap {
        Assignment($0)
      }
    }
  }

  /// Puts down keyed values; those that are there already stay as they are, so that a page may send again what it does
  /// not know to have arrived.
  public func record(
    _ entries: [MarkingEntry], of assignment: Int, at now: Moment
  ) throws(RegistryError) {
    try write { db in
      for entry in entries {
        try db.execute(
          literal: """
            INSERT OR IGNORE INTO entry(assignment, page, number, pass, code, task, points, at)
            VALUES (\(assignment), \(entry.page), \(entry.number), \(entry.pass), \(entry.code), \(entry.task), \(entry.points),
              \(now.secondsSince1970))
            """)
      }
    }
  }

  /// All that was keyed, in the order in which it came.
  public func entries(of assignment: Int) throws(RegistryError) -> [MarkingEntry] {
    try read { db in
      try db.rows("SELECT * FROM entry WHERE assignment = \(assignment) ORDER BY id").map {
        MarkingEntry(
          page: $0["page"], number: $0["number"], pass: $0["pass"], code: $0["code"], task: $0["task"],
          points: $0["points"])
      }
    }
  }

  /// Says that a marking is done, or takes that back.
  public func finish(_ assignment: Int, at now: Moment?) throws(RegistryError) {
    try write { db in
      try db.execute(
        literal: "UPDATE assignment SET finished = \(now?.secondsSince1970) WHERE id = \(assignment)")
    }
  }
}

extension Assignment {
  init?(_ row: Row) {
    guard let work = Work(id: row["work"]) else { return nil }
    id = row["id"]
    expert = row["expert"]
    key = WorkKey(school: row["school"], work: work)
    marking = row["marking"]
    finished = (row["finished"] as Int?).map { Moment(secondsSince1970: $0) }
  }
}
