internal import GRDB
internal import Glibc

/// The memory of a district: one SQLite file with plan, submissions, findings, explanations, states, uploads, custody.
///
/// It knows schools by login and pupils by code; no pupil's name and no name of a file comes in. What a call has
/// returned from is committed and on disk (WAL, `synchronous=FULL`). One process writes at a time; another one waits a
/// while and is then told so.
public final class DistrictRegistry: Sendable {
  /// The path of the file.
  public let path: String
  let pool: DatabasePool

  /// Opens a registry; makes it when there is none.
  ///
  /// An older version is brought to the present one in one transaction, after a copy of the file as it was:
  /// `район.db.v1.bak`.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - patience: for how many seconds a call waits while another program writes.
  /// - Throws: ``RegistryError``.
  public init(_ path: String, patience: Double = 5) throws(RegistryError) {
    self.path = path
    pool = try RegistryError.translating(path) {
      try Self.refuseStrangers(path)
      let pool = try DatabasePool(path: path, configuration: Self.configuration(patience))
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      try Self.migrate(pool, path)
      return pool
    }
  }

  /// Ends the work with the file; what stands in its WAL is written back.
  public func close() throws(RegistryError) {
    try translating {
      // Another program may be reading: then it stays in the WAL for the next one, and nothing is lost.
      _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      try pool.close()
    }
  }

  func translating<T>(_ work: () throws -> T) throws(RegistryError) -> T {
    try RegistryError.translating(path, work)
  }

  /// Reads in one snapshot.
  func read<T>(_ work: (Database) throws -> T) throws(RegistryError) -> T {
    try translating { try pool.unsafeRead(work) }
  }

  /// Writes in one transaction.
  func write<T>(_ work: (Database) throws -> T) throws(RegistryError) -> T {
    try translating {
      try pool.writeWithoutTransaction { db in
        var result: T?
        try db.inTransaction(.immediate) {
          result = try work(db)
          return .commit
        }
        guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return result
      }
    }
  }

  private static func configuration(_ patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(patience)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF")
    }
    return configuration
  }

  /// Looks at the file without writing: somebody else's database stays untouched, WAL mode included.
  private static func refuseStrangers(_ path: String) throws {
    guard access(path, F_OK) == 0 else { return }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    let file = try DatabaseQueue(path: path, configuration: configuration)
    try file.read { db in
      let tables = try db.number("SELECT count(*) FROM sqlite_schema") ?? 0
      guard tables > 0 else { return }
      guard try db.number("PRAGMA application_id") == RegistrySchema.applicationID else {
        throw RegistryError.notARegistry(path)
      }
      let version = try db.number("PRAGMA user_version") ?? 0
      if version > RegistrySchema.version {
        throw RegistryError.newer(path, version: version, known: RegistrySchema.version)
      }
    }
    try file.close()
  }

  private static func migrate(_ pool: DatabasePool, _ path: String) throws {
    try pool.writeWithoutTransaction { db in
      func version() throws -> Int { try db.number("PRAGMA user_version") ?? 0 }
      let old = try version()
      guard old < RegistrySchema.version else { return }
      if old > 0 {
        let copy = try DatabaseQueue(path: "\(path).v\(old).bak")
        try copy.writeWithoutTransaction { try db.backup(to: $0) }
        try copy.close()
      }
      try db.inTransaction(.immediate) {
        // Another process may have been faster.
        try RegistrySchema.migrate(db, from: try version())
        return .commit
      }
    }
  }
}
