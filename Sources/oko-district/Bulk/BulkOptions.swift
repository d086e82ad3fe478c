import ArgumentParser
import Assessment
import Console
import Glibc

/// What `oko bulk` takes.
struct BulkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("План района: что должно поступить и когда.", "The district's plan: what is to come, and when."),
      valueName: "file"))
  var plan: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Куда писать загрузки, письма школам и сводку; без ключа ничего не пишется.",
        "Where uploads, letters and the overview are written; nothing is without it."), valueName: "dir"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      say("Реестр района; будет создан.", "The district's registry; it is made if there is none."),
      valueName: "file"))
  var db: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Что изменилось с прогона: его номер или last.", "What has changed since a run: its number, or last."),
      valueName: "run"))
  var since: String?

  /// For the desk, which shows how a run goes.
  @Flag(help: .hidden) var tellProgress = false
  /// For the desk, which keeps the files that it was given each in a folder of its own.
  @Flag(help: .hidden) var deskFolders = false

  @OptionGroup var outcome: OutcomeOptions

  @OptionGroup var pile: BulkPile

  var clock: ClockOptions { pile.clock }
  var common: CommonOptions { pile.common }
}

/// What every command takes that checks a pile of files.
struct BulkPile: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        "Папки и ZIP-архивы, как они пришли. Папка или архив с логином школы в имени — файлы этой школы.",
        "Folders and ZIPs as they came. One that bears a school's login holds the files of that school."),
      valueName: "dir|zip"))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      say(
        "Сколько процессов; по умолчанию по числу ядер.", "How many processes; as many as cores by default."),
      valueName: "n"))
  var jobs: Int?

  @OptionGroup var moment: MomentOptions
  @OptionGroup var common: CommonOptions

  var clock: ClockOptions { moment.clock }

  func validate() throws {
    if let jobs, !(1...64).contains(jobs) {
      throw ValidationError(say("Процессов может быть от 1 до 64.", "There may be 1 to 64 processes."))
    }
  }

  /// How many workers: as many as cores that this process may use.
  var workers: Int {
    if let jobs { return jobs }
    return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }
}
