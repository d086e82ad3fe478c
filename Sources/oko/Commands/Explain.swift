import ArgumentParser
import Assessment
import Reports

/// `oko explain`: any rule — what, why, how to mend, an example, the basis.
struct Explain: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: say("Объяснить замечание по коду или названию.", "Explain a finding by code or slug."),
      discussion: say("Пример: oko explain SCR004", "Example: oko explain SCR004"))
  }

  @Argument(
    help: ArgumentHelp(
      say("Код или название: SCR004, score-above-max.", "A code or a slug: SCR004, score-above-max."),
      valueName: "word"))
  var word: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let rule = RuleSearch.rule(word) else {
      throw Failure.usage(
        "Такого кода нет: «\(word)». Все коды: oko rules list.",
        "There is no such code: «\(word)». All codes: oko rules list.")
    }
    switch common.format {
    case .text: Standard.out(RulePage(rule, common.lang).text)
    case .json: Standard.out(RulePage(rule, common.lang).json.pretty)
    }
  }
}
