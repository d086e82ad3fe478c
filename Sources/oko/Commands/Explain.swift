import ArgumentParser
import Assessment
import Console
import Reports

/// `oko explain`: any rule — what, why, how to mend, examples, the basis.
struct Explain: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: say(
        "Объяснить замечание: по коду, по названию или своими словами.",
        "Explain a finding by code, by slug or in your own words."),
      discussion: say("Пример: oko explain SCR004", "Example: oko explain SCR004"))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        "Код, название или слова: SCR004, score-above-max, балл больше максимума.",
        "A code, a slug or words: SCR004, score-above-max, duplicate code."),
      valueName: "word"))
  var words: [String]

  @OptionGroup var common: CommonOptions

  func run() throws {
    let query = words.joined(separator: " ")
    let rules = RuleSearch.rules(query)
    guard let first = rules.first else {
      throw Failure.usage(
        "Ничего не найдено: «\(query)». Все коды: oko rules list.",
        "Nothing was found: «\(query)». All codes: oko rules list.")
    }
    guard rules.count > 1 else {
      let page = RulePage(first, common.lang)
      return Standard.out(common.format == .json ? page.json.pretty : page.text)
    }
    switch common.format {
    case .json:
      Standard.out(JSON.object([("rules", .array(rules.map { RulePage.listed($0) }))]).pretty)
    case .text:
      Standard.out(say("Подходит несколько правил:\n", "Several rules fit:\n"))
      for rule in rules { Standard.out("  " + RulePage.line(rule, common.lang)) }
      Standard.out(
        say("Подробнее: oko explain \(first.code)\n", "More about one of them: oko explain \(first.code)\n"))
    }
  }
}
