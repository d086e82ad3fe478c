import ArgumentParser
import Assessment
import Checking
import Console
import Reports
import Spreadsheet

/// `oko compare`: two independent transcriptions of one work, cell by cell, by participant code.
struct Compare: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: say(
        "Сравнить две независимые записи одной работы, ячейка за ячейкой.",
        "Compare two independent transcriptions of one work, cell by cell."),
      discussion: say(
        "Строки сопоставляются по коду участника. Спорные ячейки сведённой записи пусты: заполните их по бумаге, проверьте и передайте в convert.\nПример: oko compare 4А-первый.xlsx 4А-второй.xlsx --merge 4А.xlsx",
        "Rows are matched by participant code. The disputed cells of the agreed sheet are empty: fill them from paper, check, and hand it to convert.\nExample: oko compare 4А-first.xlsx 4А-second.xlsx --merge 4А.xlsx"
      ))
  }

  @Argument(help: ArgumentHelp(say("Первая запись.", "The first transcription."), valueName: "file"))
  var first: String

  @Argument(help: ArgumentHelp(say("Вторая запись.", "The second transcription."), valueName: "file"))
  var second: String

  @OptionGroup var work: WorkOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Куда записать сведённую запись: .xlsx, .ods, .csv.",
        "Where to write the agreed sheet: .xlsx, .ods, .csv."), valueName: "file"))
  var merge: String?

  @OptionGroup var outcome: OutcomeOptions
  @OptionGroup var common: CommonOptions

  private var inputs: [String] { [first, second] + [work.form].compactMap { $0 } }

  func run() throws {
    let target = try merge.map { try MergeFile($0, notOver: inputs) }
    let inspection = try inspect()
    let agreed = target == nil ? nil : AgreedProtocol(inspection)
    if let target, let agreed { try target.write(AgreedSheet(agreed, common.lang)) }
    switch common.format {
    case .json: Standard.out(JSON(comparison: inspection, merged: agreed == nil ? nil : merge).pretty)
    case .text:
      Standard.out(ComparisonText(inspection, common.lang, isColoured: Standard.isColoured).text)
      if let merge { Standard.out("\n" + closing(agreed, merge)) }
    }
    let refused: [Exit] = target != nil && agreed == nil ? [.refused] : []
    let code = Exit.worst(inspection.exits(failOn: outcome.failOn) + refused)
    if code != .clean { throw Failure(code) }
  }

  private func inspect() throws -> Inspection {
    var job = CheckJob([try InputFile(first).as(.transcription), try InputFile(second).as(.transcription)])
    try work.add(to: &job)
    job.nameFilesApart()
    job.purpose = .comparison
    if job.repeated != nil {
      throw Failure.usage(
        "Это один и тот же файл: сравнивать его с самим собой нечего.",
        "This is one and the same file: there is nothing to compare it with.")
    }
    return job.run(under: try common.regulations()).inspection
  }

  private func closing(_ agreed: AgreedProtocol?, _ path: String) -> String {
    guard let agreed else {
      return say(
        "Сведённая запись не сделана: сначала исправьте коды участников и то, из-за чего запись не прочитана.\n",
        "No agreed sheet was written: first mend the participants' codes, and what keeps a file from being read.\n"
      )
    }
    let count = agreed.disputed.count
    if count == 0 {
      return say(
        "Сведённая запись: \(shown: path). Спорных ячеек нет.\n",
        "The agreed sheet: \(shown: path). No cell is disputed.\n")
    }
    let cells = Plural.word(count, "спорная ячейка пуста", "спорные ячейки пусты", "спорных ячеек пусты")
    let isPlain = path.lowercased().hasSuffix(".csv")
    let how =
      isPlain
      ? say("CSV не хранит цвета и примечаний", "CSV holds neither colours nor notes")
      : say("цвет и примечание с обоими значениями", "coloured, with both values in a note")
    return say(
      "Сведённая запись: \(shown: path). \(count) \(cells) (\(how)). Заполните их по бумажному протоколу и передайте файл в convert.\n",
      "The agreed sheet: \(shown: path). \(count) disputed cell\(count == 1 ? " is" : "s are") empty (\(how)). Fill from the paper protocol and hand the file to convert.\n"
    )
  }
}
