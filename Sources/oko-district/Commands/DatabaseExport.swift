import ArgumentParser
import Console
import Registry
import Reports

/// `oko db export`: everything that the registry holds, as JSON.
struct DatabaseExport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: say("Выгрузить реестр в JSON.", "Write the registry out as JSON."),
      discussion: say(
        "Пример: oko db export --db район.db --school edu380001 -o школа.json",
        "Example: oko db export --db district.db --school edu380001 -o school.json"))
  }

  @OptionGroup var file: RegistryOptions

  @Option(
    help: ArgumentHelp(say("Только эта школа.", "This school only."), valueName: "login"))
  var school: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say("Куда записать; без ключа на экран.", "Where to write; the screen without it."), valueName: "file"))
  var output: String?

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let registry = try file.registry()
    let target = try OutputFile(output ?? "-", notOver: [file.db])
    var tables: [(String, [JSON])] = []
    do throws(RegistryError) {
      try registry.export(
        school: school?.lowercased(), begin: { tables.append(($0, [])) },
        row: { tables[tables.count - 1].1.append(JSON($0)) })
      try registry.close()
    } catch { throw Failure(error) }
    let document = JSON.object(
      [("schema", .string("oko/registry/1"))] + tables.map { ($0.0, .array($0.1)) })
    try target.write(Array(document.pretty.utf8))
  }
}

extension JSON {
  /// A row with its columns in their order.
  fileprivate init(_ row: [(column: String, value: DistrictRegistry.Value)]) {
    self = .object(
      row.map { column, value in
        switch value {
        case .none: (column, .null)
        case .number(let number): (column, .int(number))
        case .text(let text): (column, .string(text))
        }
      })
  }

  /// The answer of `oko db check`.
  init(_ health: RegistryHealth) {
    self = .object([
      ("schema", .string("oko/registry-check/1")), ("version", .int(health.version)),
      ("durable", .bool(health.isDurable)), ("problems", .array(health.problems.map { .string($0) })),
      ("rows", .object(health.rows.map { ($0.table, .int($0.count)) })),
    ])
  }
}
