public import ArgumentParser
import Assessment
import Console
public import Reports

extension RuleCatalogue.Format: ExpressibleByArgument {}

/// `oko rules`: the catalogue.
struct RulesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rules", abstract: say("Список правил проверки.", "The catalogue of rules."),
      discussion: say(
        "Что изменят другие таблицы или правила района: oko rules diff почта/ --schemas новые/",
        "What other tables or another policy would change: oko rules diff mail/ --schemas new/"),
      subcommands: [List.self, Export.self, RulesDiffCommand.self])
  }

  /// `oko rules list`
  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say("Все коды с тяжестью и названием.", "All codes with severity and title."),
        discussion: say("Пример: oko rules list", "Example: oko rules list"))
    }

    @OptionGroup var common: CommonOptions

    func run() throws {
      switch common.format {
      case .json:
        Standard.out(JSON.object([("rules", .array(RuleBook.all.map { RulePage.listed($0) }))]).pretty)
      case .text:
        for rule in RuleBook.all { Standard.out(RulePage.line(rule, common.lang)) }
      }
    }
  }

  /// `oko rules export`
  struct Export: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say(
          "Весь справочник правил одним файлом.", "The whole catalogue of rules as one file."),
        discussion: say(
          "Пример: oko rules export --format html -o правила.html",
          "Example: oko rules export --format html -o rules.html"))
    }

    @Option(
      help: ArgumentHelp(
        say("Язык: ru или en (json и csv — на обоих).", "Language: ru or en (json and csv hold both)."),
        valueName: "ru|en"))
    var lang: Language = Say.language

    @Option(
      help: ArgumentHelp(
        say("Вид: md, html, json или csv.", "Form: md, html, json or csv."), valueName: "md|html|json|csv"))
    var format: RuleCatalogue.Format

    @Option(
      name: [.short, .long],
      help: ArgumentHelp(
        say("Куда записать; без ключа на экран.", "Where to write; on the screen without it."),
        valueName: "file"))
    var output: String = "-"

    func run() throws {
      try OutputFile(output, notOver: []).write(RuleCatalogue(lang).bytes(format))
    }
  }
}
