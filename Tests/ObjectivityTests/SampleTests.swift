import Spreadsheet
import Testing

@testable import Objectivity

@Suite("The draw of the control sample")
struct SampleTests {
  @Test func `Eight schools, three places, one number`() throws {
    let vectors = try Vectors("pps")
    let chances = SystematicDraw.inclusion(sizes: try vectors["size"].numbers, places: try vectors["n"].int)
    expect(chances, try vectors["inclusion"].list.map { try $0.number }, within: exact)
    #expect(
      SystematicDraw.drawn(chances: chances, start: try vectors["u"].number)
        == (try vectors["selected"].ints))
  }

  @Test func `A size that is worth a whole place is drawn for certain`() {
    let chances = SystematicDraw.inclusion(sizes: [90, 5, 3, 2], places: 2)
    expect(chances, [1, 0.5, 0.3, 0.2], within: exact)
    expect(SystematicDraw.inclusion(sizes: [1, 0, 0], places: 2), [1, 0, 0])
    #expect(SystematicDraw.inclusion(sizes: [0, 0], places: 1) == [0, 0])
  }

  @Test(arguments: [0, 0.25, 0.999_999_999])
  func `As many are drawn as there are places`(_ start: Double) {
    let chances = SystematicDraw.inclusion(sizes: [Double](repeating: 1, count: 9), places: 3)
    #expect(SystematicDraw.drawn(chances: chances, start: start).count == 3)
  }

  private static let schools = (1...14).map { number in
    ControlSample.School(
      login: "edu3800\(number < 10 ? "0" : "")\(number)", score: Double(number - 8) / 10,
      isCertain: number == 14)
  }

  @Test func `The same seed gives the same sample, whatever the order of the schools`() throws {
    let sample = try #require(
      ControlSample(schools: Self.schools, places: 5, seed: "2024-03-01", year: 2024, digest: sha256))
    let again = ControlSample(
      schools: Self.schools.reversed(), places: 5, seed: "2024-03-01", year: 2024, digest: sha256)
    #expect(sample == again)
    #expect(sample.drawn.count == 5)
    #expect(sample.randomPlaces == 2)
    #expect(sample.drawn.contains { $0.login == "edu380014" && $0.stratum == .certain && $0.inclusion == 1 })
    let other = ControlSample(
      schools: Self.schools, places: 5, seed: "2024-03-02", year: 2024, digest: sha256)
    #expect(sample != other)
  }

  @Test func `The published number is the beginning of the digest`() {
    // printf 'a' | sha256sum: ca978112ca1bbd…
    expect(
      PublishedNumber("a", sha256).value, Double(0xca_9781_12ca_1bbd >> 3 as UInt64) / Double(1 << 53),
      within: 0)
  }

  @Test func `Over many seeds every school comes as often as its chance says`() throws {
    var drawn: [String: Int] = [:]
    var chances: [String: Double] = [:]
    let rounds = 2000
    for round in 0..<rounds {
      let sample = try #require(
        ControlSample(schools: Self.schools, places: 6, seed: "\(round)", year: 2024, digest: sha256))
      for place in sample.drawn { drawn[place.login, default: 0] += 1 }
      for place in sample.frame { chances[place.login, default: 0] += place.inclusion / Double(rounds) }
      #expect(sample.drawn.count == 6)
    }
    for (login, chance) in chances {
      expect(Double(drawn[login] ?? 0) / Double(rounds), chance, within: 0.045)
    }
  }

  @Test func `More signs than places leave room for the random part`() throws {
    let signed = Self.schools.map {
      ControlSample.School(login: $0.login, score: $0.score, isCertain: true)
    }
    let sample = try #require(
      ControlSample(schools: signed, places: 8, seed: "s", year: 2024, digest: sha256))
    #expect(sample.drawn.count { $0.stratum == .certain } == 6)
    #expect(sample.drawn.count { $0.stratum == .random } == 2)
    #expect(ControlSample(schools: signed, places: 2, seed: "s", year: 2024, digest: sha256) == nil)
    #expect(ControlSample(schools: signed, places: 15, seed: "s", year: 2024, digest: sha256) == nil)
    #expect(
      ControlSample(schools: signed + signed, places: 4, seed: "s", year: 2024, digest: sha256) == nil)
  }

  @Test func `Schools without an excess leave the places to chance`() throws {
    let plain = Self.schools.map { ControlSample.School(login: $0.login, score: -1, isCertain: false) }
    let sample = try #require(
      ControlSample(schools: plain, places: 4, seed: "s", year: 2024, digest: sha256))
    #expect(sample.drawn.allSatisfy { $0.stratum == .random })
    expect(sample.frame[0].inclusion, 4.0 / 14, within: exact)
  }

  @Test func `Chances are weighed out in the district's share`() {
    let estimate = Self.estimate([(6, 20, 1), (1, 20, 0.25), (2, 20, 0.25)])
    expect(estimate?.share, (6.0 + 4 + 8) / (20 + 80 + 80), within: exact)
    #expect(HajekEstimate([]) == nil)
  }

  private static func estimate(_ schools: [(found: Int, works: Int, inclusion: Double)]) -> HajekEstimate? {
    HajekEstimate(
      schools.map { HajekEstimate.School(found: $0.found, works: $0.works, inclusion: $0.inclusion) })
  }

  @Test func `The error of the share by hand: two schools of chance, one that is in for certain`() throws {
    // R = 18/180 = 0.1; e/π = (1 − 2)·4 and (2 − 2)·4; their mean −2; V = 2·(4 + 4) = 16.
    let estimate = try #require(Self.estimate([(6, 20, 1), (1, 20, 0.25), (2, 20, 0.25)]))
    expect(estimate.error, 4.0 / 180, within: exact)
    let interval = try #require(estimate.interval)
    #expect(0 < interval.low && interval.low < 0.1 && 0.1 < interval.high && interval.high < 1)
    #expect(Self.estimate([(6, 20, 1), (1, 20, 0.5)])?.error == nil)
    #expect(Self.estimate([(0, 20, 0.5), (0, 20, 0.5)])?.interval == nil)
    expect(Self.estimate([(2, 20, 1), (4, 20, 1)])?.share, 0.15, within: exact)
  }

  @Test func `Over many draws the interval covers the share of the district`() throws {
    var random = SplitMix64(seed: 8)
    let schools = (1...40).map { number in
      (
        login: "edu38\(1000 + number)", works: 15 + random.next(below: 30),
        found: number % 5 == 0 ? 9 : random.next(below: 5)
      )
    }
    let truth =
      Double(schools.reduce(0) { $0 + $1.found }) / Double(schools.reduce(0) { $0 + $1.works })
    var covered = 0
    var shares: [Double] = []
    let rounds = 400
    for round in 0..<rounds {
      let frame = schools.enumerated().map {
        ControlSample.School(login: $1.login, score: Double($0 % 7) - 2, isCertain: $0 == 0)
      }
      let sample = try #require(
        ControlSample(schools: frame, places: 16, seed: "\(round)", year: 2024, digest: sha256))
      let estimate = try #require(
        Self.estimate(
          sample.drawn.compactMap { place in
            schools.first { $0.login == place.login }.map { ($0.found, $0.works, place.inclusion) }
          }))
      shares.append(estimate.share)
      if estimate.interval?.contains(truth) == true { covered += 1 }
    }
    expect(shares.mean, truth, within: 0.004)
    #expect(covered >= rounds * 91 / 100, "\(covered) of \(rounds)")
  }

  @Test func `A school whose turn has come is in by turn, and leaves chance its places`() throws {
    let due = Self.schools.enumerated().map {
      ControlSample.School(
        login: $1.login, score: $1.score, isCertain: $1.isCertain, isDue: $0 == 0 || $0 == 13)
    }
    let sample = try #require(
      ControlSample(schools: due, places: 6, seed: "s", year: 2024, digest: sha256))
    let turned = sample.drawn.filter { $0.stratum == .rotation }
    #expect(turned.map(\.login) == ["edu380001", "edu380014"])
    #expect(turned.allSatisfy { $0.inclusion == 1 })
    #expect(sample.randomPlaces >= 2 && sample.drawn.count == 6)
    let many = Self.schools.map {
      ControlSample.School(login: $0.login, score: $0.score, isCertain: false, isDue: true)
    }
    #expect(ControlSample(schools: many, places: 6, seed: "s", year: 2024, digest: sha256) == nil)
  }
}
