public import ArgumentParser
public import Assessment
import Checking
import Form
import Glibc
import SchoolCalendar
import Seasons
import Spreadsheet

/// How an answer is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

extension Language: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say("Язык: ru или en.", "Language: ru or en."), valueName: "ru|en"))
  var lang: Language = Say.language

  @Option(
    help: ArgumentHelp(
      say("Вид ответа: text или json.", "Form of the answer: text or json."), valueName: "text|json"))
  var format: OutputFormat = .text

  @Option(
    help: ArgumentHelp(
      say(
        "Папка с данными сезонов поверх встроенных.", "A folder with data of seasons over the built-in one."),
      valueName: "dir"))
  var schemas: String?

  /// The data of the seasons with the overlay.
  func seasons() throws(Failure) -> Seasons {
    Seasons(overlay: try overlay().map { ($0.path, $0.json) })
  }

  /// The files of the folder that is laid over the built-in data.
  func overlay() throws(Failure) -> [Regulations.Files.File] {
    guard let schemas else { return [] }
    return try SchemaFolder.files(of: schemas).map { .init(path: $0.path, json: $0.json) }
  }
}

/// What tells the time and the district's way of counting.
struct ClockOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("День проведения, ГГГГ-ММ-ДД.", "The day of the test, YYYY-MM-DD."), valueName: "day"))
  var held: String?

  @Option(
    help: ArgumentHelp(
      say(
        "На какой момент проверять, со смещением: 2024-04-16T10:00:00+08:00; по умолчанию сейчас.",
        "The moment of the check with its offset: 2024-04-16T10:00:00+08:00; now by default."),
      valueName: "time"))
  var at: String?

  @Option(
    help: ArgumentHelp(
      say("Правила сроков района (JSON).", "The district's policy of terms (JSON)."), valueName: "file"))
  var policy: String?

  @Flag(
    help: ArgumentHelp(say("Код 6, если срок загрузки прошёл.", "Exit with 6 when the upload is overdue.")))
  var enforceDeadline = false

  func day() throws(Failure) -> CalendarDay? {
    guard let held else { return nil }
    guard let day = CalendarDay(iso: held) else {
      throw .usage(
        "Нет такого дня: «\(held)». Нужен вид 2024-04-15.",
        "There is no such day: «\(held)». Write 2024-04-15.")
    }
    return day
  }

  func now() throws(Failure) -> Moment {
    guard let at else { return Moment(secondsSince1970: time(nil)) }
    guard let moment = Moment(rfc3339: at) else {
      throw .usage(
        "Момент «\(at)» не понят. Нужен вид 2024-04-16T10:00:00+08:00.",
        "The moment «\(at)» is not understood. Write 2024-04-16T10:00:00+08:00.")
    }
    return moment
  }

  /// The data of the seasons and the policy that the options name.
  func regulations(_ common: CommonOptions) throws(Failure) -> Regulations {
    var files = Regulations.Files(overlay: try common.overlay())
    if let policy {
      let file = try InputFile(policy)
      files.policy = .init(path: file.name, json: file.bytes)
    }
    do throws(SeasonError) {
      return try Regulations(files)
    } catch { throw .data(error) }
  }
}

/// What `check` and `convert` take alike.
struct CheckOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        "Записи бумажного протокола: XLSX, ODS, CSV. Несколько — классы одной работы.",
        "Transcriptions of the paper protocol: XLSX, ODS, CSV. Several are classes of one work."),
      valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      say("Баллы комиссии; можно несколько раз.", "The commission's scores; may be given again."),
      valueName: "file"))
  var scores: [String] = []

  @Option(
    help: ArgumentHelp(
      say("Форма, скачанная из ФИС ОКО.", "The form downloaded from ФИС ОКО."), valueName: "file"))
  var form: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Критерии по имени из «oko criteria list»: 2024/4-МА/basic.",
        "Criteria by a name of `oko criteria list`: 2024/4-МА/basic."), valueName: "id"))
  var criteria: String?

  @Option(
    help: ArgumentHelp(say("Список выданных кодов.", "The list of codes given out."), valueName: "file"))
  var roster: String?

  @Option(
    help: ArgumentHelp(
      say("Номера классов по буквам: А=1,Б=2.", "Class numbers by letter: А=1,Б=2."), valueName: "map"))
  var classMap: String?

  @Option(
    help: ArgumentHelp(
      say("Пояснения (CSV: отпечаток; код; текст).", "Explanations (CSV: fingerprint; code; text)."),
      valueName: "file"))
  var explanations: String?

  @Option(
    help: ArgumentHelp(
      say(
        "С какой тяжести выходить с кодом 1: info, warning, query, error, fatal.",
        "From which severity on to exit with 1: info, warning, query, error, fatal."), valueName: "severity"))
  var failOn: Severity = .query

  @Option(
    help: ArgumentHelp(
      say(
        "Отчёт в файл: annotated=ФАЙЛ (копия с пометками), explanations=ФАЙЛ, json=ФАЙЛ, text=ФАЙЛ; можно несколько раз.",
        "A report into a file: annotated=FILE (a copy with marks), explanations=FILE, json=FILE, text=FILE; may be given again."
      ),
      valueName: "format=file"))
  var report: [String] = []

  @OptionGroup var clock: ClockOptions
  @OptionGroup var common: CommonOptions

  /// All files that are read: none of them is ever written.
  var inputs: [String] {
    files + scores + [form, roster, explanations, clock.policy].compactMap { $0 }
  }

  /// The reports that were asked for.
  func reports(notOver paths: [String]) throws(Failure) -> [ReportFile] {
    try ReportFile.all(report, sheets: files.count + scores.count, notOver: paths)
  }
}

extension Seasons {
  /// Loads something; broken data of a season is a matter of configuration.
  func loading<T>(_ load: (Seasons) throws -> T) throws(Failure) -> T {
    do {
      return try load(self)
    } catch { throw .data(error) }
  }
}

extension Failure {
  /// The data of a season or a policy cannot be used.
  fileprivate static func data(_ error: any Error) -> Failure {
    Failure(.usage, say("Данные сезона не прочитаны: ", "The season's data was not read: ") + "\(error)")
  }
}
