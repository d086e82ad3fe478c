import ArgumentParser
import Console

/// The commands of `oko` that need the district's memory; `oko` starts this program, and its help speaks of `oko`.
@main
struct OkoDistrict: Program {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "oko",
      abstract: say("Команды района.", "The commands of a district."),
      version: Version.text,
      subcommands: [
        Bulk.self, DatabaseCommand.self, PlanCommand.self, CustodyCommand.self, PackCommand.self,
        UnpackCommand.self,
        DeadlineCommand.self, RulesCommand.self,
      ])
  }

  static func main() async { await start() }
}
