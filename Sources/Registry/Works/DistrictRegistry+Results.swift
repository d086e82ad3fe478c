internal import Assessment
internal import GRDB

/// Points by code of one work of one school.
public struct StoredResults: Sendable, Hashable {
  /// Which work of which school.
  public let key: WorkKey
  /// The points as JSON, as the check gave them.
  public let document: String

  /// The results of a work.
  public init(key: WorkKey, document: String) {
    self.key = key
    self.document = document
  }
}

extension DistrictRegistry {
  /// The results of all works that nothing stands against, in the order of schools and works.
  public func results() throws(RegistryError) -> [StoredResults] {
    try read { db in
      try db.rows("SELECT school, work, document FROM results ORDER BY school, work").compactMap { row in
        Work(id: row["work"]).map {
          StoredResults(key: WorkKey(school: row["school"], work: $0), document: row["document"])
        }
      }
    }
  }
}
