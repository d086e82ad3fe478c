public import Assessment
internal import Reports
internal import SchoolCalendar

/// «Акт общественного наблюдателя»: the stages of the test day at which the observer was present (clause 10).
///
/// Times that were put down stand in it; everything else is room to write by hand.
public struct ObserverAct: Sendable {
  private let chain: CustodyChain
  private let facts: ActFacts

  /// The content security policy of the page, for a server that shows it.
  public static var policy: String { ActPage.policy }

  /// The act for a work; a chain without records gives an empty form.
  public init(_ chain: CustodyChain, _ facts: ActFacts) {
    self.chain = chain
    self.facts = facts
  }

  private static let stages: [(String, CustodyStep)] = [
    ("Получение материалов из личного кабинета ФИС ОКО (п.\u{A0}10.2, 11.3)", .printed),
    ("Распечатка и передача материалов организатору в аудитории (п.\u{A0}10.2, 11.3)", .printed),
    ("Проведение работы (п.\u{A0}10.3, 11.4)", .written),
    ("Передача работ школьному координатору (п.\u{A0}11.4)", .toCoordinator),
    ("Формирование пакета: работы, критерии оценивания, протокол проверки (п.\u{A0}11.5)", .packed),
    ("Получение пакета наблюдателем (п.\u{A0}10.4, 11.5)", .toObserver),
    ("Передача пакета муниципальному координатору или в комиссию (п.\u{A0}10.4, 11.6)", .toMunicipal),
  ]

  /// The document.
  public var html: String {
    let day = facts.held ?? chain.records.first?.at.day(in: facts.zone)
    let observer = facts.observer ?? chain.first(.toObserver).map { facts.person($0.taker) } ?? ""
    let coordinator = facts.coordinator ?? chain.first(.toObserver).map { facts.person($0.giver) } ?? ""
    let works = (chain.first(.toObserver) ?? chain.first(.packed))?.works
    return ActPage(
      title: "Акт",
      subtitle:
        "независимого общественного наблюдателя о присутствии при проведении всероссийской проверочной работы",
      body: [
        ActPage.placeAndTime(day.map(ActPage.day) ?? "«___» ______________ 20___\u{A0}г."),
        ActPage.paragraph(
          "Школа: \(facts.school). Работа: \(facts.workTitle(chain.work))."
            + (works.map { " Работ в пакете: \($0)." } ?? " Работ в пакете: ______.")),
        ActPage.paragraph("Наблюдатель присутствовал при следующих этапах:"),
        ActPage.table(
          [
            ("№", "narrow"), ("Этап", "wide"), ("Время", "short"), ("Да / нет", "short"),
            ("Замечания", "note"),
          ],
          rows),
        ActPage.paragraph("Нарушения порядка: не выявлены / выявлены (нужное подчеркнуть)."),
        ActPage.remarks("Описание нарушений и предложения:", lines: 3),
        ActPage.signature("Наблюдатель", observer),
        ActPage.signature("С актом ознакомлен: школьный координатор", coordinator),
      ]
    ).html
  }

  private var rows: [[String]] {
    Self.stages.enumerated().map { number, stage in
      let step = stage.1 == .toMunicipal && chain.isDirect ? CustodyStep.toCommission : stage.1
      let time = chain.first(step).map { ActPage.time($0.at, facts.zone) } ?? ""
      return ["\(number + 1)", stage.0, time, "", ""]
    }
  }
}
