import ArgumentParser
import Console

/// `oko custody`: who had the works at any hour.
struct CustodyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: DistrictVerb.custody.rawValue, abstract: DistrictVerb.custody.abstract,
      subcommands: [CustodyAddCommand.self, CustodyListCommand.self, CustodyActCommand.self])
  }
}
