public import Assessment
internal import GRDB
public import SchoolCalendar

extension DistrictRegistry {
  /// Puts down what a school has explained; a newer explanation of the same finding takes the place of the older one.
  ///
  /// - Parameters:
  ///   - entries: their words as they may leave the school (`Finding.explanation`), never the raw ones.
  ///   - key: the work.
  ///   - now: when they came.
  public func record(_ entries: [Explanations.Entry], of key: WorkKey, at now: Moment) throws(RegistryError) {
    try write { db in
      _ = try db.addWork(key, .received, at: now)
      for entry in entries {
        try db.execute(
          literal: """
            INSERT OR REPLACE INTO explanation(school, work, fingerprint, code, value, words, at)
            VALUES (\(key.school), \(key.work.id), \(entry.fingerprint), \(entry.code), \(entry.value), \(entry.text),
              \(now.secondsSince1970))
            """)
      }
    }
  }

  /// What a school has explained of a work.
  public func explanations(of key: WorkKey) throws(RegistryError) -> Explanations {
    try read { db in
      Explanations(
        try db.rows(
          "SELECT * FROM explanation WHERE school = \(key.school) AND work = \(key.work.id) ORDER BY at"
        ).map {
          Explanations.Entry(
            fingerprint: $0["fingerprint"], code: $0["code"], value: $0["value"], text: $0["words"])
        })
    }
  }
}
