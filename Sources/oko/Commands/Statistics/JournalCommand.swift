import ArgumentParser
import Assessment
import Console
import Form
import Objectivity
import Reports

extension StatsCommand {
  /// `oko stats journal`
  struct JournalStats: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "journal",
        abstract: say(
          "Отметки за ВПР рядом с журналом: понизили, подтвердили, повысили.",
          "ВПР marks beside the journal: lowered, confirmed, raised."),
        discussion: say(
          "Файлы: Ф1, протоколы с отметкой за предыдущий период; или одна выгрузка «Сравнение отметок с отметками по журналу».\nПример: oko stats journal Ф1-район.xlsx --school edu380001",
          "Files: Ф1, protocols with the mark of the previous period; or one export «Сравнение отметок с отметками по журналу».\nExample: oko stats journal Ф1-district.xlsx --school edu380001"
        ))
    }

    @OptionGroup var options: ResultsOptions

    func run() throws {
      if options.files.count == 1, options.rest.isEmpty, options.school == nil {
        let input = try InputFile(ResultsInput.path(options.files[0]))
        if let comparison = JournalExport.read(input) {
          let report = StatisticsReport(
            journalGroups: JournalExport.groups(comparison),
            work: comparison.title.work.value?.id ?? input.name,
            origin: try options.origin())
          return try options.output.show(report, beside: options.inputs)
        }
      }
      let report = StatisticsReport(
        journal: JournalAnalysis(try options.results()), origin: try options.origin())
      try options.output.show(options.shown(report), beside: options.inputs)
    }
  }

  /// `oko stats marks`
  struct Marks: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say(
          "Доли отметок из Ф3, с интервалами; проценты проверяются по числу участников.",
          "Shares of marks from Ф3 with intervals; percentages are checked against participants."),
        discussion: say(
          "Файлы за несколько лет покажут ещё, как изменилась доля «2».\nПример: oko stats marks \"Ф3_Статистика по отметкам.xlsx\"",
          "Files of several years show how the share of «2» has changed.\nExample: oko stats marks \"Ф3_Статистика по отметкам.xlsx\""
        ))
    }

    @Argument(
      help: ArgumentHelp(
        say("Ф3 одной работы; или несколько, по годам.", "Ф3 of one work; or several, by year."),
        valueName: "file"))
    var files: [String]

    @OptionGroup var output: StatsOutput

    func run() throws {
      let years = try files.map { try Self.read($0) }
      let report = StatisticsReport(
        marks: years, origin: try output.origin(files.map { String($0.split(separator: "/").last ?? "") }))
      try output.show(report, beside: files)
    }

    private static func read(_ path: String) throws -> StatisticsReport.MarksOfWork {
      let input = try InputFile(path)
      let export: AnalyticsExport
      do throws(ExportError) {
        export = try AnalyticsExport(input.bytes)
      } catch { throw Failure(.unreadable, ExportWords.text(of: error, input.name)) }
      guard case .markStatistics(let statistics) = export else {
        throw Failure(
          .unreadable,
          say(
            "\(input.name): нужна выгрузка Ф3 «Статистика по отметкам».",
            "\(input.name): the export Ф3 «Статистика по отметкам» is needed."))
      }
      let groups = statistics.rows.map { row in
        let percents = row.shares.compactMap(\.value)
        let participants = row.participants.value ?? 0
        return StatisticsReport.MarkGroup(
          name: row.group.login ?? row.group.name, participants: participants,
          counts: RecoveredCounts.result(percents: percents, participants: participants))
      }
      return StatisticsReport.MarksOfWork(work: export.title.work.value?.id ?? input.name, groups: groups)
    }
  }
}
