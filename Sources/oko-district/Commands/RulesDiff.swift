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
        "Укажите, что сравнить с поставленным: --schemas ПАПКА или --policy ФАЙЛ.",
        "Give what shall be compared with the shipped data: --schemas DIR or --policy FILE.")
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
      let first = try await check(walk, under: before, registry)
      _ = try await check(walk, under: after, registry)
      let changes = try registry.changes(since: first).filter { !$0.fixed.isEmpty || !$0.new.isEmpty }
      try registry.close()
      walk.end()
      answer(changes)
      if !changes.isEmpty { throw Failure(.findings) }
    } catch let error as RegistryError {
      throw Failure(error)
    }
  }

  /// Checks the pile and gives the number of the run.
  private func check(
    _ walk: borrowing PileWalk, under regulations: Regulations, _ registry: DistrictRegistry
  ) async throws -> Int {
    let now = try options.clock.now()
    let number = try registry.beginRun(at: now)
    let pool = try WorkerPool(count: options.workers, under: regulations)
    let run = BulkRun(
      workers: options.workers, language: options.common.lang, regulations: regulations, registry: registry,
      output: nil, pool: pool, now: now, run: number)
    let outcome = try await run.perform(nil, walk)
    await pool.close()
    guard !outcome.isInterrupted else { throw Failure(.interrupted, say("Прервано.", "Interrupted.")) }
    try registry.endRun(number, at: now)
    return number
  }

  private func answer(_ changes: [FindingsChange]) {
    switch options.common.format {
    case .json:
      Standard.out(
        JSON.object([
          ("schema", .string("oko/rules-diff/1")), ("changes", .array(changes.map { JSON($0) })),
        ]).pretty)
    case .text where changes.isEmpty:
      Standard.out(say("Ничего не изменится.\n", "Nothing would change.\n"))
    case .text:
      let rows = changes.flatMap { change in
        change.new.map { row("+", change.school, $0) } + change.fixed.map { row("−", change.school, $0) }
      }
      Standard.out(
        say(
          "+ замечание появится, − исчезнет:\n", "+ the finding would appear, − it would be gone:\n")
          + TextTable(rows).text)
    }
  }

  private func row(_ sign: String, _ school: String, _ item: FindingsChange.Item) -> [String] {
    [
      sign, item.code, school, item.work.short(options.common.lang),
      RuleBook.rule(item.code)?.title[options.common.lang] ?? "",
    ]
  }
}
