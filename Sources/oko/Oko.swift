import ArgumentParser
import Assessment
import Glibc

/// The command line: every verb is a command of its own under `Commands/`.
@main
struct Oko: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "oko",
      abstract: say(
        "Результаты ВПР: с бумажного протокола в форму ФИС ОКО, без ошибок и в срок.",
        "ВПР results: from the paper protocol into the ФИС ОКО form, without a mistake and in time."),
      version: Version.text,
      subcommands: [
        Check.self, Convert.self, Import.self, BlankCommand.self, SheetCommand.self, CriteriaCommand.self,
        RulesCommand.self,
        Explain.self, DeadlineCommand.self,
      ])
  }

  static func main() {
    // libzip turns the time of every entry into a moment and back, and without a zone in the environment the C library
    // looks the zone's file up each time (20 times a workbook). The zone itself cancels out; no other code of ours asks.
    setenv("TZ", "UTC0", 1)
    Glibc.exit(run().rawValue)
  }

  private static func run() -> Exit {
    do {
      var command = try parseAsRoot()
      try command.run()
      return .clean
    } catch let failure as Failure {
      if let message = failure.message { Standard.error(message) }
      return failure.exit
    } catch {
      let text = RussianHelp.translate(fullMessage(for: error))
      guard exitCode(for: error) == .success else {
        Standard.error(text)
        return .usage
      }
      Standard.out(text + "\n")
      return .clean
    }
  }
}

/// The version of the program.
enum Version {
  static let text = "0.1.0"
}
