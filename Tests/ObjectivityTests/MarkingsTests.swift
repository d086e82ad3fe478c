import Testing

@testable import Objectivity

@Suite("Two markings of the same works")
struct MarkingsTests {
  @Test func `Sixteen works: the sign-flip test is 1 of 512 exactly`() throws {
    let vectors = try Vectors("recheck")
    let test = SignFlipTest(try vectors["d"].ints)
    #expect(test.upper == 1.0 / 512)
    #expect(test.differing == 9)
    #expect(test.sum == 10)
  }

  @Test func `The smallest chance that five works can give is 1 of 32`() {
    #expect(SignFlipTest([1, 2, 1, 3, 1]).upper == 1.0 / 32)
    #expect(SignFlipTest([-1, -2, -1, -3, -1]).lower == 1.0 / 32)
  }

  @Test func `Without a difference nothing is unusual`() {
    #expect(SignFlipTest([0, 0, 0]).twoSided == 1)
    #expect(SignFlipTest([]).upper == 1)
  }

  @Test func `Two hundred works are counted out`() {
    let test = SignFlipTest((0..<200).map { $0 % 3 == 0 ? -2 : 1 })
    #expect(0 < test.upper && test.upper < 1)
    #expect(abs(test.upper + test.lower - 1) < 0.1)
  }

  @Test(arguments: ["recheck", "bland_altman_1986"])
  func `Bias and limits of agreement are the published ones`(_ name: String) throws {
    let vectors = try Vectors(name)
    let first = try vectors[name == "recheck" ? "school" : "a"].numbers
    let second = try vectors[name == "recheck" ? "expert" : "b"].numbers
    let known = name == "recheck" ? vectors["bland_altman"] : vectors
    let limits = try #require(LimitsOfAgreement(zip(first, second).map { $0 - $1 }))
    expect(limits.bias, try known["bias"].number, within: exact)
    expect(limits.deviation, try known["sd"].number)
    expect([limits.limits.low, limits.limits.high], try known["loa"].numbers)
    expect([limits.biasInterval.low, limits.biasInterval.high], try known["bias_ci"].numbers)
    expect(limits.limitError, try known["se_loa"].number)
  }

  @Test func `The exact interval of the upper limit is wider above than the approximate one`() throws {
    let d = try Vectors("recheck")["d"].numbers
    let upper = try #require(LimitsOfAgreement(d)).upperLimitInterval
    expect(upper.low, 1.43, within: 0.004)
    expect(upper.high, 2.61, within: 0.004)
  }

  @Test(arguments: ["recheck", "icc_shrout_fleiss"])
  func `ICC(A,1) and its interval are those of the literature`(_ name: String) throws {
    let vectors = try Vectors(name)
    let isTable = name == "icc_shrout_fleiss"
    let table =
      isTable
      ? try vectors["X"].list.map { try $0.numbers }
      : zip(try vectors["school"].numbers, try vectors["expert"].numbers).map { [$0, $1] }
    let known = isTable ? vectors : vectors["icc"]
    let correlation = try #require(IntraclassCorrelation(table))
    expect(correlation.value, try known["ICC_A1"].number)
    expect(correlation.works, try known["MSR"].number)
    expect(correlation.markings, try known["MSC"].number)
    expect(correlation.rest, try known["MSE"].number)
    let interval =
      isTable
      ? try vectors["ICC_A1_ci_irr"].numbers : Array(try vectors["icc_A1_and_ci_irr"].numbers.dropFirst())
    expect([correlation.interval.low, correlation.interval.high], interval)
  }

  @Test func `A constant lift lowers ICC(A,1)`() throws {
    let school = try Vectors("recheck")["school"].numbers
    let lifted = try #require(IntraclassCorrelation(school.map { [$0, $0 + 3] }))
    #expect(lifted.value < 0.75)
    #expect(IntraclassCorrelation([[1, 1], [1, 1]]) == nil)
    #expect(IntraclassCorrelation([[1, 2], [1]]) == nil)
  }

  @Test func `Marks changed: 6 of 16 with both intervals, quadratic kappa 133 of 181`() throws {
    let vectors = try Vectors("recheck")
    let marks = try vectors["marks"].table
    var pairs: [(row: Int, column: Int)] = []
    for (row, counts) in marks.enumerated() {
      for (column, count) in counts.enumerated() {
        pairs += [(row: Int, column: Int)](repeating: (row + 2, column + 2), count: count)
      }
    }
    let table = try #require(MarkTable(pairs))
    #expect(table.lowered == (try vectors["marks_lowered"].int))
    expect(table.kappa(), try vectors["kappa_quad"].number, within: exact)
    let share = try #require(Proportion(table.lowered, of: table.total))
    expect([share.wilson.low, share.wilson.high], try vectors["lowered_wilson95"].numbers)
    expect(
      [share.clopperPearson.low, share.clopperPearson.high],
      try vectors["lowered_clopper_pearson95"].numbers)
  }

  @Test func `A gap of two points goes to a third expert, a smaller one by the rule`() {
    let limits = Adjudication.Limits()
    func decision(_ a: Int, _ b: Int, _ maximum: Int, _ gap: Adjudication.SmallGap = .mean)
      -> Adjudication.Decision?
    { Adjudication.decision(a, b, maximum: maximum, limits: limits, smallGap: gap) }
    #expect(decision(2, 0, 3) == .thirdExpert)
    #expect(decision(1, 0, 1) == .thirdExpert)
    #expect(decision(2, 1, 3) == .settled(2))
    #expect(decision(2, 1, 3, .lower) == .settled(1))
    #expect(decision(1, 2, 3, .first) == .settled(1))
    #expect(decision(2, 2, 3) == nil)
  }

  @Test func `Severity of an expert needs ten shared works`() {
    let codes = Array(40001...40012)
    let strict = Dictionary(uniqueKeysWithValues: codes.map { ($0, 8) })
    let kind = Dictionary(uniqueKeysWithValues: codes.map { ($0, 10) })
    let few = [40001: 9, 40002: 9]
    let severities = ExpertSeverity.all([strict, kind, few])
    expect(severities[0]?.difference, (-2.0 * 10 - 1.5 * 2) / 12, within: exact)
    #expect(severities[1]?.shared == 12)
    #expect(severities[2] == nil)
  }

  @Test func `Agreement on a task counts equal and wide gaps`() throws {
    let agreement = try #require(TaskAgreement([(2, 0), (1, 1), (0, 1), (3, 3)], limit: 2))
    #expect(agreement.equal == 2)
    #expect(agreement.wide == 1)
    expect(agreement.difference, 0.25, within: exact)
    #expect(TaskAgreement([], limit: 2) == nil)
  }
}
