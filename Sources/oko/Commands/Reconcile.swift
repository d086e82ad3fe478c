import ArgumentParser
import Assessment
import Checking
import Console
import Reports

/// `oko reconcile`: what was uploaded against what ФИС ОКО gave back.
struct Reconcile: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reconcile",
      abstract: say(
        "Сверить загруженную форму с выгрузкой Ф1, ячейка за ячейкой.",
        "Hold the uploaded form against the export Ф1, cell by cell."),
      discussion: say(
        "Пример: oko reconcile готово.xlsx \"Ф1_Индивидуальные результаты.xlsx\"",
        "Example: oko reconcile ready.xlsx \"Ф1_Индивидуальные результаты.xlsx\""))
  }

  @Argument(
    help: ArgumentHelp(say("Форма, которую загрузили.", "The form that was uploaded."), valueName: "form"))
  var form: String

  @Argument(
    help: ArgumentHelp(
      say("Выгрузка Ф1 «Индивидуальные результаты».", "The export Ф1 «Индивидуальные результаты»."),
      valueName: "f1"))
  var export: String

  @Option(
    help: ArgumentHelp(
      say(
        "Логин школы, если в выгрузке их несколько: edu123456.",
        "The school's login, when the export holds several: edu123456."), valueName: "login"))
  var login: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Отчёт в файл, как у check (кроме annotated): html=ФАЙЛ; можно несколько раз.",
        "A report into a file, as with check (but annotated): html=FILE; may be given again."),
      valueName: "format=file"))
  var report: [String] = []

  @OptionGroup var outcome: OutcomeOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let reports = try ReportFile.all(report, sheets: 0, notOver: [form, export])
    var job = CheckJob([try InputFile(form).as(.form), try InputFile(export).as(.export)])
    job.nameFilesApart()
    job.purpose = .reconciliation
    job.login = login
    let inspection = job.run(under: try common.regulations()).inspection
    try refuseSeveralSchools(inspection)
    let hasStdout = !reports.contains { $0.isOnStdout }
    let answer =
      switch common.format {
      case .json: JSON(reconciliation: inspection).pretty
      case .text:
        ReconciliationText(inspection, common.lang, isColoured: hasStdout && Standard.isColoured).text
      }
    if hasStdout { Standard.out(answer) } else { Standard.error(answer) }
    for report in reports { try report.write(inspection, common.lang) }
    let code = Exit.worst(inspection.exits(failOn: outcome.failOn))
    if code != .clean { throw Failure(code) }
  }

  /// Codes tell no school: which rows of a district's export count must be said.
  private func refuseSeveralSchools(_ inspection: Inspection) throws(Failure) {
    let logins = inspection.examination.export?.results?.schools.compactMap(\.login) ?? []
    guard login == nil, logins.count > 1 else { return }
    let list = logins.prefix(20).joined(separator: ", ")
    throw .usage(
      "В выгрузке несколько школ, укажите свою: --login. Есть: \(list).",
      "The export holds several schools, name yours: --login. It has: \(list).")
  }
}
