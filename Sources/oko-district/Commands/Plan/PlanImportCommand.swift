import ArgumentParser
import Assessment
import Blanks
import Console
import District
import Reports
import Spreadsheet

/// `oko plan import`: a list of schools and works made into a plan.
struct PlanImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: say(
        "Сделать план из списка школ и работ, как его отдаёт ФИС ОКО.",
        "Make a plan of a list of schools and works as ФИС ОКО gives it out."),
      discussion: say(
        "Пример: oko plan import список.xlsx -o план.xlsx", "Example: oko plan import list.xlsx -o plan.xlsx")
    )
  }

  @OptionGroup var list: PlanOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(
        "Куда записать план: .xlsx или .json; без ключа JSON на экран.",
        "Where to write the plan: .xlsx or .json; JSON on the screen without it."), valueName: "file"))
  var output: String = "-"

  /// Findings about what was read; holes are for `plan check`, once people have filled them.
  private static let aboutReading: Set<String> = ["PLN011", "PLN012", "PLN018", "DDL006", "DDL007"]

  func run() throws {
    let kind = output == "-" ? "json" : output.split(separator: ".").last?.lowercased() ?? ""
    guard ["json", "xlsx"].contains(kind) else {
      throw Failure.usage(
        "Не знаю такого вида файла: \(shown: output). Можно .xlsx, .json.",
        "This kind of file is not known: \(shown: output). Use .xlsx, .json.")
    }
    let target = try OutputFile(output, notOver: [list.file])
    let input = try InputFile(list.file)
    let source = Source(name: input.name, role: .plan, bytes: input.bytes)
    var request = try list.request()
    request.sources = [source]
    let plan = source.workbook.map { SchoolList($0).plan }
    let inspection = Inspector.inspect(request, plan: plan)
      .only { $0.severity == .fatal && $0.code != "PLN016" || Self.aboutReading.contains($0.code) }
    guard let plan, !plan.schools.isEmpty || !plan.works.isEmpty else {
      Standard.error(TextReport(inspection, list.common.lang).text)
      throw Failure(
        .unreadable,
        say(
          "Ни школ, ни работ не найдено: нужны столбцы «Логин» и «Название» или «Логин», «Класс», «Предмет».",
          "Neither schools nor works were found: columns «Логин» and «Название», or «Логин», «Класс», «Предмет» are needed."
        ))
    }
    try target.write(
      kind == "xlsx" ? try PlanWorkbook(plan).bytes() : Array(JSON(plan: plan).pretty.utf8))
    let schools = Plural.word(plan.schools.count, "школа", "школы", "школ")
    let works = Plural.word(plan.works.count, "работа", "работы", "работ")
    Standard.error(
      say(
        "В плане \(plan.schools.count) \(schools), \(plan.works.count) \(works). Впишите наблюдателей и экспертов, затем: oko plan check.",
        "The plan has \(plan.schools.count) schools and \(plan.works.count) works. Enter observers and experts, then: oko plan check."
      ))
    guard !inspection.findings.isEmpty else { return }
    Standard.error("\n" + TextReport(inspection, list.common.lang).text)
    let code = Exit.worst(inspection.exits(failOn: .query))
    if code != .clean { throw Failure(code) }
  }
}
