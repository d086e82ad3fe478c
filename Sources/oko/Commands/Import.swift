import ArgumentParser
import Assessment
import Console
import Form
import Reports
import Spreadsheet

/// `oko import`: a filled form back into a transcription or into data; an export of ФИС ОКО into data or a plain table.
struct Import: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: say(
        "Прочитать заполненную форму или выгрузку ФИС ОКО: в JSON, CSV, XLSX или ODS.",
        "Read a filled form or a ФИС ОКО export: into JSON, CSV, XLSX or ODS."),
      discussion: say(
        "Выгрузки: Ф1 «Индивидуальные результаты», Ф3 «Статистика по отметкам», сравнение с отметками по журналу.\nПример: oko import форма.xlsx -o протокол.csv",
        "Exports: Ф1 «Индивидуальные результаты», Ф3 «Статистика по отметкам», the comparison with the journal.\nExample: oko import form.xlsx -o protocol.csv"
      ))
  }

  @Argument(
    help: ArgumentHelp(
      say("Заполненная форма или выгрузка ФИС ОКО.", "The filled form, or the ФИС ОКО export."),
      valueName: "file"))
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
    let imported = try Imported(try InputFile(file))
    guard let target, let output, output != "-" else {
      Standard.out(imported.json.pretty)
      return
    }
    try target.write(try bytes(imported, output))
  }

  private func bytes(_ imported: Imported, _ output: String) throws -> [UInt8] {
    switch output.split(separator: ".").last?.lowercased() {
    case "json": Array(imported.json.pretty.utf8)
    case "csv": imported.table.csv
    case "xlsx": try imported.table.xlsx()
    case "ods": imported.table.ods
    default:
      throw Failure.usage(
        "Не знаю такого вида файла: \(shown: output). Можно .json, .csv, .xlsx, .ods.",
        "This kind of file is not known: \(shown: output). Use .json, .csv, .xlsx, .ods.")
    }
  }
}

/// What was imported: data, and the same as a plain table.
private struct Imported {
  let json: JSON
  let table: PlainTable

  /// An export is looked for first: the header of Ф1 has all that a form's has, and more.
  init(_ input: InputFile) throws(Failure) {
    do throws(ExportError) {
      let export = try AnalyticsExport(input.bytes)
      (json, table) = (JSON(export: export), export.table)
      return
    } catch ExportError.notAnExport {
    } catch {
      throw Failure(.unreadable, ExportWords.text(of: error, input.name))
    }
    do throws(FormError) {
      let form = ImportedForm(try DownloadedForm(input.bytes, name: input.name))
      (json, table) = (JSON(imported: form), form.table)
    } catch {
      throw Failure(.unreadable, FormWords.reading(error, input.name))
    }
  }
}
