import Testing

@testable import Objectivity

@Suite("Bunching at the boundaries of marks")
struct ThresholdTests {
  @Test func `Each boundary and all of them together are the exact rationals`() throws {
    let vectors = try Vectors("threshold")
    let boundaries = ThresholdTest.Boundary.all(
      cuts: try vectors["cuts"].ints, set: try vectors["hist_school"].ints,
      rest: try vectors["hist_rest"].ints)
    #expect(
      boundaries.map { [$0.below, $0.above, $0.restBelow, $0.restAbove] }
        == (try vectors["tables_school_below_above_rest_below_above"].table))
    expect(boundaries.map(\.p), try vectors["single"].list.map { try $0.number }, within: exact)
    let pooled = ThresholdTest(boundaries)
    expect(pooled.p, 434_541_875.0 / 203_316_780_744, within: exact)
    expect(pooled.p / (try vectors["pooled"].number), 1, within: exact)
    #expect((pooled.above, pooled.below) == (12, 1))
    expect(pooled.expected, 6.8, within: 0.01)
  }

  @Test func `Without other pupils a coin is tossed`() throws {
    let two = try Vectors("threshold")["two_bin"]
    expect(
      UnreferencedThreshold.twoBins(above: 12, below: 1), try two["p"].number, within: exact)
  }

  @Test func `An empty score below the boundary is counted and not left out`() throws {
    let vectors = try Vectors("frandsen")
    let known = vectors["case"]
    let (below, at, above) = (try known["nb"].int, try known["nc"].int, try known["na"].int)
    expect(
      UnreferencedThreshold.threeBins(below: below, at: at, above: above, bend: 0),
      try vectors["p_upper_k0"].number, within: exact)
    expect(
      UnreferencedThreshold.threeBins(below: below, at: at, above: above),
      try vectors["p_upper_k01"].number, within: exact)
    let empty = UnreferencedThreshold.threeBins(below: 0, at: 12, above: 6, bend: 0)
    let full = UnreferencedThreshold.threeBins(below: 5, at: 12, above: 6, bend: 0)
    #expect(empty < full)
    expect(empty, 0.0039, within: 0.00005)
    expect(full, 0.048, within: 0.0005)
  }

  @Test func `Scores beyond either histogram count nothing`() {
    let boundaries = ThresholdTest.Boundary.all(cuts: [1, 9], set: [1], rest: [1, 2])
    #expect(boundaries[0] == ThresholdTest.Boundary(cut: 1, below: 1, above: 0, restBelow: 1, restAbove: 2))
    #expect(boundaries[1].p == 1)
  }

  @Test func `Percentages that are counts give the counts`() throws {
    #expect(
      try RecoveredCounts.counts(percents: [4.17, 33.33, 41.67, 20.83], participants: 24, decimals: 2)
        == [1, 8, 10, 5])
    #expect(try RecoveredCounts.counts(percents: [0, 100], participants: 7, decimals: 0) == [0, 7])
  }

  @Test func `Percentages that are no counts are refused`() {
    #expect(throws: RecoveredCounts.Refusal.noWholeCount(percent: 5, participants: 24)) {
      try RecoveredCounts.counts(percents: [5, 33.33, 41.67, 20], participants: 24, decimals: 2)
    }
    #expect(throws: RecoveredCounts.Refusal.sum(23, participants: 24)) {
      try RecoveredCounts.counts(percents: [33.33, 41.67, 20.83], participants: 24, decimals: 2)
    }
    #expect(throws: RecoveredCounts.Refusal.noWholeCount(percent: -5, participants: 24)) {
      try RecoveredCounts.counts(percents: [-5], participants: 24, decimals: 0)
    }
    #expect(throws: RecoveredCounts.Refusal.self) {
      try RecoveredCounts.counts(percents: [.nan], participants: 24, decimals: 0)
    }
    #expect(throws: RecoveredCounts.Refusal.self) {
      try RecoveredCounts.counts(percents: [0], participants: 0, decimals: 0)
    }
  }

  @Test func `A school by itself is counted, and compared with the coin and the scores around`() throws {
    let pupils = (0..<24).map {
      PupilWork(code: $0, points: [$0 < 6 ? 5 : $0 < 18 ? 6 : 7], mark: nil, journal: nil)
    }
    let work = WorkResults(
      work: "2024/6-МА/basic", tasks: [.init(id: "1", maximum: 16)], cuts: [6, 10, 14],
      schools: [SchoolWorks(school: "edu380001", pupils: pupils)])
    let alone = try #require(UnreferencedThreshold.alone([work]).first)
    #expect(alone.above == 12 && alone.below == 6)
    expect(alone.twoBins.value, UnreferencedThreshold.twoBins(above: 12, below: 6), within: exact)
    expect(
      alone.threeBins.value?[0], UnreferencedThreshold.threeBins(below: 6, at: 12, above: 6), within: exact)
    #expect(alone.set.test.value == nil && !alone.set.test.isWithheld)
    let two = WorkResults(
      work: work.work, tasks: work.tasks, cuts: work.cuts, schools: work.schools,
      reference: [SchoolWorks(school: "edu380002", pupils: pupils)])
    #expect(UnreferencedThreshold.alone([two]).isEmpty)
  }
}
