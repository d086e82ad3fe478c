public import Assessment
internal import GRDB
public import SchoolCalendar

/// One hop of a package on its way: who gave what to whom, and when.
public struct CustodyHop: Sendable, Hashable {
  /// The number of the record; 0 before it is put down.
  public var id = 0
  /// Which work of which school.
  public let key: WorkKey
  /// The place in the chain, 1…11 (`fis-oko`: download … upload).
  public let hop: Int
  /// When it happened.
  public let at: Moment
  /// Who gave: a role or a member of staff.
  public let giver: String
  /// Who took.
  public let taker: String
  /// What was handed over.
  public let what: String
  /// How many works; `nil` when they were not counted.
  public var works: Int?
  /// A remark.
  public var note = ""

  /// A hop.
  public init(
    _ key: WorkKey, hop: Int, at: Moment, giver: String, taker: String, what: String, works: Int? = nil,
    note: String = ""
  ) {
    self.key = key
    self.hop = hop
    self.at = at
    self.giver = giver
    self.taker = taker
    self.what = what
    self.works = works
    self.note = note
  }
}

extension DistrictRegistry {
  /// Puts down a hop and gives the number of its record.
  public func add(_ hop: CustodyHop) throws(RegistryError) -> Int {
    try write { db in
      try db.addSchool(hop.key.school)
      try db.execute(
        literal: """
          INSERT INTO custody(school, work, hop, at, giver, taker, what, works, note)
          VALUES (\(hop.key.school), \(hop.key.work.id), \(hop.hop), \(hop.at.secondsSince1970), \(hop.giver),
            \(hop.taker), \(hop.what), \(hop.works), \(hop.note))
          """)
      return Int(db.lastInsertedRowID)
    }
  }

  /// The hops by school, work and time; of one school, or of one work of it.
  public func custody(school: String? = nil, work: Work? = nil) throws(RegistryError) -> [CustodyHop] {
    try read { db in
      let ofSchool: SQL = school.map { "school = \($0)" } ?? "1"
      let ofWork: SQL = work.map { "work = \($0.id)" } ?? "1"
      return try db.rows(
        "SELECT * FROM custody WHERE \(ofSchool) AND \(ofWork) ORDER BY school, work, at, hop, id"
      ).compactMap { CustodyHop($0) }
    }
  }
}

extension CustodyHop {
  init?(_ row: Row) {
    guard let key = WorkKey(row) else { return nil }
    self.init(
      key, hop: row["hop"], at: Moment(secondsSince1970: row["at"]), giver: row["giver"], taker: row["taker"],
      what: row["what"], works: row["works"], note: row["note"])
    id = row["id"]
  }
}
