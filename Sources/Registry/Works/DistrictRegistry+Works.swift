internal import Assessment
internal import GRDB
public import SchoolCalendar

extension DistrictRegistry {
  /// Puts down results, all in one transaction: committed and on disk when the call returns.
  ///
  /// A work whose form has left for ФИС ОКО keeps its state while its files stay the same.
  public func record(_ results: [WorkResult], run: Int, at now: Moment) throws(RegistryError) {
    try write { db in
      for result in results { try db.record(result, run: run, at: now) }
    }
  }

  /// Every work with its last result, in the order of schools and works.
  ///
  /// - Parameters:
  ///   - withFindings: whether the findings are wanted too; they are most of the file.
  ///   - take: is given one work after the other.
  public func forEachWork(
    withFindings: Bool = true, _ take: (WorkRecord) throws -> Void
  ) throws(RegistryError) {
    try read { db in
      let rows = try db.cursor("SELECT * FROM work ORDER BY school, id")
      while let row = try rows.next() {
        if let record = try WorkRecord(row, db, withFindings: withFindings) { try take(record) }
      }
    }
  }

  /// One work with its last result.
  public func work(_ key: WorkKey) throws(RegistryError) -> WorkRecord? {
    try read { db in
      let row = try db.row("SELECT * FROM work WHERE school = \(key.school) AND id = \(key.work.id)")
      return try row.flatMap { try WorkRecord($0, db, withFindings: true) }
    }
  }

  /// The states that a work went through, the first one first.
  public func history(_ key: WorkKey) throws(RegistryError) -> [StateChange] {
    try read { db in
      let rows = try db.rows(
        "SELECT at, state, note FROM state_change WHERE school = \(key.school) AND work = \(key.work.id) ORDER BY rowid"
      )
      return rows.compactMap { row in
        WorkState(rawValue: row["state"]).map {
          StateChange(at: Moment(secondsSince1970: row["at"]), state: $0, note: row["note"])
        }
      }
    }
  }
}

extension Database {
  /// Makes a school known.
  func addSchool(_ login: String) throws {
    try execute(literal: "INSERT OR IGNORE INTO school(login) VALUES (\(login))")
  }

  /// Makes a work known, and says in which state it is.
  func addWork(_ key: WorkKey, _ state: WorkState, at now: Moment) throws -> WorkState {
    try addSchool(key.school)
    let known = try text("SELECT state FROM work WHERE school = \(key.school) AND id = \(key.work.id)")
    if let state = known.flatMap({ WorkState(rawValue: $0) }) { return state }
    try execute(
      literal: """
        INSERT INTO work(school, id, state, changed)
        VALUES (\(key.school), \(key.work.id), \(state.rawValue), \(now.secondsSince1970))
        """)
    try note(key, state, at: now, "")
    return state
  }

  /// Brings a work into a state and writes its history.
  func move(_ key: WorkKey, to state: WorkState, at now: Moment, note text: String = "") throws {
    try execute(
      literal: """
        UPDATE work SET state = \(state.rawValue), changed = \(now.secondsSince1970)
        WHERE school = \(key.school) AND id = \(key.work.id)
        """)
    try note(key, state, at: now, text)
  }

  private func note(_ key: WorkKey, _ state: WorkState, at now: Moment, _ text: String) throws {
    try execute(
      literal: """
        INSERT INTO state_change(school, work, at, state, note)
        VALUES (\(key.school), \(key.work.id), \(now.secondsSince1970), \(state.rawValue), \(text))
        """)
  }

  fileprivate func record(_ result: WorkResult, run: Int, at now: Moment) throws {
    let key = result.key
    let first: WorkState = result.submissions.isEmpty ? .missing : .received
    let old = try addWork(key, first, at: now)
    let isSame = try replaceSubmissions(result, at: now)
    if let upload = result.upload { try addUpload(upload, of: key, at: now) }
    let keepsState = old.hasLeft && isSame
    if !keepsState, old != result.state { try move(key, to: result.state, at: now) }
    try execute(
      literal: """
        UPDATE work SET inputs = \(result.inputs), held = \(result.held?.description),
          participants = \(result.participants)
        WHERE school = \(key.school) AND id = \(key.work.id)
        """)
    try replaceFindings(result, run: run)
    try replaceResults(result, keepsOld: keepsState)
  }

