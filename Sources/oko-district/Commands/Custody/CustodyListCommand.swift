import ArgumentParser
import Assessment
import Checking
import Console
import District
import Registry
import Reports
import SchoolCalendar

/// `oko custody list`: the chains, and the gaps in them.
struct CustodyListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: say("Показать передачи и разрывы в них.", "Show the hand-overs and the gaps between them."),
      discussion: say(
        "Пример: oko custody list --db район.sqlite --school edu380001",
        "Example: oko custody list --db district.sqlite --school edu380001"))
  }

  @OptionGroup var file: RegistryOptions

  @Option(help: ArgumentHelp(say("Только одна школа.", "One school only."), valueName: "login"))
  var school: String?

  @Option(
    help: ArgumentHelp(
      say("Пояснения (CSV: отпечаток; код; текст).", "Explanations (CSV: fingerprint; code; text)."),
      valueName: "file"))
  var explanations: String?

  @Option(
    help: ArgumentHelp(
      say("Правила сроков района (JSON).", "The district's policy of terms (JSON)."), valueName: "file"))
  var policy: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    var clock = ClockOptions()
    clock.policy = policy
    let regulations = try clock.regulations(common)
    let login = try school.map { word throws(Failure) -> String in
      guard let login = SchoolLogin(word) else { throw .login(word) }
      return login.text
    }
    let book = try file.registry().custodyBook(school: login)
    var request = InspectionRequest(under: regulations)
    if let explanations { request.explanations = try Explanations(readingFile: explanations) }
    let inspection = Inspector.inspect(custody: book.chains, request)
    let zone = try regulations.zone()
    switch common.format {
    case .json: Standard.out(JSON(custody: book, inspection).pretty)
    case .text:
      Standard.out(
        CustodyText(book, zone, common.lang).text + "\n" + TextReport(inspection, common.lang).text)
    }
    let code = Exit.worst(inspection.exits(failOn: .query))
    if code != .clean { throw Failure(code) }
  }
}
