import Assessment
import Testing

@testable import Objectivity
@testable import Reports

@Suite("Words of statistics")
struct WordingTests {
  @Test(arguments: WordingLint.bannedStems)
  func `A banned stem is found in any form`(_ stem: String) {
    #expect(WordingLint.found(in: "В школе \(stem.uppercased())о что-то").contains(stem))
    #expect(WordingLint.found(in: "x \(stem) x").contains(stem))
  }

  @Test(arguments: ["нарушение", "фальсификация", "виновны", "доказано", "необъективная школа", "завысили"])
  func `The words that the methods ban are banned`(_ word: String) {
    #expect(!WordingLint.found(in: "Это \(word).").isEmpty)
  }

  @Test func `The denial of a judgement is no judgement`() {
    for sentence in WordingLint.disclaimers { #expect(WordingLint.found(in: sentence).isEmpty) }
    #expect(!WordingLint.found(in: "Выявлено нарушение порядка.").isEmpty)
    #expect(WordingLint.found(in: "Журнал: подтвердили 13").isEmpty)
  }

  @Test func `Only a second marking says that something is confirmed`() {
    let early = Statement(.sign, "Подтверждено.", "Seen.")
    #expect(WordingLint.found(in: early) == [WordingLint.confirmedStem])
    #expect(WordingLint.found(in: Statement(.confirmedByRecheck, "Подтверждено.", "Seen.")).isEmpty)
    #expect(EvidenceGrade.allCases.filter { $0.word.ru.contains("подтверждено") } == [.confirmedByRecheck])
  }
}
