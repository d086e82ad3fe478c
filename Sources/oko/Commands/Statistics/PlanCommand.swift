import ArgumentParser
import Assessment
import Console
import Reports

extension StatsCommand {
  /// `oko stats plan`
  struct Plan: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say(
          "Сколько работ перепроверить, и что говорят найденные изменения.",
          "How many works to mark again, and what the changes found say."),
        discussion: say(
          "Пример: oko stats plan --works 30 --changed 6\nПосле проверки: oko stats plan --works 30 --marked 10 --found 4",
          "Example: oko stats plan --works 30 --changed 6\nAfterwards: oko stats plan --works 30 --marked 10 --found 4"
        ))
    }

    @Option(help: ArgumentHelp(say("Сколько всего работ.", "How many works there are."), valueName: "n"))
    var works: Int

    @Option(
      help: ArgumentHelp(
        say("Сколько изменённых надо уметь найти.", "How many changed works should not be missed."),
        valueName: "n"))
    var changed: Int?

    @Option(help: ArgumentHelp(say("Сколько уже проверено.", "How many were marked."), valueName: "n"))
    var marked: Int?

    @Option(
      help: ArgumentHelp(
        say("В скольких из них отметка изменилась.", "In how many of them the mark changed."), valueName: "n")
    )
    var found: Int?

    @OptionGroup var output: StatsOutput

    func run() throws {
      let numbers = [changed, marked, found].compactMap { $0 }
      guard 1...100_000 ~= works, numbers.allSatisfy({ 0...works ~= $0 }), (marked == nil) == (found == nil),
        (found ?? 0) <= (marked ?? 0), changed != 0
      else {
        throw Failure.usage(
          "Числа не сходятся: работ больше нуля, изменённых и проверенных не больше, чем работ, найденных не больше, чем проверенных; --marked и --found вместе.",
          "The numbers do not agree: more than no works, not more changed or marked than works, not more found than marked; --marked and --found together."
        )
      }
      let question = StatisticsReport.RecheckQuestion(
        works: works, changed: changed, marked: marked, found: found)
      try output.show(
        StatisticsReport(plan: question, origin: try output.origin(["oko stats plan"])), beside: [])
    }
  }
}
