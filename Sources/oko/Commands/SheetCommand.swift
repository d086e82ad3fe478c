import ArgumentParser
import Console
import Reports
import Spreadsheet

/// `oko sheet`: what the reader sees; the first thing to run on a strange file.
struct SheetCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sheet",
      abstract: say(
        "Показать, что программа видит в файле: листы, ячейки, типы.",
        "Show what the reader sees: sheets, cells, types."),
      discussion: say(
        "Показывает содержимое файла целиком, имена тоже: это только для своего экрана.\nПример: oko sheet 5А-мат.xlsx",
        "It shows the whole content, names too: it is for your own screen only.\nExample: oko sheet 5А-мат.xlsx"
      ))
  }

  @Argument(
    help: ArgumentHelp(say("Файл: XLSX, ODS, CSV, TSV.", "A file: XLSX, ODS, CSV, TSV."), valueName: "file"))
  var file: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let input = try InputFile(file)
    var options = ReadingOptions()
    options.limits = .looking
    do throws(SpreadsheetError) {
      let workbook = try Workbook(reading: input.bytes, options)
      let seen = SheetReport(workbook, fileName: input.name)
      Standard.out(common.format == .json ? seen.json.line + "\n" : seen.text(common.lang))
    } catch {
      if common.format == .json { Standard.out(SheetReport.json(refusal: error).line + "\n") }
      throw Failure(
        .unreadable,
        say("Файл не прочитан: ", "The file was refused: ") + RefusalText.text(error, common.lang))
    }
  }
}
