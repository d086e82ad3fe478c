import ArgumentParser
import Assessment
import Blanks
import Console
import Reports
import Spreadsheet

/// `oko blank plan`: the workbook of a district's plan.
struct BlankPlanCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plan",
      abstract: say(
        "Пустой план района: график, школы, наблюдатели, эксперты, утверждения.",
        "An empty plan: schedule, schools, observers, experts, approvals."),
      discussion: say("Пример: oko blank plan -o план.xlsx", "Example: oko blank plan -o plan.xlsx"))
  }

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(say("Куда записать (.xlsx).", "Where to write (.xlsx)."), valueName: "file"))
  var output: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard output == "-" || output.lowercased().hasSuffix(".xlsx") else {
      throw Failure.usage(
        "План — книга Excel: дайте файлу имя с .xlsx, а не \(shown: output).",
        "The plan is an Excel workbook: give the file a name with .xlsx, not \(shown: output).")
    }
    let target = try OutputFile(output, notOver: [])
    let bytes = try PlanWorkbook().bytes()
    try target.writeNew(bytes)
    guard output != "-" else { return }
    switch common.format {
    case .json:
      Standard.out(
        JSON.object([
          ("schema", .string("oko/blank/1")), ("output", .string(ShownName.path(output))),
          ("sha256", .string(sha256(bytes))),
        ])
        .pretty)
    case .text:
      Standard.out(
        say(
          "Пустой план записан: \(shown: output). Как заполнить, сказано на первом листе; затем: oko plan check.\n",
          "The empty plan was written: \(shown: output). Its first sheet tells how to fill it; then: oko plan check.\n"
        ))
    }
  }
}
