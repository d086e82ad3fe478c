/// All signs of every school side by side, with the grade of evidence: what a draw of the control sample rests on.
///
/// Signs are counted by family and not added up: there is no index of a school in it, and no order of schools.
public struct DistrictReview: Sendable {
  /// One school.
  public struct School: Sendable {
    /// The school.
    public let name: String
    /// Works of its pupils over all subjects.
    public let participants: Int
    /// The smallest q of each family that could be looked at.
    public let signs: [SignFamily: Double]
    /// How much stands behind them.
    public let grade: EvidenceGrade
    /// Its score for the draw.
    public let score: Double

    /// Whether the mean, the boundaries or the profile hold after correction: stratum A, if nothing explains it.
    public var isCertain: Bool {
      [SignFamily.mean, .threshold, .profile].contains {
        signs[$0].map { $0 <= EvidenceGrade.signLevel } ?? false
      }
    }
  }

  /// The schools in alphabetical order.
  public let schools: [School]

  /// Looks at everything that the works allow.
  public init(_ works: [WorkResults], seed: UInt64, region: [String: Funnel.Reference] = [:]) {
    let means = MeansAnalysis(works, region: region)
    let threshold = ThresholdAnalysis(works)
    let profile = ProfileAnalysis(works, seed: seed)
    let journal = JournalAnalysis(works)
    schools = WorkResults.names(works).map { name in
      var signs: [SignFamily: Double] = [:]
      signs[.mean] = means.works.flatMap(\.entries).filter { $0.school == name }.compactMap(\.q).min()
      let boundaries = threshold?.schools.first { $0.name == name }
      signs[.threshold] = boundaries?.q
      signs[.profile] = Self.profileSign(profile, name)
      signs[.journal] = journal.schools.first { $0.name == name }?.q
      return School(
        name: name,
        participants: works.reduce(0) { $0 + ($1.works(of: name)?.pupils.count ?? 0) },
        signs: signs, grade: EvidenceGrade(signs: signs, isPooled: boundaries?.isPooled == true),
        score: means.score(of: name))
    }
  }

  /// The larger q of the two clearest works; 1 when fewer than two are unusual, `nil` when fewer than two were looked at.
  private static func profileSign(_ analysis: ProfileAnalysis, _ school: String) -> Double? {
    let tested = analysis.entries.filter { $0.school == school }.compactMap(\.q).sorted()
    guard tested.count >= 2 else { return nil }
    return analysis.isRepeated(of: school) ? tested[1] : 1
  }
}
