import ArgumentParser
import Assessment
import Checking
import Console
import District
import SchoolCalendar
import Spreadsheet

/// What the commands about a plan take alike.
struct PlanOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say("План: книга (XLSX, ODS) или JSON.", "The plan: a workbook (XLSX, ODS) or JSON."), valueName: "plan"
    ))
  var file: String

  @Option(
    help: ArgumentHelp(
      say("Правила сроков района (JSON).", "The district's policy of terms (JSON)."), valueName: "file"))
  var policy: String?

  @Option(
    help: ArgumentHelp(
      say(
        "На какой момент, со смещением: 2024-04-16T10:00:00+08:00; по умолчанию сейчас.",
        "The moment with its offset: 2024-04-16T10:00:00+08:00; now by default."),
      valueName: "time"))
  var at: String?

  @OptionGroup var common: CommonOptions

  /// The plan that the command line names.
  func read() throws(Failure) -> PlanFile { try PlanFile(reading: file) }

  /// The data of the seasons, the policy and the clock.
  func request() throws(Failure) -> InspectionRequest {
    var clock = ClockOptions()
    clock.held = nil
    clock.at = at
    clock.policy = policy
    clock.enforceDeadline = false
    var request = InspectionRequest(under: try clock.regulations(common))
    request.now = try clock.now()
    return request
  }
}

extension PlanFile {
  /// Reads a plan of the command line; `-` is stdin.
  init(reading path: String) throws(Failure) {
    let input = try InputFile(path)
    do throws(PlanDocument.Fault) {
      self = try PlanFile(name: input.name, bytes: input.bytes)
    } catch {
      throw Failure(
        .unreadable, say("План не прочитан как JSON: ", "The plan was not read as JSON: ") + error.reason)
    }
  }
}
