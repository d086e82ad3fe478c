import Testing

@testable import Assessment

/// Every rule's own examples, run through the real reader.
struct `Every rule` {
  static let withExamples = RuleBook.all.filter { !$0.rejects.isEmpty }

  @Test(arguments: withExamples.map(\.code))
  func `lets its accepted examples pass`(code: String) throws {
    let rule = try #require(RuleBook.rule(code))
    for (number, example) in rule.accepts.enumerated() {
      let findings = try ExampleInspection(example).inspection.findings
      let heavy = findings.filter { $0.severity >= .query || $0.code == code }
      #expect(heavy.isEmpty, "\(code), accepted example \(number + 1): \(heavy.map(\.code))")
    }
  }

  @Test(arguments: withExamples.map(\.code))
  func `reports its rejected examples in the marked cells and nothing else`(code: String) throws {
    let rule = try #require(RuleBook.rule(code))
    for (number, example) in rule.rejects.enumerated() {
      let run = try ExampleInspection(example)
      let mine = run.inspection.findings.filter { $0.code == code }
      #expect(
        !mine.isEmpty,
        "\(code), rejected example \(number + 1) is not reported: \(run.inspection.findings.map(\.code))")
      let other = run.inspection.findings.filter {
        $0.severity >= .query && $0.code != code && $0.cause == nil && !Self.notAlone.contains(code)
      }
      #expect(
        other.isEmpty,
        "\(code), rejected example \(number + 1): also \(other.map { "\($0.code) \($0.message(.ru))" })")
      let cells = mine.flatMap { [$0.place] + $0.related }.compactMap(\.cell).filter { $0.source == 0 }.map(
        \.cell)
      if !run.marked.isEmpty {
        #expect(
          Set(run.marked).isSubset(of: cells),
          "\(code), rejected example \(number + 1): \(cells), marked \(run.marked)")
      }
      for finding in mine {
        for language in Language.allCases {
          let text = finding.message(language) + finding.mend(language)
          #expect(!text.contains("{") && !text.contains("}"), "\(code): a value is missing in «\(text)»")
        }
        #expect(!finding.fingerprint.isEmpty)
      }
    }
  }

  @Test
  func `has a code and a slug of its own`() {
    #expect(Set(RuleBook.all.map(\.code)).count == RuleBook.all.count)
    #expect(Set(RuleBook.all.map(\.slug)).count == RuleBook.all.count)
  }

  @Test(arguments: RuleBook.all.map(\.code))
  func `speaks both languages with the same values`(code: String) throws {
    let rule = try #require(RuleBook.rule(code))
    #expect(Template.names(in: rule.message.ru) == Template.names(in: rule.message.en))
    #expect(Template.names(in: rule.mend.ru).isSubset(of: Template.names(in: rule.message.ru)))
    #expect(Template.names(in: rule.mend.en).isSubset(of: Template.names(in: rule.message.en)))
    for text in [rule.title, rule.message, rule.why, rule.mend] {
      #expect(text.ru.contains { ("а"..."я").contains($0) })
      #expect(!text.en.isEmpty && text.en != text.ru)
    }
  }

  @Test(arguments: RuleBook.all.map(\.code))
  func `has accepted and rejected examples`(code: String) throws {
    let rule = try #require(RuleBook.rule(code))
    guard !Self.withoutExamples.contains(code) else { return }
    #expect(rule.accepts.count >= 1)
    #expect(rule.rejects.count >= 2)
  }

  /// A sheet without points is overdue and cannot become a form: both are said (acceptance: DDL003 is asked for alone).
  static let notAlone: Set<String> = ["DDL003"]

  /// Rules whose cause no table can hold; they have tests of their own.
  static let withoutExamples: Set<String> = [
    "EXP001", "EXP002", "EXP003", "OUT001", "SYS001", "PLN007", "PLN019", "PRV002", "CRT001", "CRT002",
    "CRT003", "XCK007", "XCK008", "XCK009",
    "XCK010", "XCK011", "PLN008", "PLN009", "PLN020",
  ]
}
