import ArgumentParser
import Assessment
import Form
import Reports
import Spreadsheet

/// `oko convert`: the same checks, then the form, filled in place or made; proven by reading it back.
struct Convert: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
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
    guard let accepted = run.inspection.accepted else {
      try finish(run, run.inspection, reports, written: nil)
      // A policy may have lowered the severity of a missing value; what is missing still cannot be written.
      if run.inspection.isAccepted {
        throw Failure(
          .refused,
          say(
            "Форма не записана: не у каждого участника есть всё, что ей нужно.",
            "No form was written: not every participant has all that it needs."))
      }
      throw Failure(run.exit(beside: [.refused]))
    }
    let bytes: [UInt8]
    do throws(FormError) {
      bytes = try written(accepted, run)
    } catch {
      try finish(run, run.inspection, reports, written: nil)
      throw Failure(.refused, FormWords.text(of: error))
    }
    let inspection = proven(bytes, accepted, run)
    guard inspection.worst != .fatal else {
      try finish(run, inspection, reports, written: nil)
      throw Failure(.ownFailure)
    }
    try file.write(bytes)
    try finish(
      run, inspection, reports, written: (output: output, sha256: sha256(bytes), made: run.form == nil))
    let code = run.exit()
    if code != .clean { throw Failure(code) }
  }

  private func checkExtension() throws(Failure) {
    let name = output.lowercased()
    guard output == "-" || name.hasSuffix(".xlsx") || name.hasSuffix(".xlsm") else {
      throw .usage(
        "Форма — это книга Excel: дайте файлу имя с .xlsx, а не \(output).",
        "A form is an Excel workbook: give the file a name with .xlsx, not \(output).")
    }
  }

  private func written(_ accepted: AcceptedProtocol, _ run: CheckRun) throws(FormError) -> [UInt8] {
    if let form = run.form { return try form.filled(with: accepted) }
    return try MadeForm.bytes(of: accepted, run.seasons)
  }

  private func proven(_ bytes: [UInt8], _ accepted: AcceptedProtocol, _ run: CheckRun) -> Inspection {
    let name = run.form.map { $0.name } ?? output
    do throws(FormError) {
      let differences = try Reread.differences(in: bytes, from: accepted, blank: run.form, name: name)
      return run.inspection.reread(differences)
    } catch {
      return run.inspection.failed(
        Text(
          "записанная форма не читается обратно (\(error))", "the written form cannot be read back (\(error))"
        ))
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
    // A form on stdout has stdout to itself.
    if output == "-" { Standard.error(answer) } else { Standard.out(answer) }
    for report in reports { try report.write(inspection, of: run, options.common.lang) }
  }

  private func closing(_ inspection: Inspection, _ written: (output: String, sha256: String, made: Bool)?)
    -> String
  {
    guard let written else {
      return say(
        "Форма не записана: сначала исправьте ошибки и ответьте на вопросы выше.\n",
        "No form was written: first mend the errors and answer the queries above.\n")
    }
    let count = inspection.examination.record?.participants.count ?? 0
    let people = Plural.word(count, "участник", "участника", "участников")
    var text = say(
      "Форма записана: \(written.output) (\(count) \(people)). Прочитана обратно и совпадает с протоколом.\n",
      "The form was written: \(written.output) (\(count) participant\(count == 1 ? "" : "s")). It was read back and agrees with the protocol.\n"
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
