import ArgumentParser
import Assessment
import Console
import Reports

/// `oko check`: read, validate, report; writes nothing but the reports asked for.
struct Check: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say(
        "Проверить запись протокола, ничего не записывая.", "Check a transcription, writing nothing."),
      discussion: say(
        "Пример: oko check 5А-мат.xlsx --scores баллы.xlsx --form \"Форма сбора результатов Математика 5 класс ВПР 2024.xlsx\" --held 2024-04-15",
        "Example: oko check 5А-мат.xlsx --scores баллы.xlsx --form \"Форма сбора результатов Математика 5 класс ВПР 2024.xlsx\" --held 2024-04-15"
      ))
  }

  @OptionGroup var options: CheckOptions

  func run() throws {
    let reports = try options.reports(notOver: options.inputs)
    let run = try CheckRun(options)
    let hasStdout = !reports.contains { $0.isOnStdout }
    let answer =
      switch options.common.format {
      case .text:
        TextReport(
          run.inspection, options.common.lang, isColoured: hasStdout && Standard.isColoured
        ).text
      case .json: JSON(check: run.inspection).pretty
      }
    if hasStdout { Standard.out(answer) } else { Standard.error(answer) }
    for report in reports { try report.write(run.inspection, of: run, options.common.lang) }
    let code = run.exit()
    if code != .clean { throw Failure(code) }
  }
}
