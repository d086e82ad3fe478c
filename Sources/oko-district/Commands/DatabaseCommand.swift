import ArgumentParser
import Assessment
import Console
import Registry
import Reports

/// `oko db`: care for the district's registry.
struct DatabaseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "db", abstract: DistrictVerb.db.abstract,
      subcommands: [
        DatabaseCheck.self, DatabaseExport.self, DatabaseErase.self, DatabaseMark.self, DatabaseResults.self,
      ])
  }
}

/// `oko db check`: whether the file is whole.
struct DatabaseCheck: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say("Проверить, цел ли реестр.", "Check whether the registry is whole."),
      discussion: say("Пример: oko db check --db район.db", "Example: oko db check --db district.db"))
  }

  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let registry = try file.registry()
    let health: RegistryHealth
    do throws(RegistryError) {
      health = try registry.health()
      try registry.close()
    } catch { throw Failure(error) }
    switch common.format {
    case .json: Standard.out(JSON(health).pretty)
    case .text: Standard.out(text(health))
    }
    guard health.problems.isEmpty else { throw Failure(.unreadable) }
  }

  private func text(_ health: RegistryHealth) -> String {
    let count = health.rows.reduce(0) { $0 + $1.count }
    let rows = Plural.word(count, "запись", "записи", "записей")
    let head =
      health.problems.isEmpty
      ? say(
        "Реестр цел: версия \(health.version), \(count) \(rows).",
        "The registry is whole: version \(health.version), \(count) row\(count == 1 ? "" : "s").")
      : say("Реестр повреждён:", "The registry is damaged:")
    return ([head] + health.problems.map { "  \($0)" }).joined(separator: "\n") + "\n"
  }
}

/// `oko db erase`: forgets a school without a trace.
struct DatabaseErase: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "erase",
      abstract: say(
        "Стереть школу из реестра без следа.", "Erase a school from the registry without a trace."),
      discussion: say(
        "Пример: oko db erase --school edu380001 --db район.db --out готово",
        "Example: oko db erase --school edu380001 --db district.db --out ready"))
  }

  @OptionGroup var file: RegistryOptions

  @Option(help: ArgumentHelp(say("Логин школы.", "The school's login."), valueName: "login"))
  var school: String

  @Option(
    help: ArgumentHelp(
      say(
        "Папка, куда писал oko bulk: файлы школы и сводка удаляются и оттуда.",
        "The folder that oko bulk wrote to: the school's files and the overview go from there too."),
      valueName: "dir"))
  var out: String?

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let registry = try file.registry()
    let folder = try out.map { path throws(Failure) in try BulkFolder(path) }
    let erased: (wasThere: Bool, copies: [String])
    do throws(RegistryError) {
      erased = try registry.erase(school: school.lowercased())
      try registry.close()
    } catch { throw Failure(error) }
    folder?.forget(school.lowercased())
    guard erased.wasThere else {
      throw Failure(
        .noInput, say("В реестре нет школы \(school).", "There is no school \(school) in the registry."))
    }
    Standard.out(
      say("Школа \(school) стёрта: \(file.db)\n", "The school \(school) was erased: \(file.db)\n"))
    for copy in erased.copies {
      Standard.error(
        say(
          "Копия перед обновлением может её ещё содержать, удалите: \(copy)",
          "A copy from before an update may still hold it, remove it: \(copy)"))
    }
  }
}
