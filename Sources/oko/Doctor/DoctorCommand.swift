import ArgumentParser
import Assessment
import Checking
import Console
import Reports

/// `oko doctor`: is everything there that the program needs on this computer?
struct DoctorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor",
      abstract: say(
        "Всё ли готово на этом компьютере: программы, данные, часы, место на диске.",
        "Is everything ready on this computer: programs, data, clock, disk."),
      discussion: say(
        "Пример: oko doctor. Код 0 — работать можно, 1 — что-то мешает.",
        "Example: oko doctor. It exits with 0 when work can begin, with 1 when something is in the way."))
  }

  @Option(
    help: ArgumentHelp(
      say("Проверить и реестр района.", "Check the registry of a district too."), valueName: "file"),
    completion: .file())
  var db: String?

  @Option(
    help: ArgumentHelp(
      say(
        "На какой момент проверять, со смещением: 2024-04-16T10:00:00+08:00; по умолчанию сейчас.",
        "The moment of the check with its offset: 2024-04-16T10:00:00+08:00; now by default."),
      valueName: "time"))
  var at: String?

  @Option(
    help: ArgumentHelp(
      say("Правила сроков района (JSON).", "The district's policy of terms (JSON)."), valueName: "file"),
    completion: .file())
  var policy: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    var clock = ClockOptions()
    clock.at = at
    let now = try clock.now()
    let regulations = try common.regulations(policy: policy)
    let versions = try regulations.seasons.loading { try Versions($0) }
    var lines = Checkup.programs() + [Checkup.libraries()]
    if let db { lines.append(Checkup.registry(db)) }
    lines += try Checkup.data(regulations, versions.contents, at: now)
    lines += [try Checkup.clock(at: now, regulations), try Checkup.zone(at: now, regulations)]
    lines += [Checkup.locale()] + Checkup.places()
    let checkup = Checkup(lines: lines, versions: versions)
    Standard.out(common.format == .json ? checkup.json.pretty : checkup.text(common.lang))
    if lines.contains(where: { $0.severity >= .error }) { throw Failure(.findings) }
  }
}
