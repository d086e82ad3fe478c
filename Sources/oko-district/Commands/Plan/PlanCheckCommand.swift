import ArgumentParser
import Assessment
import Checking
import Console
import District
import Reports
import Spreadsheet

/// `oko plan check`: whether the plan can be kept, before anybody prints a page.
struct PlanCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say(
        "Проверить план: сроки, независимость, нагрузку; предложить дни.",
        "Check a plan: terms, independence, load; propose days."),
      discussion: say(
        "Пример: oko plan check план.xlsx\nПустой план: oko blank plan -o план.xlsx",
        "Example: oko plan check plan.xlsx\nAn empty plan: oko blank plan -o plan.xlsx"))
  }

  @OptionGroup var plan: PlanOptions

  @Option(
    help: ArgumentHelp(
      say("Пояснения (CSV: отпечаток; код; текст).", "Explanations (CSV: fingerprint; code; text)."),
      valueName: "file"))
  var explanations: String?

  @OptionGroup var outcome: OutcomeOptions

  func run() throws {
    var request = try plan.request()
    if let explanations { request.explanations = try Explanations(readingFile: explanations) }
    let check = PlanCheck(try plan.read(), request)
    let language = plan.common.lang
    switch plan.common.format {
    case .json: Standard.out(JSON(planCheck: check).pretty)
    case .text:
      Standard.out(TextReport(check.inspection, language, isColoured: Standard.isColoured).text)
      Standard.out(PlanText(check, language).text)
    }
    let code = Exit.worst(check.inspection.exits(failOn: outcome.failOn))
    if code != .clean { throw Failure(code) }
  }
}
