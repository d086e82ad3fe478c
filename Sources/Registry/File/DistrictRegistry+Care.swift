internal import GRDB
internal import Glibc

/// What a look through the whole file has shown.
public struct RegistryHealth: Sendable, Hashable {
  /// The version of the tables.
  public let version: Int
  /// Whether what is acknowledged is on disk: WAL, synced at every commit.
  public let isDurable: Bool
  /// What SQLite found wrong; empty when nothing.
  public let problems: [String]
  /// How many rows each table holds, in the order of the tables.
  public let rows: [Row]

  /// A table with its number of rows.
  public struct Row: Sendable, Hashable {
    /// The table.
    public let table: String
    /// How many rows it holds.
    public let count: Int
  }
}

extension DistrictRegistry {
  /// Looks through the whole file: pages, indexes, references between tables.
  public func health() throws(RegistryError) -> RegistryHealth {
    try write { db in
      let isDurable = try db.text("PRAGMA journal_mode") == "wal" && db.number("PRAGMA synchronous") == 2
      var problems = try db.texts("PRAGMA integrity_check").filter { $0 != "ok" }
      for row in try db.rows("PRAGMA foreign_key_check") {
        problems.append("\(row["table"] as String): a row without its \(row["parent"] as String)")
      }
      let rows = try db.tableNames().map { table in
        RegistryHealth.Row(
          table: table,
          count: try db.number("SELECT count(*) FROM \(identifier: table)") ?? 0)
      }
      return RegistryHealth(
        version: try db.number("PRAGMA user_version") ?? 0, isDurable: isDurable, problems: problems,
        rows: rows)
    }
  }

  /// Every table with its columns and rows, of one school or of all; in the order of the keys.
  ///
  /// - Parameters:
  ///   - school: the login of the school; all without it.
  ///   - begin: called with the name of a table before its rows.
  ///   - row: called with the columns of a row; a value is `nil`, a number or text.
  public func export(
    school: String? = nil, begin: (String) throws -> Void,
    row: ([(column: String, value: Value)]) throws -> Void
  ) throws(RegistryError) {
    try read { db in
      for table in try db.tableNames() {
        let columns = try db.columns(in: table).map(\.name)
        let key = columns.contains("school") ? "school" : columns.contains("login") ? "login" : nil
        let condition: SQL
        switch (school, key) {
        case (let school?, let key?): condition = "WHERE \(identifier: key) = \(school)"
        case (let school?, nil) where table == "file":
          condition = "WHERE digest IN (SELECT digest FROM submission WHERE school = \(school))"
        case (_?, nil): continue
        case (nil, _): condition = ""
        }
        try begin(table)
        let rows = try db.cursor("SELECT * FROM \(identifier: table) \(condition) ORDER BY 1, 2")
        while let found = try rows.next() {
          try row(columns.map { (column: $0, value: Value(found[$0] as DatabaseValue)) })
        }
      }
    }
  }

  /// A value of a column.
  public enum Value: Sendable, Hashable {
    /// Nothing.
    case none
    /// A number.
    case number(Int)
    /// Text.
    case text(String)
  }

  /// Forgets a school: its rows are overwritten, the file is rebuilt, the WAL is emptied, so that no byte stays.
  ///
  /// What findings of other schools say of it is made nameless, its coordinators' accounts go, and an expert who works there
  /// works nowhere from then on.
  ///
  /// - Returns: whether the school was there, and copies beside the file that were made before a migration and may hold
  ///   it still.
  public func erase(school: String) throws(RegistryError) -> (wasThere: Bool, copies: [String]) {
    let wasThere = try write { db in
      let only = try db.texts(
        """
        SELECT digest FROM submission WHERE school = \(school)
        EXCEPT SELECT digest FROM submission WHERE school <> \(school)
        """)
      for digest in only { try db.execute(literal: "DELETE FROM file WHERE digest = \(digest)") }
      try db.execute(literal: "DELETE FROM file WHERE instr(facts, \(school)) > 0")
      try db.execute(literal: "DELETE FROM school WHERE login = \(school)")
      let wasThere = db.changesCount > 0
      try db.execute(
        literal:
          "UPDATE finding SET document = replace(document, \(school), 'edu…') WHERE instr(document, \(school)) > 0"
      )
      try db.execute(literal: "DELETE FROM invitation WHERE school = \(school)")
      try db.execute(literal: "DELETE FROM account WHERE school = \(school) AND role = 'school'")
      try db.execute(literal: "UPDATE account SET school = NULL WHERE school = \(school)")
      try db.execute(literal: "UPDATE audit SET object = '' WHERE instr(object, \(school)) > 0")
      return wasThere
    }
    try translating {
      try pool.vacuum()
      try pool.barrierWriteWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
    let copies = (1..<max(2, RegistrySchema.version + 1)).map { "\(path).v\($0).bak" }
    return (wasThere, copies.filter { access($0, F_OK) == 0 })
  }
}

extension Database {
  /// Our tables in the order in which they were made.
  fileprivate func tableNames() throws -> [String] {
    try texts(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid")
  }
}

extension DistrictRegistry.Value {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null, .blob: self = .none
    case .int64(let number): self = .number(Int(number))
    case .double(let number): self = .number(Int(number))
    case .string(let text): self = .text(text)
    }
  }
}
