public import ArgumentParser
import Assessment
import Checking
import Console
public import Objectivity
public import Reports
import SchoolCalendar

extension Adjudication.SmallGap: ExpressibleByArgument {}
extension StatisticsReport.MarkingPair: ExpressibleByArgument {}

extension StatsCommand {
  /// `oko stats markings A B`
  struct Markings: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say(
          "Две проверки одних работ: сдвиг, отметки, расхождения по заданиям, третий эксперт.",
          "Two markings of the same works: shift, marks, differences by task, third expert."),
        discussion: say(
          "Файлы сопоставляются по коду участника. Первые два сравниваются; строгость считается по всем.\nПример: oko stats markings школа.xlsx эксперт.xlsx --pair recheck --criteria 2024/6-МА/basic --html сверка.html",
          "Files are matched by participant code. The first two are compared; severity is counted over all.\nExample: oko stats markings school.xlsx expert.xlsx --pair recheck --criteria 2024/6-МА/basic --html report.html"
        ))
    }

    @Argument(
      help: ArgumentHelp(
        say("Записи двух проверок или больше.", "Transcriptions of two markings or more."), valueName: "file")
    )
    var files: [String]

    @Option(
      help: ArgumentHelp(
        say(
          "Что это за проверки: experts — два эксперта независимо; recheck — перепроверка работ, уже проверенных школой.",
          "What the markings are: experts: two experts, blind to each other; recheck: works marked again that the school had marked."
        ), valueName: "kind"))
    var pair: StatisticsReport.MarkingPair = .experts

    @OptionGroup var work: WorkOptions

    @Option(
      help: ArgumentHelp(
        say(
          "Как решать малые расхождения: mean, higher, lower, first, second.",
          "How small gaps are settled: mean, higher, lower, first, second."), valueName: "rule"))
    var settle: Adjudication.SmallGap = .mean

    @Option(
      help: ArgumentHelp(
        say(
          "Правила района: когда нужен третий эксперт.", "The district's policy: when a third expert marks."),
        valueName: "file"))
    var policy: String?

    @OptionGroup var output: StatsOutput

    private var inputs: [String] { files + [work.form, policy].compactMap { $0 } }

    func run() throws {
      guard files.count >= 2 else {
        throw Failure.usage("Нужны хотя бы две проверки.", "Two markings at least are needed.")
      }
      let regulations = try output.regulations(policy: policy)
      let markings = try read(regulations)
      let (first, second) = (markings[0], markings[1])
      guard let tasks = markings.first?.criteria.tasks,
        markings.allSatisfy({ $0.criteria.tasks.map(\.id) == tasks.map(\.id) })
      else {
        throw Failure.usage(
          "Проверки по разным заданиям: укажите --criteria или --form.",
          "The markings are of different tasks: give --criteria or --form.")
      }
      let (mine, theirs) = (first.byCode, second.byCode)
      let shared = mine.keys.filter { theirs[$0] != nil }.sorted()
      let third = regulations.policy.thirdExpert
      let analysis = MarkingsAnalysis(
        shared.map { code in
          MarkingsAnalysis.Pair(code: code, first: mine[code] ?? [], second: theirs[code] ?? [])
        }, maxima: tasks.map(\.maximum), cuts: ResultsReader.cuts(of: first.criteria),
        limits: Adjudication.Limits(onePoint: third.maximumOne, more: third.maximumTwoOrMore),
        smallGap: settle)
      let severities = zip(markings, ExpertSeverity.all(markings.map(\.totals))).map {
        (name: $0.name, severity: $1)
      }
      let report = StatisticsReport(
        markings: analysis, as: pair, work: first.criteria.work?.id ?? first.name,
        tasks: ResultsReader.tasks(of: first.criteria),
        left: (mine.count - shared.count, theirs.count - shared.count), severities: severities,
        origin: try output.origin(markings.map(\.name)))
      try output.show(report, beside: inputs)
    }

    private func read(_ regulations: Regulations) throws -> [KeyedProtocol] {
      let blank = try ResultsInput.form(work.form)
      var markings: [KeyedProtocol] = []
      for path in files {
        let file = try InputFile(path)
        do throws(ResultsError) {
          markings.append(
            try KeyedProtocol(
              ResultsFile(name: file.name, bytes: file.bytes), criteria: work.criteria, form: blank,
              under: regulations))
        } catch { throw ResultsInput.failure(error) }
      }
      return markings
    }
  }
}
