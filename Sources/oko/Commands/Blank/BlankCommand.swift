import ArgumentParser
import Assessment
import Blanks
import Console
import Reports
import Spreadsheet

/// `oko blank`: the empty sheets that people fill.
struct BlankCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "blank",
      abstract: say("Пустые листы, которые заполняют люди.", "The empty sheets that people fill."),
      subcommands: [Transcription.self, PaperProtocol.self, RosterSheet.self, BlankPlanCommand.self])
  }

  /// `oko blank transcription`
  struct Transcription: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say(
          "Лист для ввода протокола: столбцы и списки формы, коды, суммы, цвета.",
          "The sheet to key a protocol into: the form's columns and lists, codes, sums, colours."),
        discussion: say(
          "Пример: oko blank transcription --form \"Форма сбора результатов Математика 4 класс ВПР 2024.xlsx\" --class 1 --codes 40001-40030 -o 4А-мат.xlsx",
          "Example: oko blank transcription --form \"Форма сбора результатов Математика 4 класс ВПР 2024.xlsx\" --class 1 --codes 40001-40030 -o 4А-мат.xlsx"
        ))
    }

    @OptionGroup var options: BlankOptions

    @Option(
      help: ArgumentHelp(
        say("Взять коды из списка выданных.", "Take the codes of a list of codes given out."),
        valueName: "file"))
    var roster: String?

    @Option(help: ArgumentHelp(say("Логин школы.", "The school's login."), valueName: "login"))
    var login: String?

    @Option(
      help: ArgumentHelp(
        say("Номера классов по буквам: А=1,Б=2.", "Class numbers by letter: А=1,Б=2."), valueName: "map"))
    var classMap: String?

    func run() throws {
      let target = try options.target(roster: roster)
      let outline = try options.neededOutline()
      var heading = try options.heading(outline)
      heading.login = login
      let rows = try options.rows(outline, roster: roster, empty: SheetRows.ofClass.count)
      let map = try classMap.map { text throws(Failure) in try ClassMap(option: text) } ?? ClassMap()
      let blank = TranscriptionBlank(form: outline, heading: heading, rows: rows, classes: map.classes)
      try options.write(try blank.workbook(), rows, to: target)
    }
  }

  /// `oko blank protocol`
  struct PaperProtocol: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "protocol",
        abstract: say(
          "Бумажный протокол для эксперта: один класс, А4.",
          "The paper protocol for the expert: one class, A4."),
        discussion: say(
          "Пример: oko blank protocol --criteria 2024/4-МА --class 1 --codes 40001-40030 -o протокол-4А.xlsx",
          "Example: oko blank protocol --criteria 2024/4-МА --class 1 --codes 40001-40030 -o protocol-4А.xlsx"
        ))
    }

    @OptionGroup var options: BlankOptions

    @Option(
      help: ArgumentHelp(
        say("Взять коды из списка выданных.", "Take the codes of a list of codes given out."),
        valueName: "file"))
    var roster: String?

    func run() throws {
      let target = try options.target(roster: roster)
      let outline = try options.neededOutline()
      let rows = try options.rows(outline, roster: roster)
      let blank = ProtocolBlank(form: outline, heading: try options.heading(outline), rows: rows)
      try options.write(try blank.workbook(), rows, to: target)
    }
  }

  /// `oko blank roster`
  struct RosterSheet: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "roster",
        abstract: say(
          "Список «код — ФИО»: остаётся в школе.", "The list of codes and names: it stays in the school."),
        discussion: say(
          "Пример: oko blank roster --criteria 2024/4-МА --class 1 --codes 40001-40030 -o коды-4А.xlsx",
          "Example: oko blank roster --criteria 2024/4-МА --class 1 --codes 40001-40030 -o codes-4А.xlsx"))
    }

    @OptionGroup var options: BlankOptions

    func run() throws {
      let target = try options.target()
      let outline = try options.outline()
      let rows = try options.rows(outline)
      try options.write(
        try RosterBlank(heading: try options.heading(outline), rows: rows).workbook(), rows, to: target)
    }
  }
}

extension ClassMap {
  /// The map of an option.
  fileprivate init(option text: String) throws(Failure) {
    guard let map = ClassMap(text) else {
      throw .usage(
        "Классы указаны неверно: «\(shown: text)». Нужен вид А=1,Б=2.",
        "The class map «\(shown: text)» is not like А=1,Б=2.")
    }
    self = map
  }
}

extension BlankOptions {
  /// Writes a sheet and says what it holds; a sheet on stdout has stdout to itself.
  fileprivate func write(_ bytes: [UInt8], _ rows: SheetRows, to target: OutputFile) throws(Failure) {
    try target.writeNew(bytes)
    guard output != "-" else { return }
    switch common.format {
    case .json:
      let answer = JSON.object([
        ("output", .string(ShownName.path(output))), ("sha256", .string(sha256(bytes))),
        ("rows", .int(rows.count)),
        ("codes", .array(rows.codes.map { .int($0) })),
      ])
      Standard.out(answer.pretty)
    case .text:
      let (count, codes) = (rows.count, rows.codes.count)
      Standard.out(
        say(
          "Записан лист: \(shown: output) (\(count) \(Plural.word(count, "строка", "строки", "строк")), с кодами — \(codes)).\n",
          "The sheet was written: \(shown: output) (\(count) row\(count == 1 ? "" : "s"), \(codes) with codes).\n"
        ))
    }
  }
}
