import ArgumentParser
import Assessment
import Console
import Glibc

/// The command line: every verb is a command of its own under `Commands/`.
@main
struct Oko: Program {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "oko",
      abstract: say(
        "Результаты ВПР: с бумажного протокола в форму ФИС ОКО, без ошибок и в срок.",
        "ВПР results: from the paper protocol into the ФИС ОКО form, without a mistake and in time."),
      // On a screen they would stand above the commands; the manual has a place for them.
      discussion: CommandLine.arguments.contains("--experimental-dump-help") ? Exit.list : "",
      version: Version.text,
      subcommands: [
        Check.self, Convert.self, Import.self, BlankCommand.self, Compare.self, Reconcile.self,
        SheetCommand.self,
        CriteriaCommand.self,
        RulesCommand.self, Explain.self, DeadlineCommand.self, StatsCommand.self, BulkCommand.self,
        DatabaseCommand.self,
        WorkerCommand.self,
        PlanCommand.self, CustodyCommand.self, PackCommand.self, UnpackCommand.self,
        ServeCommand.self, DoctorCommand.self,
      ])
  }

  static func plain(_ words: [String]) -> (any ParsableCommand)? {
    switch words.first {
    case "check": Check(plain: words.dropFirst())
    case "convert": Convert(plain: words.dropFirst())
    default: nil
    }
  }

  static func main() {
    let words = CommandLine.arguments.dropFirst()
    if let program = HandOver.program(of: words) {
      let failure = HandOver.become(program, words)
      Standard.error(failure.message ?? "")
      Glibc.exit(failure.exit.rawValue)
    }
    switch Say.rest(of: words) {
    case []: Standard.out(Welcome.text)
    case ["--version"]: Standard.out(Versions.shipped)
    default: start()
    }
  }
}
