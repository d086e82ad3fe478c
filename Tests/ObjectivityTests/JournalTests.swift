import Testing

@testable import Objectivity

@Suite("Journal and ВПР")
struct JournalTests {
  private func table() throws -> (MarkTable, Vectors) {
    let vectors = try Vectors("journal")
    let pairs = zip(try vectors["journal"].ints, try vectors["vpr"].ints).map { (row: $0, column: $1) }
    return (try #require(MarkTable(pairs)), vectors)
  }

  @Test func `Twenty-four pupils: the table, the sign test and the share`() throws {
    let (table, vectors) = try table()
    #expect(table.counts == (try vectors["table"].table))
    #expect([table.lowered, table.confirmed, table.raised] == [2, 13, 9])
    expect(table.raisedTail, try vectors["p_sign_raised"].number, within: exact)
    let wilson = try #require(Proportion(table.raised, of: table.total)).wilson
    expect([wilson.low, wilson.high], try vectors["share_raised_wilson95"].numbers)
  }

  @Test func `Kappa is 31 of 97, 61 of 127, 125 of 191`() throws {
    let (table, vectors) = try table()
    expect(table.kappa(.same), try vectors["kappa"].number, within: exact)
    expect(table.kappa(.linear), try vectors["kappa_lin"].number, within: exact)
    expect(table.kappa(.quadratic), try vectors["kappa_quad"].number, within: exact)
  }

  @Test func `The margins differ by 23 of 5, with a mark of equal margins kept`() throws {
    let (table, vectors) = try table()
    let margins = try #require(table.margins)
    expect(margins.statistic, try vectors["stuart_maxwell"].number, within: exact)
    expect(margins.bhapkar, try vectors["bhapkar_irr"].number)
    #expect(margins.freedom == 3)
    // scipy.stats.chi2.sf(4.6, 3)
    expect(margins.p, 0.2035420816793649)
  }

  @Test func `A mark that nobody changed into or out of takes a degree of freedom`() throws {
    let counts = [[2, 0, 0, 0], [5, 8, 1, 0], [0, 3, 2, 0], [0, 0, 0, 1]]
    var pairs: [(row: Int, column: Int)] = []
    for row in 0..<4 {
      for column in 0..<4 {
        pairs += [(row: Int, column: Int)](repeating: (row + 2, column + 2), count: counts[row][column])
      }
    }
    let margins = try #require(MarkTable(pairs)?.margins)
    expect(margins.statistic, 6)
    #expect(margins.freedom == 2)
  }

  @Test func `Kappa of one and the same mark is not defined`() throws {
    let same = try #require(MarkTable([(4, 4), (4, 4)]))
    #expect(same.kappa() == nil)
    #expect(same.margins == nil)
    #expect(MarkTable([(1, 4)]) == nil)
    #expect(MarkTable([(4, 6)]) == nil)
  }

  @Test func `All twenty-four confirmed is rare at a rate of 65 %`() throws {
    expect(
      JournalTest.allConfirmed(total: 24, rate: 0.65),
      try Vectors("journal")["p_confirmed_all_if_65"].number, within: exact)
  }

  @Test func `The raised share beside the rest is Fisher's exact test`() {
    let rest = JournalTest.Rest(lowered: 40, confirmed: 130, raised: 30)
    // scipy.stats.fisher_exact([[9, 15], [30, 170]], alternative="greater")
    expect(JournalTest.raisedTail(raised: 9, of: 24, rest: rest), 0.010712470846543577)
  }
}
