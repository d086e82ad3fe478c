import ArgumentParser
import Assessment
import Checking
import Console
import Form
import Glibc
import SchoolCalendar
import Seasons
import Spreadsheet

/// What `check` and `convert` take alike.
struct CheckOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        "Записи бумажного протокола: XLSX, ODS, CSV. Несколько — классы одной работы.",
        "Transcriptions of the paper protocol: XLSX, ODS, CSV. Several are classes of one work."),
      valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      say("Баллы комиссии; можно несколько раз.", "The commission's scores; may be given again."),
      valueName: "file"))
  var scores: [String] = []

  @OptionGroup var work: WorkOptions

  @Option(
    help: ArgumentHelp(say("Список выданных кодов.", "The list of codes given out."), valueName: "file"))
  var roster: String?

  @Option(
    help: ArgumentHelp(
      say("Номера классов по буквам: А=1,Б=2.", "Class numbers by letter: А=1,Б=2."), valueName: "map"))
  var classMap: String?

  @Option(
    help: ArgumentHelp(
      say("Пояснения (CSV: отпечаток; код; текст).", "Explanations (CSV: fingerprint; code; text)."),
      valueName: "file"))
  var explanations: String?

  @OptionGroup var outcome: OutcomeOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Отчёт в файл, вид=файл; можно несколько раз. Виды: annotated (копия вашей книги с пометками), html (протокол для печати), xlsx, csv, text, json, ndjson, sarif, junit, explanations (вопросы для пояснений).",
        "A report into a file, format=file; may be given again. Formats: annotated (a copy of your workbook with marks), html (a protocol to print), xlsx, csv, text, json, ndjson, sarif, junit, explanations (queries to be explained)."
      ),
      valueName: "format=file"))
  var report: [String] = []

  @OptionGroup var clock: ClockOptions
  @OptionGroup var common: CommonOptions

  /// All files that are read: none of them is ever written.
  var inputs: [String] {
    files + scores + [work.form, roster, explanations, clock.policy].compactMap { $0 }
  }

  /// The reports that were asked for.
  func reports(notOver paths: [String]) throws(Failure) -> [ReportFile] {
    try ReportFile.all(report, sheets: files.count + scores.count, notOver: paths)
  }
}
