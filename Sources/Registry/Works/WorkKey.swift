public import Assessment

/// Which work of which school.
public struct WorkKey: Hashable, Sendable {
  /// The login in ФИС ОКО, `edu380001`.
  public let school: String
  /// The work.
  public let work: Work

  /// A work of a school.
  public init(school: String, work: Work) {
    self.school = school
    self.work = work
  }
}

extension WorkKey: Comparable {
  /// Orders by school, then by season, grade, subject and level.
  public static func < (a: Self, b: Self) -> Bool {
    if a.school != b.school { return a.school < b.school }
    let (left, right) = (a.work, b.work)
    return (left.season, left.grade, left.subject, left.level.rawValue)
      < (right.season, right.grade, right.subject, right.level.rawValue)
  }
}
