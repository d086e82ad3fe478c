import Testing

@testable import Objectivity

@Suite("Means of schools")
struct MeansTests {
  @Test(arguments: ["perm_mean", "perm_mean2"])
  func `A random group scores as high in exactly so many of 220 cases`(_ name: String) throws {
    let vectors = try Vectors(name)
    let test = try #require(
      RandomGroupTest(group: try vectors["school"].ints, pool: try vectors["pool"].ints))
    expect(
      test.upper, Double(try vectors["subsets_ge"].int) / Double(try vectors["subsets_all"].int),
      within: exact)
    expect(test.middle, try vectors["mid_p"].number, within: exact)
  }

  @Test func `A group of everybody, of nobody, and one that is no part of the pool`() {
    #expect(RandomGroupTest(group: [1, 2], pool: [1, 2])?.upper == 1)
    #expect(RandomGroupTest(group: [], pool: [1, 2]) == nil)
    #expect(RandomGroupTest(group: [0], pool: [1, 2]) == nil)
    #expect(RandomGroupTest(group: [9, 9], pool: [1, 2]) == nil)
    #expect(RandomGroupTest(group: [1, 1, 1], pool: [1, 2]) == nil)
  }

  @Test func `The funnel of ten schools is the known one`() throws {
    let vectors = try Vectors("funnel")
    let funnel = Funnel(
      means: try vectors["y"].numbers, participants: try vectors["n"].ints, within: try vectors["sd"].number)
    expect(funnel.reference.centre, try vectors["theta"].number)
    expect(funnel.dispersion, try vectors["phi"].number)
    expect(funnel.reference.between, try vectors["tau2_winsor"].number)
    expect(funnel.points.map(\.z), try vectors["z"].numbers)
    expect(funnel.points.map(\.adjustedZ), try vectors["z_overdisp"].numbers)
    expect(funnel.points.map(\.upper), try vectors["p_upper"].numbers)
    expect(funnel.points.map(\.shrinkage), try vectors["shrink_B"].numbers)
    expect(funnel.points.map(\.expected), try vectors["eb_mean"].numbers)
    expect(funnel.points.map(\.expectedDeviation), try vectors["eb_sd"].numbers)
    expect(MultipleTesting.benjaminiHochberg(funnel.points.map(\.upper)), try vectors["bh"].numbers)
    for (key, z) in [("1.959963984540054", Funnel.inner), ("3.090232306167813", Funnel.outer)] {
      let limits = try vectors["n"].numbers.map { funnel.limits(at: $0, z: z) }
      expect(limits.map(\.low), try vectors["limits"][key].list.map { try $0.numbers[0] })
      expect(limits.map(\.high), try vectors["limits"][key].list.map { try $0.numbers[1] })
    }
  }

  @Test func `Without the spread between schools the plain Q and the plain estimate come out`() throws {
    let vectors = try Vectors("funnel")
    let funnel = Funnel(
      means: try vectors["y"].numbers, participants: try vectors["n"].ints, within: try vectors["sd"].number,
      winsor: 0)
    expect(funnel.points.reduce(0) { $0 + $1.z * $1.z }, try vectors["Q"].number)
    expect(funnel.reference.between, try vectors["tau2_DL"].number)
  }

  @Test func `The spread within schools is pooled`() {
    expect(Funnel.within([[1, 3], [5], [2, 2, 5]]), ((2.0 + 6) / 3).squareRoot(), within: exact)
    #expect(Funnel.within([[1], []]) == nil)
  }

  @Test func `Benjamini and Hochberg reject four, Bonferroni three`() throws {
    let vectors = try Vectors("bh1995")
    let p = try vectors["p"].numbers
    let q = MultipleTesting.benjaminiHochberg(p)
    expect(q, try vectors["bh"].numbers, within: exact)
    expect(MultipleTesting.holm(p), try vectors["holm"].numbers, within: exact)
    #expect(q.count { $0 <= 0.05 } == (try vectors["rejected_bh_05"].int))
    #expect(p.count { $0 * Double(p.count) <= 0.05 } == (try vectors["rejected_bonf_05"].int))
  }

  @Test func `The order of the input changes nothing`() throws {
    let p = try Vectors("bh1995")["p"].numbers
    let reversed = MultipleTesting.benjaminiHochberg(p.reversed())
    #expect(reversed.reversed() == MultipleTesting.benjaminiHochberg(p))
    #expect(MultipleTesting.holm(p.reversed()).reversed() == MultipleTesting.holm(p))
    #expect(MultipleTesting.holm([]).isEmpty)
  }

  @Test func `Three probabilities are combined as by Cauchy`() throws {
    let vectors = try Vectors("cauchy")
    expect(MultipleTesting.cauchy(try vectors["p"].numbers), try vectors["combined"].number)
  }

  @Test func `A school that is as high as expected has not changed`() {
    let reference = Funnel.Reference(centre: 50, within: 18, between: 16)
    let before = Funnel(means: [70], participants: [20], reference: reference).points[0]
    let now = Funnel(means: [before.expected], participants: [20], reference: reference).points[0]
    let change = YearChange(from: before, to: now, centres: (50, 50), yearVariance: 0)
    expect(change.residual, 0, within: exact)
    expect(change.variance, 324.0 / 20 * (1 + before.shrinkage), within: exact)
  }

  @Test func `All sizes of groups are counted at once, each as by itself`() throws {
    let pool = [3, 5, 6, 7, 7, 8, 9, 10, 11, 12, 13, 15]
    let groups = try #require(RandomGroups(pool: pool, upTo: 12))
    for size in 1...12 {
      let own = try #require(RandomGroups(pool: pool.reversed(), upTo: size)?.sums(of: size))
      let shared = try #require(groups.sums(of: size))
      for (sum, chance) in own.enumerated() { expect(shared[sum], chance, within: 1e-14) }
      expect(shared.reduce(0, +), 1, within: 1e-12)
    }
    #expect(RandomGroups(pool: pool, upTo: 13) == nil && RandomGroups(pool: pool, upTo: 0) == nil)
  }

  @Test func `A year after: the chosen school falls as expected, the schools of chance are beside it`() throws
  {
    func works(_ year: Int, _ shift: Int) -> WorkResults {
      WorkResults(
        work: "\(year)/6-МА/basic", tasks: [.init(id: "1", maximum: 20)], cuts: [],
        schools: (1...6).map { school in
          SchoolWorks(
            school: "edu38000\(school)",
            pupils: (0..<20).map { pupil in
              let lift = school == 1 ? (year == 2023 ? 6 : 2) : (school % 3)
              return PupilWork(
                code: pupil, points: [min(20, pupil / 2 + lift + shift)], mark: nil, journal: nil)
            })
        })
    }
    let drawn: [String: ControlSample.Stratum] = [
      "edu380001": .certain, "edu380002": .random, "edu380003": .random,
    ]
    let after = AfterControl([(works(2023, 0), works(2024, 1))], drawn: drawn)
    let work = try #require(after.works.first)
    expect(work.random, 5, within: exact)
    #expect(work.randomSchools == 2)
    let chosen = try #require(work.schools.first { $0.name == "edu380001" })
    let change = try #require(chosen.change.value)
    #expect(chosen.stratum == .certain && change.now < change.before && change.expected < change.before + 5)
    expect(change.now - change.expected, change.residual.residual, within: 1e-9)
    #expect(AfterControl([], drawn: drawn).works.isEmpty)
  }

  @Test func `Focused on a school the figures stay, and the others have no names`() throws {
    let schools = (1...5).map { school in
      SchoolWorks(
        school: "edu38000\(school)",
        pupils: (0..<20).map { PupilWork(code: $0, points: [$0 / 2 + school], mark: nil, journal: nil) })
    }
    let all = MeansAnalysis([
      WorkResults(work: "w", tasks: [.init(id: "1", maximum: 20)], cuts: [], schools: schools)
    ])
    let own = all.focused(on: "edu380002")
    #expect(own.works[0].entries.map(\.school) == ["edu380002"])
    #expect(own.works[0].others.count == 4)
    #expect(own.works[0].entries[0].q == all.works[0].entries[1].q)
    #expect(own.comparisons == all.comparisons)
    #expect(all.focused(on: "edu380009").works.isEmpty)
  }
}
