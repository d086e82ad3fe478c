internal import GRDB
public import SchoolCalendar

extension DistrictRegistry {
  /// Puts down files that were recognised; a file that is there already stays one record with its first time.
  public func record(_ files: [ReceivedFile], at now: Moment) throws(RegistryError) {
    try write { db in
      for file in files {
        try db.execute(
          literal: """
            INSERT INTO file(digest, kind, size, received, facts)
            VALUES (\(file.digest), \(file.kind), \(file.size), \(now.secondsSince1970), \(file.facts))
            ON CONFLICT DO UPDATE SET kind = excluded.kind, facts = excluded.facts
            """)
      }
    }
  }

  /// A file by its digest.
  public func file(_ digest: String) throws(RegistryError) -> ReceivedFile? {
    try read { db in
      try db.row("SELECT * FROM file WHERE digest = \(digest)").map {
        ReceivedFile(digest: $0["digest"], kind: $0["kind"], size: $0["size"], facts: $0["facts"])
      }
    }
  }
}
