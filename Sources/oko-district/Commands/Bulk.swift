import ArgumentParser
import Assessment
import Checking
import Console
import District
import Glibc
import Registry
import SchoolCalendar
import Workers

/// `oko bulk`: everything that schools have sent, checked, written and summed up.
struct Bulk: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "bulk", abstract: DistrictVerb.bulk.abstract,
      discussion: say(
        "Пример: oko bulk почта/ --plan план.xlsx --out готово --db район.db",
        "Example: oko bulk mail/ --plan plan.xlsx --out ready --db district.db"))
  }

  @OptionGroup var options: BulkOptions

  func run() async throws {
    if options.clock.held != nil {
      throw Failure.usage(
        "У каждой работы свой день проведения: ключ --held здесь не нужен.",
        "Each work has its own test day: --held is not for this command.")
    }
    do {
      try await perform()
    } catch let error as RegistryError {
      throw Failure(error)
    }
  }

  private func perform() async throws {
    Interruption.watch()
    let now = try options.clock.now()
    let regulations = try options.clock.regulations(options.common)
    let output = try options.out.map { path throws(Failure) in try BulkFolder(path) }
    let plan = try options.plan.map { path throws(Failure) in try DistrictPlan(reading: path) }
    let folder = try RunFolder()
    let memory = options.db ?? output?.memory ?? "\(folder.path)/oko.db"
    let registry = try DistrictRegistry(memory)
    let outside = [options.out, options.db, options.plan].compactMap { $0 }.map(PileWalk.real)
    let walk = try PileWalk(
      options.pile.paths, unpackingInto: folder, outside: Set(outside), isOfDesk: options.deskFolders)
    guard !walk.files.isEmpty || !walk.refused.isEmpty || plan != nil else {
      throw Failure(.noInput, say("Файлов не найдено.", "No files were found."))
    }
    let planned = try plan ?? (options.db == nil ? nil : DistrictPlan(keptIn: registry))
    if let plan { try registry.replacePlan(schools: plan.schools, works: plan.works, at: now) }
    let number = try registry.beginRun(at: now)
    let since = try reference(registry, before: number)
    let pool = try WorkerPool(count: options.pile.workers, under: regulations)
    let run = BulkRun(
      workers: options.pile.workers, language: options.common.lang, regulations: regulations,
      registry: registry, output: output, pool: pool, now: now,
      run: number, tellsProgress: options.tellProgress)
    let outcome = try await run.perform(planned, walk)
    await pool.close()
    if !outcome.isInterrupted { try registry.endRun(number, at: now) }
    let summary = BulkSummary(
      run: run, options: options, outcome: outcome, since: since, keepsOthers: options.db != nil)
    let codes = try summary.write()
    try registry.close()
    walk.end()
    if outcome.isInterrupted {
      throw Failure(
        .interrupted,
        say(
          "Прервано: сводка неполная. Следующий прогон доделает остальное.",
          "Interrupted: the overview is not complete. The next run will do the rest."))
    }
    let code: Exit = Exit.worst(codes)
    if code != .clean { throw Failure(code) }
  }

  /// The run that `--since` names.
  private func reference(_ registry: DistrictRegistry, before run: Int) throws -> Int? {
    guard let since = options.since else { return nil }
    let number = since == "last" ? try registry.lastRun(before: run) : Int(since)
    guard let number, try registry.hasRun(number) else {
      throw Failure.usage(
        "Нет такого законченного прогона: \(since).", "There is no such completed run: \(since).")
    }
    return number
  }
}
