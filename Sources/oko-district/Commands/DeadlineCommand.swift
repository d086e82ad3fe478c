import ArgumentParser
import Assessment
import Console
import District
import Registry
import Reports
import SchoolCalendar

/// `oko deadline`: here only its part that asks the registry.
struct DeadlineCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "deadline", abstract: say("Сроки.", "Deadlines."), subcommands: [DeadlineList.self])
  }
}

/// `oko deadline list`: whose upload is due, the most urgent first.
struct DeadlineList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: say(
        "Чьи загрузки не сделаны, самые срочные сверху.", "Uploads that are due, the most urgent first."),
      discussion: say(
        "Пример: oko deadline list --db район.db", "Example: oko deadline list --db district.db"))
  }

  @OptionGroup var file: RegistryOptions
  @OptionGroup var moment: MomentOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let clock = moment.clock
    if clock.held != nil {
      throw Failure.usage(
        "Дни проведения — в реестре, ключ --held здесь не нужен.",
        "The test days are in the registry: --held is not for this command.")
    }
    let now = try clock.now()
    var book = DeadlineBook(try clock.regulations(common))
    let registry = try file.registry()
    var due: [DueWork] = []
    do throws(RegistryError) {
      let planned = Dictionary(
        try registry.plannedWorks().compactMap { work in work.held.map { (work.key, $0) } },
        uniquingKeysWith: { max($0, $1) })
      let names = Dictionary(uniqueKeysWithValues: try registry.schools().map { ($0.login, $0.name) })
      try registry.forEachWork(withFindings: false) { record in
        let (key, state) = (record.result.key, record.result.state)
        guard state != .uploaded, state != .accepted else { return }
        let held = record.result.held ?? planned[key]
        due.append(
          DueWork(
            key: key, name: names[key.school] ?? "", state: state, held: held,
            terms: held.flatMap { book.terms(of: key.work, held: $0) }))
      }
      try registry.close()
    } catch { throw Failure(error) }
    due.sort { ($0.order, $0.key) < ($1.order, $1.key) }
    switch common.format {
    case .json:
      Standard.out(
        JSON.object([("schema", .string("oko/due/1")), ("works", .array(due.map { JSON($0, now) }))]).pretty)
    case .text: Standard.out(text(due, now))
    }
    if clock.enforceDeadline, due.contains(where: { $0.terms?.isOverdue(at: now) ?? false }) {
      throw Failure(.deadlineMissed)
    }
  }

  private func text(_ due: [DueWork], _ now: Moment) -> String {
    guard !due.isEmpty else {
      return say("Всё загружено.\n", "Everything was uploaded.\n")
    }
    let rows = due.map { work -> [String] in
      let terms = work.terms.map { DeadlineText($0, now, common.lang) }
      return [
        work.terms.map { "\($0.due) \($0.cutoff.description.prefix(5))" }
          ?? say("день неизвестен", "day unknown"),
        terms?.left ?? "", work.key.school, work.key.work.short(common.lang), work.state.word[common.lang],
        work.name,
      ]
    }
    return TextTable(rows).text
  }
}

/// A work whose upload is not done.
private struct DueWork {
  let key: WorkKey
  let name: String
  let state: WorkState
  let held: CalendarDay?
  let terms: Terms?

  /// The most urgent first; of what has no day nobody knows.
  var order: Int { terms?.deadline.secondsSince1970 ?? Int.max }
}

extension JSON {
  fileprivate init(_ work: DueWork, _ now: Moment) {
    self = .object([
      ("school", .string(work.key.school)), ("work", .string(work.key.work.id)),
      ("state", .string(work.state.rawValue)), ("held", JSON(work.held?.description)),
      ("deadline", work.terms.map { JSON(deadline: $0, at: now, findings: nil) } ?? .null),
    ])
  }
}
