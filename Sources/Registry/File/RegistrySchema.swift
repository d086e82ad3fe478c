internal import GRDB

/// The tables of the registry, as steps from an empty file on; a step that was released is never changed again.
enum RegistrySchema {
  /// Marks the file as ours: `oko` and a one, in SQLite's `application_id`.
  static let applicationID = 0x6F6B_6F31

  /// The version that this program writes; it stands in SQLite's `user_version`.
  static var version: Int { steps.count }

  /// Brings the tables from a version to the present one.
  static func migrate(_ db: Database, from version: Int) throws {
    for step in steps.dropFirst(version) { try db.execute(sql: step) }
    try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(Self.version)")
  }

  private static let steps = [first, second, third]

  /// Version 1. Moments are seconds since 1970, days are ISO 8601, a work is `2024/4-МА/basic`; no names of pupils and
  /// no names of files, which may hold them.
  private static let first = """
    CREATE TABLE school(
      login TEXT PRIMARY KEY, name TEXT NOT NULL DEFAULT '', district TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE planned(
      school TEXT NOT NULL REFERENCES school ON DELETE CASCADE, work TEXT NOT NULL,
      classes TEXT NOT NULL DEFAULT '', held TEXT, participants INTEGER, first_code INTEGER, last_code INTEGER,
      PRIMARY KEY(school, work, classes)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE file(
      digest TEXT PRIMARY KEY, kind TEXT NOT NULL, size INTEGER NOT NULL, received INTEGER NOT NULL, facts TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run(id INTEGER PRIMARY KEY, started INTEGER NOT NULL, finished INTEGER) STRICT;
    CREATE TABLE work(
      school TEXT NOT NULL REFERENCES school ON DELETE CASCADE, id TEXT NOT NULL,
      state TEXT NOT NULL, changed INTEGER NOT NULL, inputs TEXT, held TEXT, participants INTEGER,
      PRIMARY KEY(school, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE submission(
      school TEXT NOT NULL, work TEXT NOT NULL, digest TEXT NOT NULL, role TEXT NOT NULL, received INTEGER NOT NULL,
      is_current INTEGER NOT NULL DEFAULT 1,
      PRIMARY KEY(school, work, digest),
      FOREIGN KEY(school, work) REFERENCES work ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX submission_digest ON submission(digest);
    CREATE TABLE state_change(
      school TEXT NOT NULL, work TEXT NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
      FOREIGN KEY(school, work) REFERENCES work ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX state_change_work ON state_change(school, work);
    CREATE TABLE finding(
      school TEXT NOT NULL, work TEXT NOT NULL, position INTEGER NOT NULL, fingerprint TEXT NOT NULL,
      code TEXT NOT NULL, severity TEXT NOT NULL, is_folded INTEGER NOT NULL, is_explained INTEGER NOT NULL,
      first_run INTEGER NOT NULL REFERENCES run, document TEXT NOT NULL,
      PRIMARY KEY(school, work, position),
      FOREIGN KEY(school, work) REFERENCES work ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE gone_finding(
      school TEXT NOT NULL, work TEXT NOT NULL, fingerprint TEXT NOT NULL, code TEXT NOT NULL, severity TEXT NOT NULL,
      first_run INTEGER NOT NULL, gone_run INTEGER NOT NULL REFERENCES run,
      FOREIGN KEY(school, work) REFERENCES work ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX gone_finding_work ON gone_finding(school, work);
    CREATE TABLE explanation(
      school TEXT NOT NULL, work TEXT NOT NULL, fingerprint TEXT NOT NULL, code TEXT NOT NULL, value TEXT,
      words TEXT NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY(school, work, fingerprint),
      FOREIGN KEY(school, work) REFERENCES work ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE upload(
      digest TEXT NOT NULL, school TEXT NOT NULL, work TEXT NOT NULL, path TEXT NOT NULL, is_made INTEGER NOT NULL,
      written INTEGER NOT NULL, uploaded INTEGER, answered INTEGER, is_accepted INTEGER, answer TEXT NOT NULL DEFAULT '',
      PRIMARY KEY(school, work, digest),
      FOREIGN KEY(school, work) REFERENCES work ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX upload_digest ON upload(digest);
    CREATE TABLE custody(
      id INTEGER PRIMARY KEY, school TEXT NOT NULL REFERENCES school ON DELETE CASCADE, work TEXT NOT NULL,
      hop INTEGER NOT NULL, at INTEGER NOT NULL, giver TEXT NOT NULL, taker TEXT NOT NULL, what TEXT NOT NULL,
      works INTEGER, note TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX custody_work ON custody(school, work);
    """

  /// Version 2: who may do what at the web desk, what was done there, and what experts have keyed by code. An expert is
  /// a member of staff; pupils are codes. An entry is never changed: the latest of a cell holds.
  private static let second = """
    CREATE TABLE account(
      id INTEGER PRIMARY KEY, login TEXT NOT NULL UNIQUE, role TEXT NOT NULL, school TEXT, name TEXT NOT NULL,
      password TEXT NOT NULL, created INTEGER NOT NULL, closed INTEGER
    ) STRICT;
    CREATE TABLE invitation(
      digest TEXT PRIMARY KEY, role TEXT NOT NULL, school TEXT, name TEXT NOT NULL, created INTEGER NOT NULL,
      expires INTEGER NOT NULL, used INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE audit(
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, account INTEGER, action TEXT NOT NULL, object TEXT NOT NULL
    ) STRICT;
    CREATE TABLE assignment(
      id INTEGER PRIMARY KEY, expert INTEGER NOT NULL REFERENCES account, school TEXT NOT NULL REFERENCES school ON DELETE CASCADE,
      work TEXT NOT NULL, marking INTEGER NOT NULL, given INTEGER NOT NULL, finished INTEGER,
      UNIQUE(school, work, marking), UNIQUE(expert, school, work)
    ) STRICT;
    CREATE TABLE entry(
      id INTEGER PRIMARY KEY, assignment INTEGER NOT NULL REFERENCES assignment ON DELETE CASCADE, page TEXT NOT NULL,
      number INTEGER NOT NULL, pass INTEGER NOT NULL, code INTEGER NOT NULL, task TEXT NOT NULL, points TEXT NOT NULL,
      at INTEGER NOT NULL,
      UNIQUE(assignment, page, number)
    ) STRICT;
    """

  /// Version 3: points by code of the works that nothing stands against, as JSON: what statistics are counted from.
  private static let third = """
    CREATE TABLE results(
      school TEXT NOT NULL, work TEXT NOT NULL, document TEXT NOT NULL,
      PRIMARY KEY(school, work),
      FOREIGN KEY(school, work) REFERENCES work ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """
}
