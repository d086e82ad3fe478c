import ArgumentParser
import Assessment
import Console
import Registry
import Reports
import SchoolCalendar

/// `oko custody add`: one hand-over is put down.
struct CustodyAddCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    let steps = CustodyStep.allCases.map { "\($0.rawValue) — \($0.title[Say.language])" }.joined(
      separator: "\n")
    return CommandConfiguration(
      commandName: "add", abstract: say("Записать передачу материалов.", "Put a hand-over down."),
      discussion: say("Шаги:\n", "Steps:\n") + steps + "\n\n"
        + say(
          "Пример: oko custody add --db район.sqlite --school edu380001 --work 2024/7-ГГ --step 5 --from \"Котов Л. С.\" --to \"Орлова В. П.\" --count 24",
          "Example: oko custody add --db district.sqlite --school edu380001 --work 2024/7-ГГ --step 5 --from \"Котов Л. С.\" --to \"Орлова В. П.\" --count 24"
        ))
  }

  @Option(
    help: ArgumentHelp(
      say("Реестр района; если его нет, будет создан.", "The district's registry; made if it is not there."),
      valueName: "file"))
  var db: String

  @OptionGroup var work: WorkOptions

  @Option(help: ArgumentHelp(say("Шаг, 1–11.", "The step, 1 to 11."), valueName: "n"))
  var step: Int

  @Option(
    help: ArgumentHelp(
      say("Когда, со смещением; по умолчанию сейчас.", "When, with its offset; now by default."),
      valueName: "time"))
  var at: String?

  @Option(
    help: ArgumentHelp(
      say("Кто передал: роль или сотрудник.", "Who gave: a role or a member of staff."), valueName: "who"))
  var from: String?

  @Option(help: ArgumentHelp(say("Кто принял.", "Who took."), valueName: "who"))
  var to: String?

  @Option(help: ArgumentHelp(say("Что передано.", "What was handed over."), valueName: "what"))
  var what: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(say("Сколько работ.", "How many papers."), valueName: "n"))
  var count: Int?

  @Option(help: ArgumentHelp(say("Примечание.", "A remark."), valueName: "text"))
  var note: String = ""

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let step = CustodyStep(rawValue: step) else {
      throw Failure.usage("Шаг от 1 до 11, указан \(step).", "A step is 1 to 11, not \(step).")
    }
    if let count, !(0...1500).contains(count) {
      throw Failure.usage("Работ от 0 до 1500, указано \(count).", "Papers are 0 to 1500, not \(count).")
    }
    if [what ?? "", note].contains(where: PersonName.isLikely) {
      throw Failure.usage(
        "В записи, похоже, есть имя: в реестре имён учеников быть не должно. Сотрудников назовите в --from и --to.",
        "The record seems to hold a name, and the registry holds no pupil's. Name staff by --from and --to.")
    }
    var clock = ClockOptions()
    clock.at = at
    let key = try work.key()
    let hop = CustodyHop(
      key, hop: step.rawValue, at: try clock.now(), giver: from ?? step.roles.giver.ru,
      taker: to ?? step.roles.taker.ru,
      what: what ?? step.title.ru, works: count, note: note)
    let id: Int
    do {
      let registry = try DistrictRegistry(db)
      let isKnown = try registry.schools().contains { $0.login == key.school }
      guard try isKnown || registry.plannedWorks().isEmpty else { throw Failure.unknownSchool(key.school) }
      id = try registry.add(hop)
    } catch let error as RegistryError { throw Failure(error) }
    switch common.format {
    case .json:
      Standard.out(JSON.object([("schema", .string("oko/custody-add/1")), ("id", .int(id))]).pretty)
    case .text:
      Standard.out(
        say(
          "Записано: шаг \(step.rawValue), \(step.title.ru).\n",
          "Put down: step \(step.rawValue), \(step.title.en).\n"))
    }
  }
}
