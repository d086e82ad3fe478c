import ArgumentParser
import Assessment
import Reports

/// `oko rules`: the catalogue.
struct RulesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rules", abstract: say("Список правил проверки.", "The catalogue of rules."),
      subcommands: [List.self])
  }

  /// `oko rules list`
  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say("Все коды с тяжестью и названием.", "All codes with severity and title."),
        discussion: say("Пример: oko rules list", "Example: oko rules list"))
    }

    @OptionGroup var common: CommonOptions

    func run() throws {
      switch common.format {
      case .json:
        Standard.out(JSON.object([("rules", .array(RuleBook.all.map { RulePage.listed($0) }))]).pretty)
      case .text:
        for rule in RuleBook.all {
          let severity = rule.severity.word[common.lang]
          let gap = String(repeating: " ", count: max(1, 18 - severity.count))
          Standard.out("\(rule.code)  \(severity)\(gap)\(rule.title[common.lang])\n")
        }
      }
    }
  }
}
