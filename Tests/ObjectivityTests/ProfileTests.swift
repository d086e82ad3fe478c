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
    expect(sampled, 6.0 / 2475, within: 0.002)
    #expect(sampled == labels.sampledTail(atLeast: seen, count: 20_000, seed: 7))
    expect(labels.exactTail(atLeast: seen), 6.0 / 2475, within: exact)
  }
}
