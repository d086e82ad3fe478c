import ArgumentParser
import Assessment
import Checking
import Console
import Glibc
import Reports
import SchoolCalendar
import Seasons
import Spreadsheet

/// How statistics are printed, and into which files.
struct StatsOutput: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Отчёт одним файлом HTML, с графиками.", "The report as one HTML file, with plots."),
      valueName: "file"))
  var html: String?

  @Option(
    help: ArgumentHelp(
      say("Отчёт книгой Excel, без графиков.", "The report as a workbook, without plots."), valueName: "file")
  )
  var xlsx: String?

  @Option(
    help: ArgumentHelp(say("Папка для графиков SVG.", "A folder for plots as SVG."), valueName: "dir"))
  var svg: String?

  @Option(help: ArgumentHelp(say("Папка для таблиц CSV.", "A folder for tables as CSV."), valueName: "dir"))
  var csv: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Дата отчёта, ГГГГ-ММ-ДД; по умолчанию сегодня.",
        "The day of the report, YYYY-MM-DD; today by default."),
      valueName: "day"))
  var date: String?

  @OptionGroup var common: CommonOptions

  /// Where the numbers come from.
  func origin(_ sources: [String]) throws -> StatisticsReport.Origin {
    StatisticsReport.Origin(sources: sources.map { ShownName.path($0) }, day: try day())
  }

  private func day() throws -> CalendarDay {
    if let date {
      guard let day = CalendarDay(iso: date) else {
        throw Failure.usage(
          "Нет такого дня: «\(shown: date)». Нужен вид 2024-04-15.",
          "There is no such day: «\(shown: date)». Write 2024-04-15.")
      }
      return day
    }
    let regulations = try regulations()
    let zones = try regulations.seasons.loading { try $0.zones() }
    guard let zone = zones[regulations.policy.zone] ?? Zone(id: "UTC", offset: 0) else {
      throw Failure(.ownFailure)
    }
    return Moment(secondsSince1970: time(nil)).day(in: zone)
  }

  /// What holds for reading protocols.
  func regulations(policy: String? = nil) throws(Failure) -> Regulations {
    var files = Regulations.Files(overlay: try common.overlay())
    if let policy {
      let file = try InputFile(policy)
      files.policy = .init(path: file.name, json: file.bytes)
    }
    let complete = files
    return try common.seasons().loading { _ in try Regulations(complete) }
  }

  /// Prints a report and writes its files.
  func show(_ report: StatisticsReport, beside inputs: [String]) throws {
    let page = try html.map { try OutputFile($0, notOver: inputs) }
    let book = try xlsx.map { try OutputFile($0, notOver: inputs) }
    switch common.format {
    case .text: Standard.out(StatisticsText(report, common.lang).text)
    case .json: Standard.out(JSON(statistics: report).pretty)
    }
    try book?.write(try StatisticsWorkbook(report, common.lang).bytes())
    try page?.write(Array(StatisticsHTML(report, common.lang).text.utf8))
    if let svg {
      try files(
        in: svg, inputs, report.plots.map { ("\($0.name).svg", Array($0.svg(common.lang, of: report).utf8)) })
    }
    if let csv {
      let comma = common.lang == .ru ? "," : "."
      try files(
        in: csv, inputs, report.tables.map { ("\($0.name).csv", $0.plain(common.lang).csv(decimal: comma)) })
    }
  }

  private func files(in folder: String, _ inputs: [String], _ files: [(name: String, bytes: [UInt8])]) throws
  {
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
      throw Failure.usage("Папка не создана: \(shown: folder)", "The folder was not made: \(shown: folder)")
    }
    for file in files { try OutputFile("\(folder)/\(file.name)", notOver: inputs).write(file.bytes) }
  }
}
