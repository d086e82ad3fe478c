/// The conditional profile of every school in every work.
public struct ProfileAnalysis: Sendable {
  /// One school in one work.
  public struct Entry: Sendable {
    /// The school, and the key of the work.
    public let school: String, work: String
    /// How many participants.
    public let participants: Int
    /// The profile.
    public let profile: Supported<ConditionalProfile>
    /// How alike the works are.
    public let homogeneity: Supported<Homogeneity>
    /// How each task was done, here and elsewhere.
    public let tasks: Supported<[TaskSuccess]>
    /// The chance after the correction of Benjamini and Hochberg over all schools and works.
    public internal(set) var q: Double?
  }

  /// The entries by work, the schools in alphabetical order.
  public let entries: [Entry]
  /// How many chances were corrected together.
  public let comparisons: Int

  /// A profile counts as a sign from this chance on: at 0.05 honest schools stand out too often.
  public static let level = 0.01

  /// Looks at every school beside pupils of the same totals elsewhere.
  ///
  /// - Parameters:
  ///   - works: the works with the results of their schools.
  ///   - seed: of the permutations, where labellings are too many to count.
  public init(_ works: [WorkResults], seed: UInt64) {
    var entries = works.flatMap { work in
      work.schools.filter { !$0.pupils.isEmpty }.sorted { $0.school < $1.school }.map { school in
        let n = school.pupils.count
        let rest = work.rest(of: school.school).map(\.points)
        return Entry(
          school: school.school, work: work.work, participants: n,
          profile: Supported(.profile, n) {
            ConditionalProfile(set: school.points, rest: rest, maxima: work.maxima, seed: seed)
          },
          homogeneity: Supported(.profile, n) { Homogeneity(set: school.points, rest: rest) },
          tasks: Supported(.shares, n) {
            TaskSuccess.all(set: school.points, rest: rest, maxima: work.maxima)
          })
      }
    }
    let tested = entries.indices.filter { entries[$0].profile.value != nil }
    let q = MultipleTesting.benjaminiHochberg(tested.compactMap { entries[$0].profile.value?.p })
    for (place, q) in zip(tested, q) { entries[place].q = q }
    self.entries = entries
    comparisons = tested.count
  }

  /// Whether two works of a school show an unusual profile: one odd task of a variant can mimic the sign in one work.
  public func isRepeated(of school: String) -> Bool {
    entries.count { $0.school == school && ($0.profile.value?.p ?? 1) <= Self.level } >= 2
  }
}
