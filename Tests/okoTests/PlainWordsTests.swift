import ArgumentParser
import Console
import Testing

@testable import oko

/// Plain words are understood as ArgumentParser understands them, or left to it.
@Suite struct `Plain words of a command line` {
  @Test(arguments: [
    "a.csv", "a.csv b.csv --form f.xlsx --held 2024-04-15",
    "--scores s.csv a.csv --scores t.csv --criteria 2024/4-МА/basic --at 2024-04-16T10:00:00+08:00",
    "a.csv --policy p.json --lang en --format json --schemas d --fail-on error",
    "a.csv --roster r.csv --class-map А=1 --explanations e.csv --report html=r.html --report text=t.txt",
  ])
  func `mean the same both ways`(line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let check = try #require(try Check.parseAsRoot(words) as? Check)
    #expect(told(try #require(Check(plain: words)).options) == told(check.options))
    let convert = try #require(try Convert.parseAsRoot(words + ["-o", "o.xlsx"]) as? Convert)
    for name in ["-o", "--output"] {
      let plain = try #require(Convert(plain: words + [name, "o.xlsx"]))
      #expect(told(plain.options) == told(convert.options))
      #expect(plain.output == convert.output)
    }
  }

  /// Every option that there is, with its value.
  private func told(_ options: CheckOptions) -> [String] {
    let (work, clock, common) = (options.work, options.clock, options.common)
    let values = [
      work.form, work.criteria, options.roster, options.classMap, options.explanations, clock.held, clock.at,
      clock.policy, common.schemas,
    ]
    return values.map { $0 ?? "—" } + [
      "\(options.files) \(options.scores) \(options.report)",
      "\(options.outcome.failOn) \(clock.enforceDeadline) \(common.lang) \(common.format)",
    ]
  }

  @Test func `are told of every option that there is`() {
    // Whoever adds an option finds here that the plain way has to know it too.
    let known =
      "file scores form criteria roster class-map explanations fail-on report held at policy enforce-deadline"
    let names = Check.helpMessage().matches(of: /\n  (?:<|--)(?<name>[a-z-]+)/).map {
      String($0.name)
    }
    #expect(names == known.split(separator: " ").map(String.init) + ["lang", "format", "schemas"])
  }

  @Test(arguments: [
    "", "--form f.xlsx", "a.csv --held=2024-04-15", "a.csv --enforce-deadline", "a.csv --help", "a.csv -h",
    "a.csv -", "-",
    "-- a.csv", "a.csv --form", "a.csv --form --held 2024-04-15", "a.csv --form f.xlsx --form g.xlsx",
    "a.csv --lang de",
    "a.csv --fail-on much", "a.csv --forms f.xlsx", "a.csv -o o.xlsx --output p.xlsx", "a.csv -oo.xlsx",
    "a.csv --version",
  ])
  func `are left to ArgumentParser`(line: String) {
    let words = line.split(separator: " ").map(String.init)
    #expect(Check(plain: words) == nil)
    #expect(Convert(plain: words) == nil)
    #expect(line.contains("-o") || Convert(plain: words + ["-o", "o.xlsx"]) == nil)
  }
}
