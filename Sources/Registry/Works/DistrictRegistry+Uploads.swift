internal import Assessment
internal import GRDB
public import SchoolCalendar

/// A form for the upload and what became of it.
public struct UploadRecord: Sendable, Hashable {
  /// Which work of which school.
  public let key: WorkKey
  /// The form.
  public let form: WrittenForm
  /// When it was written.
  public let written: Moment
  /// When somebody said that it was uploaded.
  public let uploaded: Moment?
  /// When ФИС ОКО answered.
  public let answered: Moment?
  /// Whether ФИС ОКО took it.
  public let isAccepted: Bool?
  /// The words of ФИС ОКО, free text.
  public let answer: String
}

extension DistrictRegistry {
  /// The forms that were written, the newest first; all of one digest when one is given.
  public func uploads(digest: String? = nil) throws(RegistryError) -> [UploadRecord] {
    try read { db in
      let condition: SQL = digest.map { "WHERE digest = \($0)" } ?? ""
      return try db.rows("SELECT * FROM upload \(condition) ORDER BY written DESC, school, work").compactMap {
        UploadRecord($0)
      }
    }
  }

  /// Marks a form as uploaded.
  public func markUploaded(_ key: WorkKey, digest: String, at now: Moment) throws(RegistryError) {
    try write { db in
      try db.execute(
        literal: """
          UPDATE upload SET uploaded = \(now.secondsSince1970)
          WHERE school = \(key.school) AND work = \(key.work.id) AND digest = \(digest)
          """)
      if db.changesCount > 0 { try db.move(key, to: .uploaded, at: now) }
    }
  }

  /// Puts down what ФИС ОКО answered to a form; one that was not marked as uploaded is so from now on.
  public func recordAnswer(
    _ key: WorkKey, digest: String, isAccepted: Bool, words: String, at now: Moment
  ) throws(RegistryError) {
    try write { db in
      try db.execute(
        literal: """
          UPDATE upload SET uploaded = coalesce(uploaded, \(now.secondsSince1970)),
            answered = \(now.secondsSince1970), is_accepted = \(isAccepted), answer = \(words)
          WHERE school = \(key.school) AND work = \(key.work.id) AND digest = \(digest)
          """)
      if db.changesCount > 0 {
        try db.move(key, to: isAccepted ? .accepted : .rejected, at: now, note: words)
      }
    }
  }
}

extension Database {
  /// Puts down a form; the same bytes again are the same record.
  func addUpload(_ form: WrittenForm, of key: WorkKey, at now: Moment) throws {
    try execute(
      literal: """
        INSERT INTO upload(digest, school, work, path, is_made, written)
        VALUES (\(form.digest), \(key.school), \(key.work.id), \(form.path), \(form.isMade), \(now.secondsSince1970))
        ON CONFLICT DO UPDATE SET path = excluded.path
        """)
  }
}

extension UploadRecord {
  init?(_ row: Row) {
    guard let key = WorkKey(row) else { return nil }
    self.key = key
    form = WrittenForm(digest: row["digest"], path: row["path"], isMade: row["is_made"])
    written = Moment(secondsSince1970: row["written"])
    uploaded = (row["uploaded"] as Int?).map { Moment(secondsSince1970: $0) }
    answered = (row["answered"] as Int?).map { Moment(secondsSince1970: $0) }
    isAccepted = row["is_accepted"]
    answer = row["answer"]
  }
}
