import ArgumentParser
import Assessment
import Checking
import Console
import District
import Registry
import Reports
import SchoolCalendar
import Workers

/// `oko rules`: here only its part that checks a pile of files.
struct RulesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rules", abstract: say("Правила проверки.", "The rules."), subcommands: [RulesDiff.self])
  }
}

/// `oko rules diff`: what other tables or another policy would change on a pile of files, before they come into force.
struct RulesDiff: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff",
      abstract: say(
        "Что изменят на этих файлах другие таблицы или правила района.",
        "What other tables or another policy would change on these files."),
      discussion: say(
        """
        Пример: oko rules diff почта/ --schemas новые/
        Что изменила новая версия самой программы, покажет oko bulk почта/ --db район.db --since last.
        """,
        """
        Example: oko rules diff mail/ --schemas new/
        What a new version of the program has changed, oko bulk mail/ --db district.db --since last tells.
        """))
  }

  @OptionGroup var options: BulkPile

  func run() async throws {
    Interruption.watch()
    let after = try options.clock.regulations(options.common)
    guard !after.files.overlay.isEmpty || after.files.policy != nil else {
      throw Failure.usage(
        "Нечего сравнить с поставленным: укажите --schemas ПАПКА с таблицами или --policy ФАЙЛ.",
        "There is nothing to compare with the shipped data: give --schemas DIR with tables, or --policy FILE."
      )
    }
    let before: Regulations
    do {
      before = try Regulations()
    } catch { throw Failure(.ownFailure, "\(error)") }
    let folder = try RunFolder()
    let memory = "\(folder.path)/oko.db"
    let walk = try PileWalk(options.paths, unpackingInto: folder, outside: [])
    guard !walk.files.isEmpty else {
      throw Failure(.noInput, say("Файлов не найдено.", "No files were found."))
    }
    do {
      let registry = try DistrictRegistry(memory)
      let (old, outcome) = try await check(walk, under: before, registry)
      let (new, _) = try await check(walk, under: after, registry)
      try registry.close()
      walk.end()
      let difference = RulesDifference(old, new, files: outcome.files, strays: outcome.strays.count)
      switch options.common.format {
      case .json: Standard.out(JSON(difference).pretty)
      case .text: Standard.out(difference.text(options.common.lang))
      }
      if !difference.isEmpty { throw Failure(.findings) }
    } catch let error as RegistryError {
      throw Failure(error)
    }
  }

  /// Checks the pile and gives the results by work.
  private func check(
    _ walk: borrowing PileWalk, under regulations: Regulations, _ registry: DistrictRegistry
  ) async throws -> ([WorkKey: WorkResult], BulkRun.Outcome) {
    let now = try options.clock.now()
    let number = try registry.beginRun(at: now)
    let pool = try WorkerPool(count: options.workers, under: regulations)
    let run = BulkRun(
      workers: options.workers, language: options.common.lang, regulations: regulations, registry: registry,
      output: nil, pool: pool, now: now, run: number, takesFoldersForSchools: true)
    let outcome = try await run.perform(nil, walk)
    await pool.close()
    guard !outcome.isInterrupted else { throw Failure(.interrupted, say("Прервано.", "Interrupted.")) }
    try registry.endRun(number, at: now)
    var results: [WorkKey: WorkResult] = [:]
    try registry.forEachWork { results[$0.result.key] = $0.result }
    return (results, outcome)
  }
}
