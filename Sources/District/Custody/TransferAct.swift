public import Assessment
internal import Reports
public import SchoolCalendar

/// «Акт приёма-передачи»: one hand-over of a package, to be signed by both sides.
public struct TransferAct: Sendable {
  private let chain: CustodyChain
  private let record: CustodyRecord
  private let facts: ActFacts

  /// The act of a recorded step; `nil` for a step at which nothing changes hands.
  public init?(_ chain: CustodyChain, step: CustodyStep, _ facts: ActFacts) {
    guard step.isHandOver, let record = chain.first(step) else { return nil }
    self.chain = chain
    self.record = record
    self.facts = facts
  }

  /// The document.
  public var html: String {
    let day = record.at.day(in: facts.zone)
    let (giver, taker) = (facts.person(record.giver), facts.person(record.taker))
    return ActPage(
      title: "Акт", subtitle: "приёма-передачи материалов всероссийской проверочной работы",
      body: [
        ActPage.placeAndTime("\(ActPage.day(day)), \(ActPage.time(record.at, facts.zone))"),
        ActPage.paragraph(
          "Настоящий акт составлен о том, что \(roles.giver) передал, а \(roles.taker) принял материалы "
            + "всероссийской проверочной работы (далее — ВПР): \(facts.workTitle(chain.work)), \(facts.school)"
            // The year ends with a full stop of its own.
            + (facts.held.map { ", проведённой \(ActPage.day($0))" } ?? ".")),
        ActPage.table(
          [("№", "narrow"), ("Наименование", "wide"), ("Количество", "short"), ("Примечание", "note")], items),
        ActPage.paragraph("Упаковка: не нарушена / нарушена (нужное подчеркнуть)."),
        ActPage.remarks("Замечания сторон:", lines: 2),
        ActPage.paragraph(
          "Основание: п.\u{A0}\(clause) Порядка проведения ВПР с выборочным контролем объективности результатов. "
            + "Акт составлен в двух экземплярах, по одному для каждой стороны."),
        ActPage.signature("Передал: \(roles.giver)", giver),
        ActPage.signature("Принял: \(roles.taker)", taker),
      ]
    ).html
  }

  private var roles: (giver: String, taker: String) {
    let roles = record.step.roles
    let isDirect = record.step == .toCommission && chain.isDirect
    return (isDirect ? CustodyStep.toMunicipal.roles.giver.ru : roles.giver.ru, roles.taker.ru)
  }

  private var clause: String { record.step == .toCommission && chain.isDirect ? "10.4" : record.step.clause }

  private var items: [[String]] {
    let works = record.works.map { "\($0) шт." } ?? ""
    let isMarked = record.step >= .backToMunicipal
    let all = [
      [isMarked ? "Проверенные работы участников" : "Работы участников", works],
      ["Критерии оценивания", "1 экз."],
      [isMarked ? "Протокол проверки, заполненный и подписанный" : "Протокол проверки (бланк)", "1 экз."],
    ]
    switch record.step {
    case .printed: return [["1", "Комплекты заданий (распечатаны)", "", ""]]
    case .toCoordinator: return [["1", "Работы участников", works, ""]]
    default: return all.enumerated().map { ["\($0 + 1)"] + $1 + [""] }
    }
  }
}

/// What acts need besides the chain: names for the words of the registry.
public struct ActFacts: Sendable {
  /// The school by its name; its login where the name is not known.
  public var school: String
  /// The day of the test, where it is known.
  public var held: CalendarDay?
  /// The zone of the district.
  public var zone: Zone
  /// The observer, where the plan names one.
  public var observer: String?
  /// The school coordinator, where the plan names one.
  public var coordinator: String?

  /// Facts of which only the school and the zone are known.
  public init(school: String, zone: Zone) {
    self.school = school
    self.zone = zone
  }

  /// A name to print under a signature: nothing when only a role was put down.
  func person(_ word: String) -> String {
    let roles = CustodyStep.allCases.flatMap { [$0.roles.giver, $0.roles.taker] }
    let isRole = roles.contains { $0.ru == word.lowercased() || $0.en == word.lowercased() }
    // «комиссия» is no name either.
    return isRole || word.first?.isLowercase == true ? "" : word
  }

  /// «География, 7 класс».
  func workTitle(_ work: Work) -> String { work.title(.ru) }
}
