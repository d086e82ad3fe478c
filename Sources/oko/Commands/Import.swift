import ArgumentParser
import Assessment
import Form
import Reports
import Spreadsheet

/// `oko import`: a filled form back into a transcription or into data.
struct Import: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: say(
        "Прочитать заполненную форму обратно: в JSON, CSV, XLSX или ODS.",
        "Read a filled form back: into JSON, CSV, XLSX or ODS."),
      discussion: say(
        "Пример: oko import форма.xlsx -o протокол.csv", "Example: oko import form.xlsx -o protocol.csv"))
  }

  @Argument(help: ArgumentHelp(say("Заполненная форма.", "The filled form."), valueName: "file"))
  var file: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(
        "Куда записать: .json, .csv, .xlsx, .ods; без ключа JSON на экран.",
        "Where to write: .json, .csv, .xlsx, .ods; JSON on the screen without it."), valueName: "file"))
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let target = try output.map { try OutputFile($0, notOver: [file]) }
    let input = try InputFile(file)
    let imported = ImportedForm(try form(input))
    guard let target, let output, output != "-" else {
      Standard.out(JSON(imported: imported).pretty)
      return
    }
    try target.write(try bytes(imported, output))
  }

  private func form(_ input: InputFile) throws(Failure) -> DownloadedForm {
    do throws(FormError) {
      return try DownloadedForm(input.bytes, name: input.name)
    } catch {
      throw Failure(.unreadable, FormWords.reading(error, input.name))
    }
  }

  private func bytes(_ imported: ImportedForm, _ output: String) throws -> [UInt8] {
    switch output.split(separator: ".").last?.lowercased() {
    case "json": Array(JSON(imported: imported).pretty.utf8)
    case "csv": imported.table.csv
    case "xlsx": try imported.table.xlsx()
    case "ods": imported.table.ods
    default:
      throw Failure.usage(
        "Не знаю такого вида файла: \(output). Можно .json, .csv, .xlsx, .ods.",
        "This kind of file is not known: \(output). Use .json, .csv, .xlsx, .ods.")
    }
  }
}
