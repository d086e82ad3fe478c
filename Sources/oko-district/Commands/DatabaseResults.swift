import ArgumentParser
import Assessment
import Checking
import Console
import District
import Foundation
import Objectivity
import Registry
import Spreadsheet

/// `oko db results`: points by code of the works that nothing stands against, as tables for `oko stats`.
struct DatabaseResults: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "results",
      abstract: say(
        "Выписать результаты из реестра для oko stats.", "Write results out of the registry for oko stats."),
      discussion: say(
        "По таблице на работу в виде Ф1: логины школ, коды и баллы; только работы без замечаний.\nПример: oko db results --db район.db --out результаты\nЗатем: oko stats threshold результаты/*.csv",
        "A table a work in the layout of Ф1: logins, codes and points; only of works that nothing stands against.\nExample: oko db results --db district.db --out results\nThen: oko stats threshold results/*.csv"
      ))
  }

  @OptionGroup var file: RegistryOptions

  @Option(help: ArgumentHelp(say("Папка для таблиц.", "The folder of the tables."), valueName: "dir"))
  var out: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let registry = try file.registry()
    let stored: [StoredResults]
    do throws(RegistryError) {
      stored = try registry.results()
      try registry.close()
    } catch { throw Failure(error) }
    let overlay = try common.overlay()
    let results = DistrictResults(
      stored.compactMap(\.part),
      under: try common.seasons().loading { _ in try Regulations(Regulations.Files(overlay: overlay)) }
    )
    guard !results.works.isEmpty else {
      throw Failure(
        .noInput,
        say(
          "В реестре нет работ без замечаний: выписывать нечего.",
          "No work of the registry is free of findings: there is nothing to write."))
    }
    for left in results.leftOut {
      Standard.error(
        say(
          "\(left.school), \(left.work.id): задания не те, что у других школ; не вошла.",
          "\(left.school), \(left.work.id): other tasks than the other schools'; left out."))
    }
    for work in results.works {
      guard let table = DistrictResults.table(work) else { continue }
      let path = "\(out)/\(work.work.replacing("/", with: "-")).csv"
      do {
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
      } catch { throw Failure.usage("Папка не создана: \(out)", "The folder was not made: \(out)") }
      try OutputFile(path, notOver: [file.db]).write(table.csv)
      let schools = work.schools.count
      let pupils = work.schools.reduce(0) { $0 + $1.pupils.count }
      Standard.out(
        say(
          "\(path): школ \(schools), участников \(pupils)\n",
          "\(path): schools \(schools), participants \(pupils)\n"))
    }
  }
}
