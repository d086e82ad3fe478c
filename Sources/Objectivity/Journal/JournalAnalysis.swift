/// Marks of the ВПР against those of the journal, a school at a time, over all works of the input.
public struct JournalAnalysis: Sendable {
  /// A pupil whose marks are two or more apart: a matter for a look at the journal, and often a slip in keying.
  public struct Gap: Sendable, Hashable {
    /// The key of the work.
    public let work: String
    /// The participant's code.
    public let code: Int
    /// Both marks.
    public let journal: Int, mark: Int
  }

  /// One school.
  public struct School: Sendable {
    /// The school.
    public let name: String
    /// How many have both marks.
    public let participants: Int
    /// Journal in rows, ВПР in columns.
    public let table: MarkTable
    /// The shares of lowered and raised marks.
    public let lowered: Supported<Proportion>, raised: Supported<Proportion>
    /// The chance of so many raised among the changed, if up and down were as likely.
    public let raisedTail: Supported<Double>
    /// The chance of so large a raised share beside the rest; `nil` inside without a rest.
    public let besideRest: Supported<Double>
    /// The chance that everybody is confirmed at the rest's rate; only when everybody is.
    public let allConfirmed: Supported<Double>
    /// Quadratic kappa, and the test of the margins.
    public let kappa: Supported<Double>, margins: Supported<MarkTable.Margins>
    /// Pupils whose marks are two or more apart.
    public let gaps: Supported<[Gap]>
    /// The chance beside the rest after the correction of Benjamini and Hochberg.
    public internal(set) var q: Double?
  }

  /// The schools in alphabetical order.
  public let schools: [School]
  /// Lowered, confirmed, raised over everybody.
  public let everybody: JournalTest.Rest
  /// How many schools were compared with the rest.
  public let comparisons: Int

  /// Looks at every school that has pupils with both marks.
  public init(_ works: [WorkResults]) {
    let names = WorkResults.names(works)
    var schools = names.compactMap { name in
      Self.school(
        name, works,
        rest: Self.counts(works.flatMap { work in work.rest(of: name) }))
    }
    let tested = schools.indices.filter { schools[$0].besideRest.value != nil }
    let q = MultipleTesting.benjaminiHochberg(tested.compactMap { schools[$0].besideRest.value })
    for (place, q) in zip(tested, q) { schools[place].q = q }
    self.schools = schools
    comparisons = tested.count
    everybody = Self.counts(works.flatMap { ($0.schools + $0.reference).flatMap(\.pupils) })
  }

  private static func school(_ name: String, _ works: [WorkResults], rest: JournalTest.Rest) -> School? {
    var pairs: [(row: Int, column: Int)] = []
    var gaps: [Gap] = []
    for work in works {
      for pupil in work.works(of: name)?.pupils ?? [] {
        guard let mark = pupil.mark, let journal = pupil.journal else { continue }
        pairs.append((journal, mark))
        if abs(mark - journal) >= 2 {
          gaps.append(Gap(work: work.work, code: pupil.code, journal: journal, mark: mark))
        }
      }
    }
    guard let table = MarkTable(pairs), table.total > 0 else { return nil }
    let n = table.total
    let rate = Double(rest.confirmed) / Double(max(1, rest.total))
    return School(
      name: name, participants: n, table: table,
      lowered: Supported(.shares, n) { Proportion(table.lowered, of: n) },
      raised: Supported(.shares, n) { Proportion(table.raised, of: n) },
      raisedTail: Supported(.shares, n) { table.raisedTail },
      besideRest: Supported(.shares, n) {
        rest.total == 0 ? nil : JournalTest.raisedTail(raised: table.raised, of: n, rest: rest)
      },
      allConfirmed: Supported(.shares, n) {
        table.confirmed == n && rest.total > 0 ? JournalTest.allConfirmed(total: n, rate: rate) : nil
      },
      kappa: Supported(.agreement, n) { table.kappa() },
      margins: Supported(.agreement, n) { table.margins },
      gaps: Supported(.gaps, n) { gaps })
  }

  private static func counts(_ pupils: [PupilWork]) -> JournalTest.Rest {
    var counts = (lowered: 0, confirmed: 0, raised: 0)
    for pupil in pupils {
      guard let mark = pupil.mark, let journal = pupil.journal else { continue }
      if mark < journal {
        counts.lowered += 1
      } else if mark == journal {
        counts.confirmed += 1
      } else {
        counts.raised += 1
      }
    }
    return JournalTest.Rest(
      lowered: counts.lowered, confirmed: counts.confirmed, raised: counts.raised)
  }
}
