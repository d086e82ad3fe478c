/// Bunching at the boundaries of marks, a school at a time against all others, over all works of the input.
public struct ThresholdAnalysis: Sendable {
  /// One school in one work.
  public struct Set: Sendable {
    /// The key of the work.
    public let work: String
    /// How many participants.
    public let participants: Int
    /// Works by total: of the school, and of the rest.
    public let histogram: [Int], rest: [Int]
    /// The lowest totals of the marks 3, 4 and 5.
    public let cuts: [Int]
    /// The boundaries.
    public let boundaries: [ThresholdTest.Boundary]
    /// The test of this work by itself.
    public let test: Supported<ThresholdTest>

    private init(_ own: SchoolWorks, in work: WorkResults, rest: [PupilWork]) {
      self.work = work.work
      participants = own.pupils.count
      histogram = own.histogram(maximum: work.maximum)
      self.rest = SchoolWorks(school: "", pupils: rest).histogram(maximum: work.maximum)
      cuts = work.cuts
      let boundaries = ThresholdTest.Boundary.all(cuts: work.cuts, set: histogram, rest: self.rest)
      self.boundaries = boundaries
      test = Supported(.boundaries, own.pupils.count) { rest.isEmpty ? nil : ThresholdTest(boundaries) }
    }

    /// A school of a work beside all others.
    init(_ own: SchoolWorks, in work: WorkResults) {
      self.init(own, in: work, rest: work.rest(of: own.school))
    }

    /// A school of a work in which it is alone.
    init(alone own: SchoolWorks, in work: WorkResults) { self.init(own, in: work, rest: []) }
  }

  /// One school.
  public struct School: Sendable {
    /// The school.
    public let name: String
    /// Its works.
    public let sets: [Set]
    /// How many works of pupils there are.
    public let participants: Int
    /// The test over all its works.
    public let pooled: Supported<ThresholdTest>
    /// Whether so many pupils stand behind the test that a rare result counts as two signs.
    public var isPooled: Bool { participants >= Output.pooledBoundaries.fewest }
    /// The chance after the correction of Benjamini and Hochberg, and of Holm; `nil` without a test.
    public internal(set) var q: Double?, holm: Double?
  }

  /// The schools in alphabetical order.
  public let schools: [School]
  /// How many schools were tested.
  public let comparisons: Int

  /// Looks at every school of the works whose scale is known.
  ///
  /// - Returns: `nil` when there are no other pupils to compare with.
  public init?(_ works: [WorkResults]) {
    var schools = WorkResults.names(works).map { name in
      Self.school(name, works.filter { !$0.cuts.isEmpty && !$0.rest(of: name).isEmpty })
    }
    schools.removeAll { $0.sets.isEmpty }
    guard !schools.isEmpty else { return nil }
    let tested = schools.indices.filter { schools[$0].pooled.value != nil }
    let p = tested.compactMap { schools[$0].pooled.value?.p }
    for (place, (q, holm)) in zip(
      tested, zip(MultipleTesting.benjaminiHochberg(p), MultipleTesting.holm(p)))
    {
      (schools[place].q, schools[place].holm) = (q, holm)
    }
    self.schools = schools
    comparisons = tested.count
  }

  private static func school(_ name: String, _ works: [WorkResults]) -> School {
    let sets = works.compactMap { work -> Set? in
      guard let own = work.works(of: name), !own.pupils.isEmpty else { return nil }
      return Set(own, in: work)
    }
    let participants = sets.reduce(0) { $0 + $1.participants }
    // One set by itself needs fewer pupils than several that are pooled because each is too small.
    let output: Output = sets.count == 1 ? .boundaries : .pooledBoundaries
    return School(
      name: name, sets: sets, participants: participants,
      pooled: Supported(output, participants) { ThresholdTest(sets.flatMap(\.boundaries)) })
  }
}
