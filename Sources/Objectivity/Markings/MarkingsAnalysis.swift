/// Two markings of the same works, as far as their number allows to say anything.
public struct MarkingsAnalysis: Sendable {
  /// A work that both marked.
  public struct Pair: Sendable, Hashable {
    /// The participant's code.
    public let code: Int
    /// The points of each task, first and second marking; `nil` where one has none.
    public let first: [Int?], second: [Int?]

    /// A work with both markings.
    public init(code: Int, first: [Int?], second: [Int?]) {
      self.code = code
      self.first = first
      self.second = second
    }

    /// The totals over the tasks that both marked.
    var totals: (first: Int, second: Int) {
      zip(first, second).reduce((0, 0)) { sums, points in
        guard let a = points.0, let b = points.1 else { return sums }
        return (sums.0 + a, sums.1 + b)
      }
    }
  }

  /// How the totals are shifted.
  public struct Bias: Sendable, Hashable {
    /// The mean of first − second (points), and its 95 % interval.
    public let mean: Double, interval: Interval
    /// The exact test of the shift.
    public let test: SignFlipTest
  }

  /// A task on which the markings differ.
  public struct Gap: Sendable, Hashable {
    /// The participant's code.
    public let code: Int
    /// The task's place.
    public let task: Int
    /// The points of both.
    public let first: Int, second: Int
    /// What follows.
    public let decision: Adjudication.Decision
  }

  /// The works that both marked, and their totals.
  public let pairs: [Pair]
  /// The totals of each work (points).
  public let totals: [(first: Int, second: Int)]
  /// First − second of the totals.
  public var differences: [Int] { totals.map { $0.first - $0.second } }
  /// The shift.
  public let bias: Supported<Bias>
  /// Marks by the first and by the second marking; `nil` when the scale is not known.
  public let marks: MarkTable?
  /// The shares of marks that the second marking lowered, and raised.
  public let lowered: Supported<Proportion>, raised: Supported<Proportion>
  /// The limits between which differences lie.
  public let limits: Supported<LimitsOfAgreement>
  /// The correlation ICC(A,1).
  public let correlation: Supported<IntraclassCorrelation>
  /// Quadratic kappa of the marks.
  public let kappa: Supported<Double>
  /// Each task, by its place.
  public let tasks: Supported<[TaskAgreement?]>
  /// The tasks that differ, work by work: they are work to do, and are listed however few they are.
  public let gaps: [Gap]

  /// Compares two markings.
  ///
  /// - Parameters:
  ///   - pairs: the works that were marked twice.
  ///   - maxima: the maximum of each task.
  ///   - cuts: the lowest totals of the marks 3, 4 and 5; empty when they are not known.
  ///   - limits: the differences from which on a third expert decides.
  ///   - smallGap: what a smaller difference is settled by.
  public init(
    _ pairs: [Pair], maxima: [Int], cuts: [Int], limits: Adjudication.Limits = Adjudication.Limits(),
    smallGap: Adjudication.SmallGap = .mean
  ) {
    let n = pairs.count
    let totals = pairs.map(\.totals)
    let differences = totals.map { $0.first - $0.second }
    let picture = LimitsOfAgreement(differences.map(Double.init))
    self.pairs = pairs
    self.totals = totals
    bias = Supported(.bias, n) {
      picture.map { Bias(mean: $0.bias, interval: $0.biasInterval, test: SignFlipTest(differences)) }
    }
    let table =
      cuts.isEmpty
      ? nil : MarkTable(totals.map { (row: Self.mark($0.first, cuts), column: Self.mark($0.second, cuts)) })
    marks = table
    lowered = Supported(.shares, n) { table.flatMap { Proportion($0.lowered, of: n) } }
    raised = Supported(.shares, n) { table.flatMap { Proportion($0.raised, of: n) } }
    self.limits = Supported(.agreement, n) { picture }
    correlation = Supported(.agreement, n) {
      IntraclassCorrelation(totals.map { [Double($0.first), Double($0.second)] })
    }
    kappa = Supported(.agreement, n) { table?.kappa() }
    tasks = Supported(.bias, n) {
      maxima.indices.map { task in
        TaskAgreement(Self.points(of: task, pairs), limit: limits.limit(maximum: maxima[task]))
      }
    }
    gaps = pairs.flatMap { pair in
      maxima.indices.compactMap { task -> Gap? in
        guard let a = pair.first[task], let b = pair.second[task],
          let decision = Adjudication.decision(
            a, b, maximum: maxima[task], limits: limits, smallGap: smallGap)
        else { return nil }
        return Gap(code: pair.code, task: task, first: a, second: b, decision: decision)
      }
    }
  }

  private static func points(of task: Int, _ pairs: [Pair]) -> [(first: Int, second: Int)] {
    pairs.compactMap { pair in
      guard let a = pair.first[task], let b = pair.second[task] else { return nil }
      return (a, b)
    }
  }

  private static func mark(_ total: Int, _ cuts: [Int]) -> Int { 2 + cuts.count { total >= $0 } }
}
