import ArgumentParser
import Assessment
import Checking
import Console
import Reports
import SchoolCalendar
import Seasons

/// `oko deadline`: both terms of a test day, all readings, the time that is left.
struct DeadlineCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "deadline",
      abstract: say(
        "Сроки эксперта и загрузки для дня проведения.", "The expert's and the upload term of a test day."),
      discussion: say(
        "Пример: oko deadline --held 2024-04-15. Чьи загрузки не сделаны: oko deadline list --db район.db",
        "Example: oko deadline --held 2024-04-15. Uploads that are due: oko deadline list --db district.db"),
      subcommands: [DeadlineListCommand.self])
  }

  @OptionGroup var clock: ClockOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Класс (параллель): от него зависит период сезона.", "The grade: the season's window follows from it."
      ), valueName: "grade"))
  var grade: Int?

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let held = try clock.day() else {
      throw Failure.usage(
        "Укажите день проведения: --held 2024-04-15.", "Give the day of the test: --held 2024-04-15.")
    }
    var request = InspectionRequest(under: try clock.regulations(common))
    request.held = held
    request.now = try clock.now()
    if let grade {
      guard (1...11).contains(grade) else {
        throw Failure.usage("Класс от 1 до 11, указан \(grade).", "A grade is 1 to 11, not \(grade).")
      }
      request.work = Work(season: held.year, grade: grade, subject: "")
    }
    let inspection = Inspector.inspect(request).only(.deadline)
    guard let terms = inspection.examination.terms else {
      let problem = inspection.examination.termsProblem?[common.lang] ?? ""
      throw Failure(.usage, say("Сроки не посчитаны: ", "The terms cannot be counted: ") + problem)
    }
    switch common.format {
    case .json:
      Standard.out(JSON(deadline: terms, at: request.now, findings: JSON.findings(of: inspection)).pretty)
    case .text:
      Standard.out(DeadlineText(terms, request.now, common.lang).text)
      for finding in inspection.findings where finding.code != "DDL004" {
        Standard.out(
          "\n\(finding.severity.word[common.lang])  \(finding.code)  \(finding.message(common.lang))\n  → \(finding.mend(common.lang))\n"
        )
      }
    }
    if clock.enforceDeadline, let now = request.now, terms.isOverdue(at: now) {
      throw Failure(.deadlineMissed)
    }
    if inspection.findings.contains(where: { $0.severity >= .query }) { throw Failure(.findings) }
  }
}
