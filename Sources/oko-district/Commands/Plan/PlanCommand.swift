import ArgumentParser
import Console

/// `oko plan`: the district's schedule, observers and experts.
struct PlanCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plan",
      abstract: DistrictVerb.plan.abstract,
      subcommands: [PlanCheckCommand.self, PlanCalendarCommand.self, PlanImportCommand.self])
  }
}