  private func replaceResults(_ result: WorkResult, keepsOld: Bool) throws {
    let (school, work) = (result.key.school, result.key.work.id)
    if let document = result.results {
      try execute(
        literal: """
          INSERT INTO results(school, work, document) VALUES (\(school), \(work), \(document))
          ON CONFLICT DO UPDATE SET document = excluded.document
          """)
    } else if !keepsOld {
      try execute(literal: "DELETE FROM results WHERE school = \(school) AND work = \(work)")
    }
  }

  /// - Returns: whether the same files were there before.
  private func replaceSubmissions(_ result: WorkResult, at now: Moment) throws -> Bool {
    let (school, work) = (result.key.school, result.key.work.id)
    let old = try Set(
      texts("SELECT digest FROM submission WHERE school = \(school) AND work = \(work) AND is_current"))
    let new = Set(result.submissions.map(\.digest))
    guard old != new else { return true }
    try execute(
      literal: "UPDATE submission SET is_current = 0 WHERE school = \(school) AND work = \(work)")
    for submission in result.submissions {
      try execute(
        literal: """
          INSERT INTO submission(school, work, digest, role, received)
          VALUES (\(school), \(work), \(submission.digest), \(submission.role), \(now.secondsSince1970))
          ON CONFLICT DO UPDATE SET is_current = 1, role = excluded.role
          """)
    }
    return false
  }

  private func replaceFindings(_ result: WorkResult, run: Int) throws {
    let (school, work) = (result.key.school, result.key.work.id)
    let rows = try rows(
      "SELECT fingerprint, first_run FROM finding WHERE school = \(school) AND work = \(work)")
    let since = Dictionary(rows.map { ($0["fingerprint"] as String, $0["first_run"] as Int) }) { a, _ in a }
    let current = Set(result.findings.map(\.fingerprint))
    for fingerprint in since.keys where !current.contains(fingerprint) {
      try execute(
        literal: """
          INSERT INTO gone_finding(school, work, fingerprint, code, severity, first_run, gone_run)
          SELECT school, work, fingerprint, code, severity, first_run, \(run) FROM finding
          WHERE school = \(school) AND work = \(work) AND fingerprint = \(fingerprint) LIMIT 1
          """)
    }
    try execute(literal: "DELETE FROM finding WHERE school = \(school) AND work = \(work)")
    for (position, finding) in result.findings.enumerated() {
      try execute(
        literal: """
          INSERT INTO finding(
            school, work, position, fingerprint, code, severity, is_folded, is_explained, first_run, document)
          VALUES (\(school), \(work), \(position), \(finding.fingerprint), \(finding.code),
            \(finding.severity.rawValue), \(finding.isFolded), \(finding.isExplained),
            \(since[finding.fingerprint] ?? run), \(finding.document))
          """)
    }
  }
}

extension WorkRecord {
  init?(_ row: Row, _ db: Database, withFindings: Bool) throws {
    let school: String = row["school"]
    let id: String = row["id"]
    guard let work = Work(id: id), let state = WorkState(rawValue: row["state"]) else { return nil }
    var result = WorkResult(WorkKey(school: school, work: work), state)
    result.inputs = row["inputs"]
    result.held = (row["held"] as String?).flatMap { CalendarDay(iso: $0) }
    result.participants = row["participants"]
    result.submissions = try db.rows(
      "SELECT digest, role FROM submission WHERE school = \(school) AND work = \(id) AND is_current"
    ).map { Submission(digest: $0["digest"], role: $0["role"]) }
    if withFindings {
      result.findings = try db.rows(
        "SELECT * FROM finding WHERE school = \(school) AND work = \(id) ORDER BY position"
      ).compactMap { StoredFinding($0) }
    }
    result.upload = try db.row(
      "SELECT digest, path, is_made FROM upload WHERE school = \(school) AND work = \(id) ORDER BY written DESC LIMIT 1"
    ).map { WrittenForm(digest: $0["digest"], path: $0["path"], isMade: $0["is_made"]) }
    self.init(result: result, changed: Moment(secondsSince1970: row["changed"]))
  }
}

extension StoredFinding {
  init?(_ row: Row) {
    guard let severity = Severity(rawValue: row["severity"]) else { return nil }
    self.init(
      fingerprint: row["fingerprint"], code: row["code"], severity: severity, isFolded: row["is_folded"],
      isExplained: row["is_explained"], document: row["document"])
  }
}
