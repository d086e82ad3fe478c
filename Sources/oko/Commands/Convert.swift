import ArgumentParser
import Assessment
import Checking
import Console
import Reports
import Spreadsheet

/// `oko convert`: the same checks, then the form, filled in place or made; proven by reading it back.
struct Convert: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "convert",
      abstract: say(
        "Проверить и заполнить скачанную форму; файл появляется только доказанным.",
        "Check, then fill the downloaded form; a file appears only when it is proven."),
      discussion: say(
        "Пример: oko convert 5А-мат.xlsx --form \"Форма сбора результатов Математика 5 класс ВПР 2024.xlsx\" -o готово.xlsx --held 2024-04-15",
        "Example: oko convert 5А-мат.xlsx --form \"Форма сбора результатов Математика 5 класс ВПР 2024.xlsx\" -o ready.xlsx --held 2024-04-15"
      ))
  }

  @OptionGroup var options: CheckOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(say("Куда записать форму.", "Where to write the form."), valueName: "file"))
  var output: String

  func run() throws {
    try checkExtension()
    let file = try OutputFile(output, notOver: options.inputs)
    let reports = try options.reports(notOver: options.inputs + [output])
    let run = try CheckRun(options)
    let form: FilledForm
    do throws(FillingError) {
      form = try run.answer.filled(name: output)
    } catch {
      throw try refusal(error, run, reports)
    }
    do throws(Failure) {
      try file.write(form.bytes, over: form.mayReplace)
    } catch {
      try finish(run, form.inspection, reports, written: nil)
      throw error
    }
    try finish(
      run, form.inspection, reports,
      written: (output: output, sha256: sha256(form.bytes), made: form.isMade))
    let code = run.exit()
    if code != .clean { throw Failure(code) }
  }

  /// Prints what was found, and how the run ends without a form.
  private func refusal(_ error: FillingError, _ run: CheckRun, _ reports: [ReportFile]) throws -> Failure {
    var inspection = run.inspection
    if case .unproven(let proven) = error { inspection = proven }
    try finish(run, inspection, reports, written: nil)
    switch error {
    case .refused: return Failure(run.exit(beside: [.refused]))
    case .incomplete, .form: return Failure(.refused, error.words[Say.language])
    case .unproven: return Failure(.ownFailure)
    }
  }

  private func checkExtension() throws(Failure) {
    let name = output.lowercased()
    guard output == "-" || name.hasSuffix(".xlsx") || name.hasSuffix(".xlsm") else {
      throw .usage(
        "Форма — это книга Excel: дайте файлу имя с .xlsx, а не \(shown: output).",
        "A form is an Excel workbook: give the file a name with .xlsx, not \(shown: output).")
    }
  }

  private func finish(
    _ run: CheckRun, _ inspection: Inspection, _ reports: [ReportFile],
    written: (output: String, sha256: String, made: Bool)?
  ) throws {
    let answer: String
    switch options.common.format {
    case .json: answer = JSON(convert: inspection, written: written).pretty
    case .text:
      let report = TextReport(inspection, options.common.lang, isColoured: Standard.isColoured)
      answer = report.text + "\n" + closing(inspection, written)
    }
    // A form or a report on stdout has stdout to itself.
    if output == "-" || reports.contains(where: \.isOnStdout) {
      Standard.error(answer)
    } else {
      Standard.out(answer)
    }
    for report in reports { try report.write(inspection, of: run, options.common.lang) }
  }

  private func closing(_ inspection: Inspection, _ written: (output: String, sha256: String, made: Bool)?)
    -> String
  {
    guard let written else {
      // Where nothing stands against the protocol, the words that follow tell what does.
      if inspection.isAccepted { return say("Форма не записана.\n", "No form was written.\n") }
      return say(
        "Форма не записана: сначала исправьте ошибки и ответьте на вопросы выше.\n",
        "No form was written: first mend the errors and answer the queries above.\n")
    }
    let count = inspection.examination.record?.participants.count ?? 0
    let people = Plural.word(count, "участник", "участника", "участников")
    var text = say(
      "Форма записана: \(shown: written.output) (\(count) \(people)). Прочитана обратно и совпадает с протоколом.\n",
      "The form was written: \(shown: written.output) (\(count) participant\(count == 1 ? "" : "s")). It was read back and agrees with the protocol.\n"
    )
    if let name = inspection.examination.sources.first(where: { $0.role == .form })?.name,
      written.output.split(separator: "/").last.map(String.init) != name
    {
      text += say(
        "Перед загрузкой верните файлу имя, с которым форма скачана: \(name)\n",
        "Before the upload give the file the name with which the form was downloaded: \(name)\n")
    }
    if written.made {
      text += say(
        "Это не скачанная форма, а сделанная по критериям: загружайте форму из личного кабинета ФИС ОКО.\n",
        "This form was made from the criteria and not downloaded: upload the form of your ФИС ОКО account.\n")
    }
    return text
  }
}
