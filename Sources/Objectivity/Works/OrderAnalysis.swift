/// Which works an expert opens first, a school and work at a time.
public struct OrderAnalysis: Sendable {
  /// One school in one work.
  public struct Entry: Sendable {
    /// The school, and the key of the work.
    public let school: String, work: String
    /// How many participants.
    public let participants: Int
    /// Their codes, by place in the input.
    public let codes: [Int]
    /// The order; its reference are the pupils of all other schools.
    public let order: Supported<WorkOrder>
  }

  /// The entries by work, the schools in alphabetical order.
  public let entries: [Entry]

  /// Orders the works of every school.
  public init(_ works: [WorkResults]) {
    entries = works.flatMap { work in
      work.schools.filter { !$0.pupils.isEmpty }.sorted { $0.school < $1.school }.map { school in
        Entry(
          school: school.school, work: work.work, participants: school.pupils.count,
          codes: school.pupils.map(\.code),
          order: Supported(.order, school.pupils.count) {
            WorkOrder(
              set: school.points, reference: work.rest(of: school.school).map(\.points), maxima: work.maxima)
          })
      }
    }
  }
}
