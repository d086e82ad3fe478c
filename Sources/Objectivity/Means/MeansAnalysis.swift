/// Means of schools in all works of the input: funnel, chance, and what is to be expected next year.
public struct MeansAnalysis: Sendable {
  /// One school in one work.
  public struct Entry: Sendable {
    /// The school.
    public let school: String
    /// How many participants.
    public let participants: Int
    /// The school in the funnel.
    public let point: Supported<Funnel.Point>
    /// The exact test against groups drawn from all pupils.
    public let group: Supported<RandomGroupTest>
    /// The chance after the correction of Benjamini and Hochberg, and of Holm, over all schools and works.
    public internal(set) var q: Double?, holm: Double?
  }

  /// One work.
  public struct Work: Sendable {
    /// The key of the work.
    public let work: String
    /// The funnel over all schools.
    public let funnel: Funnel
    /// Whether each school was measured against the others only, as there are fewer than fifteen.
    public let isLeaveOneOut: Bool
    /// The schools in alphabetical order.
    public internal(set) var entries: [Entry]
    /// The schools that only serve for comparison, without their names.
    public internal(set) var others: [Supported<Funnel.Point>]
  }

  /// The works.
  public internal(set) var works: [Work]
  /// How many chances were corrected together.
  public let comparisons: Int

  /// Fewer schools than this are measured against the others only.
  public static let fewestSchools = 15

  /// Looks at every school of every work with three schools or more; without a reference of the region, four.
  ///
  /// - Parameters:
  ///   - results: the works with the results of their schools.
  ///   - region: the reference of the region for a work, where it is known.
  public init(_ results: [WorkResults], region: [String: Funnel.Reference] = [:]) {
    var works = results.compactMap { Self.work($0, region[$0.work]) }
    let places = works.indices.flatMap { work in
      works[work].entries.indices.compactMap { entry in
        works[work].entries[entry].point.value.map { (work: work, entry: entry, p: $0.upper) }
      }
    }
    let p = places.map(\.p)
    comparisons = p.count
    for (place, (q, holm)) in zip(
      places, zip(MultipleTesting.benjaminiHochberg(p), MultipleTesting.holm(p)))
    {
      works[place.work].entries[place.entry].q = q
      works[place.work].entries[place.entry].holm = holm
    }
    self.works = works
  }

  private static func work(_ results: WorkResults, _ region: Funnel.Reference?) -> Work? {
    let all = (results.schools + results.reference).filter { !$0.pupils.isEmpty }
    let percents = all.map { school in
      school.pupils.map { 100 * Double($0.total) / Double(max(1, results.maximum)) }
    }
    guard all.count >= 3, let within = region?.within ?? Funnel.within(percents), within > 0 else {
      return nil
    }
    let means = percents.map(\.mean)
    let counts = all.map(\.pupils.count)
    let funnel =
      region.map { Funnel(means: means, participants: counts, reference: $0) }
      ?? Funnel(means: means, participants: counts, within: within)
    let isLeaveOneOut = region == nil && all.count < fewestSchools
    let looked = Set(results.schools.map(\.school))
    let largest = zip(all, counts).filter { looked.contains($0.0.school) }.map(\.1).max() ?? 0
    let groups = RandomGroups(pool: all.flatMap { $0.pupils.map(\.total) }, upTo: largest)
    func point(_ index: Int) -> Supported<Funnel.Point> {
      Supported(.mean, counts[index]) {
        isLeaveOneOut ? pointAgainstOthers(index, percents) : funnel.points[index]
      }
    }
    let entries = all.indices.filter { looked.contains(all[$0].school) }.map { index in
      Entry(
        school: all[index].school, participants: counts[index], point: point(index),
        group: Supported(.mean, counts[index]) {
          groups.flatMap { RandomGroupTest(group: all[index].pupils.map(\.total), among: $0) }
        })
    }
    return Work(
      work: results.work, funnel: funnel, isLeaveOneOut: isLeaveOneOut,
      entries: entries.sorted { $0.school < $1.school },
      others: all.indices.filter { !looked.contains(all[$0].school) }.map { point($0) })
  }

  /// A school beside the others: it neither moves its own centre nor widens its own limits.
  ///
  /// Few others know their centre and spread badly, and that has to count: the prediction interval of Higgins and Thompson
  /// (J. R. Statist. Soc. A 2009, 137–159), with the plain over-dispersion, for winsorising makes that of few schools too small.
  private static func pointAgainstOthers(_ index: Int, _ percents: [[Double]]) -> Funnel.Point? {
    let others = percents.indices.filter { $0 != index }.map { percents[$0] }
    guard others.count >= 3, let within = Funnel.within(others), within > 0 else { return nil }
    let funnel = Funnel(
      means: others.map(\.mean), participants: others.map(\.count), within: within, winsor: 0)
    let between = funnel.reference.between
    let weights = funnel.points.map { 1 / ($0.variance + between) }
    let total = weights.reduce(0, +)
    let centre = zip(funnel.points, weights).reduce(0) { $0 + $1.0.mean * $1.1 } / total
    let own = percents[index]
    let variance = within * within / Double(own.count)
    let away = own.mean - centre
    let (spread, freedom) = ((variance + between + 1 / total).squareRoot(), Double(others.count - 2))
    let z = away / spread
    let kept = between / (between + variance)
    return Funnel.Point(
      mean: own.mean, participants: own.count, variance: variance, z: away / variance.squareRoot(),
      adjustedZ: z, upper: Student.below(-z, freedom),
      limits: Interval(around: centre, by: Student.quantile(0.975, freedom) * spread), shrinkage: kept,
      expected: centre + kept * away, expectedDeviation: (kept * variance).squareRoot())
  }
}

extension MeansAnalysis {
  /// The same figures, corrected for all schools, with one school looked at and the others nameless.
  public func focused(on school: String) -> MeansAnalysis {
    var focused = self
    focused.works = works.compactMap { work in
      guard work.entries.contains(where: { $0.school == school }) else { return nil }
      var own = work
      own.entries = work.entries.filter { $0.school == school }
      own.others += work.entries.filter { $0.school != school }.map(\.point)
      return own
    }
    return focused
  }

  /// The score of a school for the draw: its shrunken excess over all works, in standard deviations of pupils, weighed by participants.
  public func score(of school: String) -> Double {
    var sum = 0.0
    var weight = 0.0
    for work in works {
      for entry in work.entries where entry.school == school {
        guard let point = entry.point.value else { continue }
        let within = (point.variance * Double(point.participants)).squareRoot()
        let kept = point.shrinkage * (point.mean - work.funnel.reference.centre)
        sum += Double(point.participants) * kept / within
        weight += Double(point.participants)
      }
    }
    return weight > 0 ? sum / weight : 0
  }
}
