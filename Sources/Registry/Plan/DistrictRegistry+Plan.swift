internal import Assessment
internal import GRDB
public import SchoolCalendar

/// A school as the registry knows it.
public struct RegisteredSchool: Sendable, Hashable {
  /// The login in ФИС ОКО, `edu380001`.
  public let login: String
  /// The name of the school; empty when it is not known.
  public let name: String
  /// The district or the municipality, where a region is kept in one registry; empty otherwise.
  public let district: String

  /// A school.
  public init(login: String, name: String = "", district: String = "") {
    self.login = login
    self.name = name
    self.district = district
  }
}

/// A work that a school is to hand in.
public struct PlannedWork: Sendable, Hashable {
  /// Which work of which school.
  public let key: WorkKey
  /// The letters of the classes; empty for the whole grade.
  public var classes = ""
  /// The day of the test.
  public var held: CalendarDay?
  /// How many pupils write.
  public var participants: Int?
  /// The codes given out.
  public var codes: ClosedRange<Int>?

  /// A planned work of which nothing more is known.
  public init(_ key: WorkKey) { self.key = key }
}

extension DistrictRegistry {
  /// Takes a plan over: it replaces the one before; works that were planned and are no more keep what came in.
  ///
  /// A work that is new stands as «не поступило».
  public func replacePlan(
    schools: [RegisteredSchool], works: [PlannedWork], at now: Moment
  ) throws(RegistryError) {
    try write { db in
      for school in schools { try db.add(school) }
      try db.execute(sql: "DELETE FROM planned")
      for work in works { try db.add(work, at: now) }
      // What was only planned and is no more has nothing to keep.
      try db.execute(
        sql: """
          DELETE FROM work WHERE state = 'missing'
            AND NOT EXISTS (SELECT 1 FROM planned p WHERE p.school = work.school AND p.work = work.id)
            AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.school = work.school AND s.work = work.id)
          """)
    }
  }

  /// The schools by login.
  public func schools() throws(RegistryError) -> [RegisteredSchool] {
    try read { db in
      try db.rows("SELECT * FROM school ORDER BY login").map {
        RegisteredSchool(login: $0["login"], name: $0["name"], district: $0["district"])
      }
    }
  }

  /// The plan, by school and work.
  public func plannedWorks() throws(RegistryError) -> [PlannedWork] {
    try read { db in
      try db.rows("SELECT * FROM planned ORDER BY school, work, classes").compactMap {
        PlannedWork($0)
      }
    }
  }
}

extension Database {
  fileprivate func add(_ school: RegisteredSchool) throws {
    try execute(
      literal: """
        INSERT INTO school(login, name, district) VALUES (\(school.login), \(school.name), \(school.district))
        ON CONFLICT DO UPDATE SET name = excluded.name, district = excluded.district
        """)
  }

  fileprivate func add(_ work: PlannedWork, at now: Moment) throws {
    _ = try addWork(work.key, .missing, at: now)
    let codes = work.codes
    try execute(
      literal: """
        INSERT OR REPLACE INTO planned(school, work, classes, held, participants, first_code, last_code)
        VALUES (\(work.key.school), \(work.key.work.id), \(work.classes), \(work.held?.description),
          \(work.participants), \(codes?.lowerBound), \(codes?.upperBound))
        """)
  }
}

extension PlannedWork {
  init?(_ row: Row) {
    guard let key = WorkKey(row) else { return nil }
    self.init(key)
    classes = row["classes"]
    held = (row["held"] as String?).flatMap { CalendarDay(iso: $0) }
    participants = row["participants"]
    if let first = row["first_code"] as Int?, let last = row["last_code"] as Int?, first <= last {
      codes = first...last
    }
  }
}
