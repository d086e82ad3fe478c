import ArgumentParser
import Assessment
import Checking
import Console
import Form
import Objectivity
import Reports
import Spreadsheet

/// What statistics are counted from.
struct ResultsOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        "Ф1 «Индивидуальные результаты», записи протоколов или заполненные формы. Школу можно назвать: edu380001=4А.xlsx; файлы с одним именем школы складываются.",
        "Ф1 «Индивидуальные результаты», transcriptions or filled forms. A school may be named: edu380001=4А.xlsx; files of one school are joined."
      ), valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      say(
        "Результаты других школ той же работы только для сравнения; можно несколько раз.",
        "Results of other schools in the same work, for comparison only; may be given again."),
      valueName: "file"))
  var rest: [String] = []

  @Option(
    help: ArgumentHelp(
      say("Показать одну школу, остальные — для сравнения.", "Show one school, the others for comparison."),
      valueName: "school"))
  var school: String?

  @OptionGroup var work: WorkOptions

  @OptionGroup var output: StatsOutput

  /// All files that are read.
  var inputs: [String] { (files + rest).map { ResultsInput.path($0) } + [work.form].compactMap { $0 } }

  /// The results; what was left out is said on stderr.
  func results() throws -> [WorkResults] {
    let own = try ResultsInput.files(files)
    let others = try ResultsInput.files(rest)
    let blank = try ResultsInput.form(work.form)
    let regulations = try output.regulations()
    let reader: ResultsReader
    do throws(ResultsError) {
      reader = try ResultsReader(
        own, reference: others, criteria: work.criteria, form: blank, under: regulations)
    } catch {
      throw ResultsInput.failure(error)
    }
    for part in reader.leftOut { Standard.error(ResultsInput.words(part)) }
    let names = WorkResults.names(reader.works)
    if let school, !names.contains(school) {
      let names = names.joined(separator: ", ")
      throw Failure.usage(
        "Школы «\(school)» нет в файлах. Есть: \(names).",
        "The school «\(school)» is not in the files. There are: \(names).")
    }
    return reader.works
  }

  /// The report, or what concerns the one school that was asked for.
  ///
  /// All schools are counted either way: a figure must not change with who looks at it.
  func shown(_ report: StatisticsReport) -> StatisticsReport {
    school.map { report.showing(school: $0) } ?? report
  }

  /// The origin of the numbers.
  func origin() throws -> StatisticsReport.Origin {
    try output.origin(inputs.map { String($0.split(separator: "/").last ?? "") })
  }
}
