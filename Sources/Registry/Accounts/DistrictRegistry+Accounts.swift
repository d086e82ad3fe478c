internal import Assessment
internal import GRDB
public import SchoolCalendar

extension DistrictRegistry {
  /// The accounts by login.
  public func accounts() throws(RegistryError) -> [Account] {
    try read { db in try db.rows("SELECT * FROM account ORDER BY login").compactMap { Account($0) } }
  }

  /// An open account with its hashed password, by login.
  public func account(login: String) throws(RegistryError) -> (account: Account, password: String)? {
    try read { db in
      try db.row("SELECT * FROM account WHERE login = \(login) AND closed IS NULL").flatMap { row in
        Account(row).map { ($0, row["password"]) }
      }
    }
  }

  /// An open account by its number.
  public func account(_ id: Int) throws(RegistryError) -> Account? {
    try read { db in
      try db.row("SELECT * FROM account WHERE id = \(id) AND closed IS NULL").flatMap { Account($0) }
    }
  }

  /// Puts down an invitation by the digest of its secret; the secret itself is not kept.
  public func invite(
    _ invitation: Invitation, digest: String, until end: Moment, at now: Moment
  ) throws(RegistryError) {
    try write { db in
      if let school = invitation.school { try db.addSchool(school) }
      try db.execute(
        literal: """
          INSERT INTO invitation(digest, role, school, name, created, expires)
          VALUES (\(digest), \(invitation.role.rawValue), \(invitation.school), \(invitation.name),
            \(now.secondsSince1970), \(end.secondsSince1970))
          """)
    }
  }

  /// An invitation that still holds.
  public func invitation(digest: String, at now: Moment) throws(RegistryError) -> Invitation? {
    try read { db in try db.invitation(digest, at: now) }
  }

  /// Makes an account of an invitation, which is used up by it; `nil` when it no longer holds or the login is taken.
  public func join(
    digest: String, login: String, password: String, at now: Moment
  ) throws(RegistryError) -> Account? {
    try write { db in
      guard let invitation = try db.invitation(digest, at: now),
        try db.number("SELECT count(*) FROM account WHERE login = \(login)") == 0
      else { return nil }
      try db.execute(
        literal: "UPDATE invitation SET used = \(now.secondsSince1970) WHERE digest = \(digest)")
      try db.execute(
        literal: """
          INSERT INTO account(login, role, school, name, password, created)
          VALUES (\(login), \(invitation.role.rawValue), \(invitation.school), \(invitation.name), \(password),
            \(now.secondsSince1970))
          """)
      return try db.row("SELECT * FROM account WHERE id = \(db.lastInsertedRowID)").flatMap { Account($0) }
    }
  }

  /// Closes an account; what it did stays in the trail.
  public func close(account id: Int, at now: Moment) throws(RegistryError) {
    try write { db in
      try db.execute(
        literal: "UPDATE account SET closed = \(now.secondsSince1970) WHERE id = \(id) AND closed IS NULL")
    }
  }

  // MARK: Trail

  /// Puts down what somebody did.
  public func audit(
    _ action: String, _ object: String, by account: Int?, at now: Moment
  ) throws(RegistryError) {
    try write { db in
      try db.execute(
        literal: """
          INSERT INTO audit(at, account, action, object)
          VALUES (\(now.secondsSince1970), \(account), \(action), \(object))
          """)
    }
  }

  /// The latest lines of the trail, the newest first.
  public func trail(limit: Int = 200) throws(RegistryError) -> [AuditLine] {
    try read { db in
      try db.rows(
        """
        SELECT audit.*, account.login FROM audit LEFT JOIN account ON account.id = audit.account
        ORDER BY audit.id DESC LIMIT \(limit)
        """
      ).map {
        AuditLine(
          at: Moment(secondsSince1970: $0["at"]), login: $0["login"], action: $0["action"],
          object: $0["object"])
      }
    }
  }
}

extension Database {
  fileprivate func invitation(_ digest: String, at now: Moment) throws -> Invitation? {
    try row(
      """
      SELECT * FROM invitation WHERE digest = \(digest) AND used IS NULL AND expires > \(now.secondsSince1970)
      """
    ).flatMap { row in
      Role(rawValue: row["role"]).map { Invitation(role: $0, school: row["school"], name: row["name"]) }
    }
  }
}

extension Account {
  init?(_ row: Row) {
    guard let role = Role(rawValue: row["role"]) else { return nil }
    id = row["id"]
    login = row["login"]
    self.role = role
    school = row["school"]
    name = row["name"]
    closed = (row["closed"] as Int?).map { Moment(secondsSince1970: $0) }
  }
}
