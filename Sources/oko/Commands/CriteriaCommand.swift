import ArgumentParser
import Assessment
import Console
import Form
import Reports
import Seasons

/// `oko criteria`: the tables of tasks, checked; a table made from a downloaded form.
struct CriteriaCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "criteria", abstract: say("Таблицы заданий и шкал.", "Tables of tasks and scales."),
      subcommands: [List.self, Show.self, Lint.self, FromForm.self])
  }

  /// `oko criteria list`
  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say("Какие таблицы есть.", "Which tables there are."),
        discussion: say("Пример: oko criteria list", "Example: oko criteria list"))
    }

    @OptionGroup var common: CommonOptions

    func run() throws {
      let tables = try common.seasons().loading { try $0.summaries() }
      if common.format == .json {
        Standard.out(JSON.object([("criteria", .array(tables.map { CriteriaPage.listed($0) }))]).pretty)
      } else {
        for table in tables { Standard.out(CriteriaPage.line(table, common.lang)) }
      }
    }
  }

  /// `oko criteria show ID`
  struct Show: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say("Показать одну таблицу с источником.", "Show one table with its source."),
        discussion: say(
          "Пример: oko criteria show 2024/4-МА/basic", "Example: oko criteria show 2024/4-МА/basic"))
    }

    @Argument(help: ArgumentHelp(say("Имя таблицы.", "The table's name."), valueName: "id"))
    var id: String
    @OptionGroup var common: CommonOptions

    func run() throws {
      let seasons = try common.seasons()
      guard let work = Work(id: id), let table = try seasons.loading({ try $0.table(for: work) }) else {
        throw Failure.usage(
          "Такой таблицы нет: «\(shown: id)». Все таблицы: oko criteria list.",
          "There is no such table: «\(shown: id)». All tables: oko criteria list.")
      }
      Standard.out(common.format == .json ? table.json : CriteriaPage(table, common.lang).text)
    }
  }

  /// `oko criteria lint`
  struct Lint: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say(
          "Проверить таблицы: суммы, шкалы, повторы.", "Check tables: sums, scales, repetitions."),
        discussion: say(
          "Без имени проверяются все встроенные таблицы и папка --schemas.\nПример: oko criteria lint моя-таблица.json",
          "Without a name all shipped tables and the folder --schemas are checked.\nExample: oko criteria lint my-table.json"
        ))
    }

    @Argument(help: ArgumentHelp(say("Файл таблицы (JSON).", "A table's file (JSON)."), valueName: "file"))
    var files: [String] = []
    @OptionGroup var common: CommonOptions

    func run() throws {
      let seasons = try common.seasons()
      var findings: [Finding] = []
      var names: [String] = []
      if files.isEmpty {
        for summary in try seasons.loading({ try $0.summaries() }) {
          guard let table = try seasons.loading({ try $0.table(for: summary.work) }) else { continue }
          findings += CriteriaLint.findings(
            in: try seasons.loading { _ in try table.criteria(file: summary.work.id) })
          names.append(summary.work.id)
        }
      }
      for path in files {
        let file = try InputFile(path)
        let table = try seasons.loading { _ in try CriteriaTable(json: file.bytes, file: file.name) }
        findings += CriteriaLint.findings(
          in: try seasons.loading { _ in try table.criteria(file: file.name) })
        names.append(file.name)
      }
      print(findings, names)
      if findings.contains(where: { $0.severity >= .query }) { throw Failure(.findings) }
    }

    private func print(_ findings: [Finding], _ names: [String]) {
      if common.format == .json {
        Standard.out(JSON(lint: findings, tables: names).pretty)
        return
      }
      for finding in findings {
        Standard.out(
          "\(finding.severity.word[common.lang])  \(finding.code)  \(finding.message(common.lang))\n  → \(finding.mend(common.lang))\n"
        )
      }
      let count = names.count
      if findings.isEmpty {
        Standard.out(
          say(
            "Ошибок нет. Проверено \(count) \(Plural.word(count, "таблица", "таблицы", "таблиц")).\n",
            "No errors in \(count) table\(count == 1 ? "" : "s").\n"))
      }
    }
  }

  /// `oko criteria from-form FORM`
  struct FromForm: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "from-form",
        abstract: say("Сделать таблицу из скачанной формы.", "Make a table from a downloaded form."),
        discussion: say(
          "Пример: oko criteria from-form форма.xlsx -o схемы/criteria/2026/8-aya.json",
          "Example: oko criteria from-form form.xlsx -o schemas/criteria/2026/8-aya.json"))
    }

    @Argument(help: ArgumentHelp(say("Скачанная форма.", "The downloaded form."), valueName: "file"))
    var file: String
    @Option(
      name: [.short, .long], help: ArgumentHelp(say("Куда записать.", "Where to write."), valueName: "file"))
    var output: String?
    @Option(
      help: ArgumentHelp(
        say(
          "Работа, если имя файла её не называет: 2026/8-АЯ.",
          "The work, if the file's name does not tell: 2026/8-АЯ."), valueName: "id"))
    var work: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
      let target = try output.map { try OutputFile($0, notOver: [file]) }
      let input = try InputFile(file)
      let form: DownloadedForm
      do throws(FormError) {
        form = try DownloadedForm(input.bytes, name: input.name)
      } catch {
        throw Failure(.unreadable, FormWords.reading(error, input.name))
      }
      if let work, Work(id: work) == nil {
        throw Failure.usage(
          "Работа «\(shown: work)» не понята. Нужен вид 2026/8-АЯ.",
          "The work «\(shown: work)» is not like 2026/8-АЯ.")
      }
      guard let key = work.flatMap({ Work(id: $0) }) ?? form.description.criteria.work else {
        throw Failure.usage(
          "Имя файла не говорит, что это за работа. Укажите --work 2026/8-АЯ.",
          "The file's name does not tell which work it is. Give --work 2026/8-АЯ.")
      }
      let table = CriteriaTable(
        form.description.criteria, work: key, title: Subject.title(key.subject),
        source: "downloaded form «\(input.name)»",
        confidence: "high", tasksBasis: "header row and lists of the form")
      if let target { try target.write(Array(table.json.utf8)) } else { Standard.out(table.json) }
    }
  }
}
