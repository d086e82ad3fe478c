import ArgumentParser
import Assessment
import Checking
import Console
import District
import Registry
import SchoolCalendar

/// `oko custody act`: a document for signature.
struct CustodyActCommand: ParsableCommand {
  /// Which document.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case transfer, observer
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "act",
      abstract: say(
        "Акт приёма-передачи или акт наблюдателя: страница, которую печатает браузер.",
        "A transfer act or an observer's act: a page that a browser prints."),
      discussion: say(
        "Акты составляются по-русски.\nПример: oko custody act --db район.sqlite --school edu380001 --work 2024/7-ГГ --kind transfer --step 5 -o акт.html",
        "Acts are written in Russian.\nExample: oko custody act --db district.sqlite --school edu380001 --work 2024/7-ГГ --kind transfer --step 5 -o act.html"
      ))
  }

  @OptionGroup var file: RegistryOptions
  @OptionGroup var work: WorkOptions

  @Option(
    help: ArgumentHelp(
      say("Какой акт: transfer (передача) или observer (наблюдатель).", "Which act: transfer or observer."),
      valueName: "transfer|observer"))
  var kind: Kind

  @Option(
    help: ArgumentHelp(say("Шаг, о котором акт передачи.", "The step of a transfer act."), valueName: "n"))
  var step: Int?

  @Option(
    help: ArgumentHelp(
      say(
        "План: из него берутся название школы, день, наблюдатель, координатор.",
        "The plan: school's name, day, observer and coordinator are taken from it."), valueName: "plan"))
  var plan: String?

  @Option(
    help: ArgumentHelp(
      say("Правила сроков района (JSON).", "The district's policy of terms (JSON)."), valueName: "file"))
  var policy: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say("Куда записать (.html); без ключа на экран.", "Where to write (.html); the screen without it."),
      valueName: "file"))
  var output: String = "-"

  @OptionGroup var common: CommonOptions

  func run() throws {
    let key = try work.key()
    let target = try OutputFile(output, notOver: [file.db, plan, policy].compactMap { $0 })
    var clock = ClockOptions()
    clock.policy = policy
    let zone = try clock.regulations(common).zone()
    let registry = try file.registry()
    let chain =
      try registry.custodyBook(school: key.school, work: key.work).chains.first
      ?? CustodyChain(school: key.school, work: key.work, records: [])
    let facts = try facts(key, registry, zone)
    try target.write(Array(try document(chain, facts).utf8))
  }

  private func document(_ chain: CustodyChain, _ facts: ActFacts) throws(Failure) -> String {
    if kind == .observer { return ObserverAct(chain, facts).html }
    guard let step = step.flatMap({ CustodyStep(rawValue: $0) }), step.isHandOver else {
      let steps = CustodyStep.allCases.filter(\.isHandOver).map { String($0.rawValue) }.joined(
        separator: ", ")
      throw .usage(
        "Для акта передачи нужен шаг: --step, один из \(steps).",
        "A transfer act needs a step: --step, one of \(steps).")
    }
    guard let act = TransferAct(chain, step: step, facts) else {
      throw Failure(
        .noInput,
        say(
          "Передача не записана: шаг \(step.rawValue), \(step.title.ru). Сначала: oko custody add.",
          "The hand-over is not put down: step \(step.rawValue), \(step.title.en). First: oko custody add."))
    }
    return act.html
  }

  private func facts(_ key: WorkKey, _ registry: DistrictRegistry, _ zone: Zone) throws(Failure) -> ActFacts {
    var facts = ActFacts(school: key.school, zone: zone)
    if let known = try? registry.schools().first(where: { $0.login == key.school })?.name, !known.isEmpty {
      facts.school = known
    }
    facts.held = try? registry.plannedWorks().first { $0.key == key }?.held
    guard let path = plan, let plan = try PlanFile(reading: path).plan else { return facts }
    facts.school = plan.schoolTitle(key.school)
    facts.coordinator = plan.school(key.school)?.coordinator.value
    let planned = plan.works.first { work in
      plan.school(work.school.value)?.login.value == key.school
        && work.work(season: key.work.season) == key.work
    }
    facts.held = planned?.held.value ?? facts.held
    facts.observer = planned?.observer.value
    return facts
  }
}
