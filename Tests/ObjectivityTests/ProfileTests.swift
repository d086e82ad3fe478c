import Testing

@testable import Objectivity

@Suite("Easy tasks worse, hard ones better")
struct ProfileTests {
  private func profile() throws -> (ConditionalProfile, Vectors) {
    let vectors = try Vectors("profile")
    let profile = ConditionalProfile(
      set: try vectors["school"].table, rest: try vectors["rest"].table, maxima: [1, 1, 1, 1], seed: 1)
    return (try #require(profile), vectors)
  }

  @Test func `Four pupils beside seventeen: exactly 6 of 2475 labellings`() throws {
    let (profile, vectors) = try profile()
    expect(profile.p, 6.0 / 2475, within: exact)
    #expect(profile.way == .exact)
    expect(profile.whole.sum, try vectors["S"].number)
    expect(profile.whole.expected, try vectors["E"].number)
    expect(profile.whole.variance, try vectors["Var"].number)
    expect(profile.whole.z, try vectors["Z"].number)
  }

  @Test func `Each task beside pupils of the same totals`() throws {
    let (profile, vectors) = try profile()
    expect(
      profile.tasks.map(\.difficulty), try vectors["difficulty"].list.map { try $0.number }, within: exact)
    for (task, known) in zip(profile.tasks, try vectors["per_task"].list) {
      expect(task.contrast.sum, try known["S"].number)
      expect(task.contrast.expected, try known["E"].number)
      expect(task.contrast.variance, try known["V"].number)
      expect(task.contrast.z, try known["Z"].number)
    }
  }

  @Test func `Totals that only one side has tell nothing`() {
    #expect(
      ConditionalProfile(set: [[1, 0], [0, 1]], rest: [[1, 1], [0, 0]], maxima: [1, 1], seed: 1) == nil)
    #expect(ConditionalProfile(set: [], rest: [[1, 1]], maxima: [1, 1], seed: 1) == nil)
  }

  @Test func `Permutations come near the exact chance, and are the same for the same seed`() throws {
    let vectors = try Vectors("profile")
    let strata = Strata(set: try vectors["school"].table, rest: try vectors["rest"].table)
    let weights = [4, 5, 10, 13]
    let labels = strata.labels { zip($0, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    let seen = try vectors["school"].table.reduce(0) { $0 + zip($1, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    let sampled = labels.sampledTail(atLeast: seen, count: 20_000, seed: 7)
    expect(sampled.chance, 6.0 / 2475, within: 0.002)
    #expect(sampled.chance == labels.sampledTail(atLeast: seen, count: 20_000, seed: 7).chance)
    expect(labels.exactTail(atLeast: seen), 6.0 / 2475, within: exact)
  }

  @Test func `Likeness by hand: equal pairs, and the spread at the same mean`() throws {
    let set = [[1, 0, 0], [1, 0, 0], [0, 1, 0], [1, 1, 1]]
    let rest = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0], [0, 0, 0], [1, 1, 1]]
    let likeness = try #require(Homogeneity(set: set, rest: rest))
    // Of three works of one point a pair is equal; of the rest's four one pair in six is.
    #expect(likeness.equalPairs == 1)
    expect(likeness.expectedPairs, 3.0 / 6, within: exact)
    expect(likeness.deviation, 1, within: exact)
    // Weights that leave the mean where it is leave the spread too.
    let same = try #require(Homogeneity(set: rest, rest: rest))
    expect(same.expectedDeviation, same.deviation)
    #expect(Homogeneity(set: [[1]], rest: [[1], [0]]) == nil)
    #expect(Homogeneity(set: [[1], [1]], rest: [[1], [0]])?.expectedDeviation == nil)
  }

  @Test func `The spread that belongs to a mean gets narrow near the ceiling`() throws {
    let rest = (0...16).flatMap { total in [Int](repeating: total, count: 1 + min(total, 16 - total)) }.map {
      [$0]
    }
    let middle = try #require(Homogeneity(set: [[7], [9]], rest: rest)?.expectedDeviation)
    let top = try #require(Homogeneity(set: [[15], [14]], rest: rest)?.expectedDeviation)
    #expect(top < middle / 2)
  }

  @Test func `Tasks are shown beside what chance does to them`() throws {
    let tasks = try #require(TaskSuccess.all(set: [[2], [0], [2], [0]], rest: [[1]], maxima: [2]))
    expect(tasks[0].share, 0.5, within: exact)
    expect(tasks[0].error, (1.0 / 3).squareRoot() / 2, within: exact)
    expect(tasks[0].rest, 0.5, within: exact)
  }

  @Test func `A chance that is no small one ends the permutations early`() throws {
    var random = SplitMix64(seed: 3)
    let values = (0..<400).map { _ in random.next(below: 100_000) }
    let labels = Labellings(strata: [(labelled: 40, values: values)])
    let middle = values.reduce(0, +) / 10
    let usual = labels.sampledTail(atLeast: middle, count: 20_000, seed: 1)
    #expect(usual.permutations < 4_000)
    expect(usual.chance, 0.5, within: 0.06)
    let rare = labels.sampledTail(atLeast: 40 * 100_000, count: 2_000, seed: 1)
    #expect(rare.permutations == 2_000)
    expect(rare.chance, 1.0 / 2_001, within: exact)
  }
}
