import Testing

@testable import Objectivity

/// Expected values: scipy.stats (norm, t, f, chi2, nct, binom, hypergeom).
@Suite("Numbers")
struct NumericsTests {
  @Test func `Quantiles of the normal distribution`() {
    expect(Normal.quantile(0.5), 0.0, within: exact)
    expect(Normal.quantile(0.9), 1.2815515655446004, within: exact)
    expect(Normal.quantile(0.975), 1.959963984540054, within: exact)
    expect(Normal.quantile(0.999), 3.090232306167813, within: exact)
    expect(Normal.quantile(0.0001), -3.7190164854556804, within: exact)
    expect(Normal.above(8) / 6.22096057427174e-16, 1)
  }

  @Test func `Quantiles of Student's t`() {
    expect(Student.quantile(0.975, 1), 12.706204736174694)
    expect(Student.quantile(0.975, 15), 2.131449545559776)
    expect(Student.quantile(0.95, 3.5), 2.2224334936496004)
    expect(Student.quantile(0.025, 199), -1.9719565442517537)
    expect(Student.quantile(0.999, 7), 4.785289628638333)
  }

  @Test func `Quantiles of Fisher's F`() {
    expect(Fisher.quantile(0.975, 15, 3.7), 9.76864838040494)
    expect(Fisher.quantile(0.025, 4, 9), 0.11230047780266185)
    expect(Fisher.quantile(0.5, 1, 1), 1.0)
    expect(Fisher.quantile(0.95, 200, 12.25), 2.2994960910492375)
  }

  @Test func `Tails of χ² for even and odd degrees`() {
    expect(ChiSquare.above(4.6, 1), 0.03197195617764869)
    expect(ChiSquare.above(4.6, 2), 0.10025884372280373)
    expect(ChiSquare.above(4.6, 3), 0.2035420816793649)
    expect(ChiSquare.above(12.5, 4), 0.013995792487650894)
    expect(ChiSquare.above(30, 7), 9.495972508134177e-05)
  }

  @Test func `Quantiles of the noncentral t`() {
    expect(NoncentralStudent.quantile(0.025, 9, shift: 6.198), 3.678339352970595, within: 1e-7)
    expect(NoncentralStudent.quantile(0.975, 15, shift: 7.84), 12.817663039089716, within: 1e-7)
    expect(NoncentralStudent.quantile(0.5, 4, shift: 4.38), 4.747489476446535, within: 1e-7)
    expect(NoncentralStudent.quantile(0.975, 199, shift: 27.7), 31.362591544240846, within: 1e-7)
  }

  @Test func `Tails of counts`() {
    expect(CountDistribution.binomial(trials: 8, chance: 0.1).atLeast(3), 0.03809179000000002, within: exact)
    expect(CountDistribution.binomial(trials: 5, chance: 0.3).atLeast(0), 1.0, within: exact)
    expect(
      CountDistribution.binomial(trials: 1000, chance: 0.9).atLeast(950), 5.995167632379592e-09, within: exact
    )
    expect(
      CountDistribution.binomial(trials: 20, chance: 0.5).atLeast(20), 9.5367431640625e-07, within: exact)
    expect(
      CountDistribution.hypergeometric(population: 24, marked: 8, drawn: 10).atLeast(4),
      0.4388657064656527, within: exact)
    expect(
      CountDistribution.hypergeometric(population: 2000, marked: 700, drawn: 150).atLeast(60),
      0.10706954430286411, within: exact)
    expect(
      CountDistribution.hypergeometric(population: 10, marked: 10, drawn: 3).atLeast(1),
      1.0, within: exact)
    expect(
      CountDistribution.hypergeometric(population: 10, marked: 0, drawn: 3).atLeast(0),
      1.0, within: exact)
  }

  @Test func `Intervals of shares`() {
    expect(Proportion(0, of: 12)?.clopperPearson.low, 0.0)
    expect(Proportion(0, of: 12)?.clopperPearson.high, 0.26464846939705117)
    expect(Proportion(0, of: 12)?.wilson.low, 0.0)
    expect(Proportion(0, of: 12)?.wilson.high, 0.24249400665524085)
    expect(Proportion(12, of: 12)?.clopperPearson.low, 0.7353515306029488)
    expect(Proportion(12, of: 12)?.clopperPearson.high, 1.0)
    expect(Proportion(12, of: 12)?.wilson.low, 0.7575059933447592)
    expect(Proportion(12, of: 12)?.wilson.high, 1.0)
    expect(Proportion(1, of: 9)?.clopperPearson.low, 0.002809136746599769)
    expect(Proportion(1, of: 9)?.clopperPearson.high, 0.48249651491699447)
    expect(Proportion(1, of: 9)?.wilson.low, 0.019890887638544907)
    expect(Proportion(1, of: 9)?.wilson.high, 0.434999705576656)
    expect(Proportion(45, of: 60)?.clopperPearson.low, 0.6214036445204557)
    expect(Proportion(45, of: 60)?.clopperPearson.high, 0.8528139262009965)
    expect(Proportion(45, of: 60)?.wilson.low, 0.6276792992295218)
    expect(Proportion(45, of: 60)?.wilson.high, 0.8422347746994333)
    #expect(Proportion(1, of: 0) == nil)
    #expect(Proportion(3, of: 2) == nil)
  }

  @Test func `SplitMix64 gives the published numbers of seed 1234567`() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
    #expect((0..<1000).allSatisfy { _ in (0..<7).contains(random.next(below: 7)) })
  }

  @Test func `A change of shares as Newcombe printed it`() throws {
    // 56 of 70 against 48 of 80: 0.2, method 10: 0.0524 to 0.3339.
    let now = try #require(Proportion(56, of: 70))
    let change = now.change(since: try #require(Proportion(48, of: 80)))
    expect(change.low, 0.0524, within: 0.00005)
    expect(change.high, 0.3339, within: 0.00005)
  }
}
