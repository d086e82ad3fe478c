/// How pupils of each mark did each task, in a school and elsewhere.
public struct MarkGroups: Sendable {
  /// The pupils of one mark.
  public struct Group: Sendable {
    /// The mark, 2 to 5.
    public let mark: Int
    /// How many pupils of the school, and elsewhere.
    public let participants: Int, restParticipants: Int
    /// The success of each task (share of the maximum, 0 to 1): of the school, and elsewhere.
    public let tasks: Supported<[Double]>, rest: Supported<[Double]>
  }

  /// The groups from 2 to 5.
  public let groups: [Group]

  /// The groups of a school in a work.
  public init(_ work: WorkResults, school: String) {
    let own = work.works(of: school)?.pupils ?? []
    let rest = work.rest(of: school)
    groups = MarkTable.marks.map { mark in
      let inside = own.filter { $0.mark == mark }
      let outside = rest.filter { $0.mark == mark }
      return Group(
        mark: mark, participants: inside.count, restParticipants: outside.count,
        tasks: Supported(.group, inside.count) { Self.success(inside, work.maxima) },
        rest: Supported(.group, outside.count) { Self.success(outside, work.maxima) })
    }
  }

  private static func success(_ pupils: [PupilWork], _ maxima: [Int]) -> [Double] {
    maxima.indices.map { task in
      Double(pupils.reduce(0) { $0 + $1.points[task] }) / Double(pupils.count * maxima[task])
    }
  }
}
