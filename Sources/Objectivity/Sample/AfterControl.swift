/// The year of the control beside the year that the schools were drawn from: what was to be expected by statistics alone,
/// and what the schools did that were drawn by chance.
public struct AfterControl: Sendable {
  /// A school in both years of a work.
  public struct School: Sendable {
    /// The school.
    public let name: String
    /// The ground on which it was drawn; `nil` for one that was not.
    public let stratum: ControlSample.Stratum?
    /// Participants before and now.
    public let before: Int, now: Int
    /// Both means and the distance from what was to be expected; supported by the smaller of both years.
    public let change: Supported<Change>
  }

  /// How a mean changed.
  public struct Change: Sendable, Hashable {
    /// The means of both years, and the mean to be expected (per cent of the maximum).
    public let before: Double, now: Double, expected: Double
    /// The distance of the mean from the expected one.
    public let residual: YearChange
  }

  /// One work.
  public struct Work: Sendable {
    /// The keys of both years.
    public let before: String, now: String
    /// How much schools change from year to year beyond sampling (standard deviation, percentage points).
    public let yearDeviation: Double
    /// The schools in alphabetical order.
    public let schools: [School]
    /// The mean change of the schools that were drawn by chance; `nil` for fewer than two.
    public let random: Double?
    /// How many schools that is.
    public let randomSchools: Int
  }

  /// The works that both years have.
  public let works: [Work]

  /// Compares two years.
  ///
  /// - Parameters:
  ///   - pairs: each work before and now; years are compared only where they test the same skills.
  ///   - drawn: the schools of the control sample with their strata.
  public init(
    _ pairs: [(before: WorkResults, now: WorkResults)], drawn: [String: ControlSample.Stratum]
  ) {
    works = pairs.compactMap { Self.work($0.before, $0.now, drawn) }
  }

  private static func work(
    _ before: WorkResults, _ now: WorkResults, _ drawn: [String: ControlSample.Stratum]
  ) -> Work? {
    guard let old = MeansAnalysis([before]).works.first, let new = MeansAnalysis([now]).works.first else {
      return nil
    }
    let earlier = Dictionary(old.entries.map { ($0.school, $0) }) { first, _ in first }
    let both = new.entries.compactMap { entry in earlier[entry.school].map { (old: $0, new: entry) } }
    let centres = (before: old.funnel.reference.centre, now: new.funnel.reference.centre)
    func changes(_ yearVariance: Double) -> [School] {
      both.map { pair in
        School(
          name: pair.new.school, stratum: drawn[pair.new.school], before: pair.old.participants,
          now: pair.new.participants,
          change: Supported(.mean, min(pair.old.participants, pair.new.participants)) {
            guard let a = pair.old.point.value, let b = pair.new.point.value else { return nil }
            let residual = YearChange(from: a, to: b, centres: centres, yearVariance: yearVariance)
            return Change(
              before: a.mean, now: b.mean, expected: b.mean - residual.residual, residual: residual)
          })
      }
    }
    // Schools that were chosen for their results would count their own fall as the usual change of a year.
    let usual = changes(0).filter { $0.stratum == nil || $0.stratum == .random || $0.stratum == .rotation }
      .compactMap { $0.change.value?.residual }
    let excess = usual.map { $0.residual * $0.residual - $0.variance }
    let variance = excess.count < 3 ? 0 : max(0, excess.mean)
    let schools = changes(variance)
    let random = schools.filter { $0.stratum == .random }.compactMap { school in
      school.change.value.map { $0.now - $0.before }
    }
    return Work(
      before: before.work, now: now.work, yearDeviation: variance.squareRoot(), schools: schools,
      random: random.count < 2 ? nil : random.mean, randomSchools: random.count)
  }
}
