import Assessment
import SchoolCalendar
import Testing

@testable import District

struct `A chain of custody` {
  private let work = Work(season: 2024, grade: 7, subject: "ГГ")

  /// Records of steps, an hour apart from 16 April 2024, 08:00 in Irkutsk.
  private func chain(_ steps: [(Int, String?, String?, Int?)]) -> CustodyChain {
    let records = steps.enumerated().compactMap { number, step -> CustodyRecord? in
      CustodyStep(rawValue: step.0).map {
        CustodyRecord(
          step: $0, at: Moment(secondsSince1970: 1_713_225_600 + number * 3_600),
          giver: step.1 ?? $0.roles.giver.ru,
          taker: step.2 ?? $0.roles.taker.ru, works: step.3)
      }
    }
    return CustodyChain(school: "edu380001", title: "СОШ № 1", work: work, records: records)
  }

  private func findings(_ chain: CustodyChain) -> [Finding] {
    let policy = DeadlinePolicy(id: "default", title: "")
    return Inspector.inspect(custody: [chain], InspectionRequest(sources: [], policy: policy)).findings
  }

  @Test
  func `is whole both by way of the coordinator and straight to the commission`() {
    #expect(findings(chain((1...11).map { ($0, nil, nil, $0 > 2 ? 24 : nil) })).isEmpty)
    let direct = (1...11).filter { $0 != 6 }.map {
      ($0, $0 == 7 ? "независимый наблюдатель" : nil, nil as String?, 24 as Int?)
    }
    #expect(findings(chain(direct)).isEmpty)
    let named: [(Int, String?, String?, Int?)] = [
      (1, nil, nil, nil), (2, nil, nil, nil), (3, nil, nil, 24), (4, nil, nil, 24),
      (5, nil, "Орлова Вера Павловна", 24),
      (7, "Орлова В. П.", nil, 24),
    ]
    #expect(findings(chain(named)).isEmpty)
    #expect(findings(chain([])).isEmpty)
  }

  @Test(arguments: Array(1...10))
  func `with a step left out has a gap`(step: Int) {
    let found = findings(chain((1...11).filter { $0 != step }.map { ($0, nil, nil, nil) }))
    #expect(found.map(\.code) == ["PLN007"])
    #expect(found.first?.message(.ru).contains("шаге \(step) ") == true)
    #expect(found.first?.message(.ru).contains("СОШ № 1, География, 7 класс") == true)
  }

  @Test
  func `in the wrong order has a gap`() {
    let found = findings(chain([1, 2, 3, 5, 4].map { ($0, nil, nil, nil) }))
    #expect(found.map(\.code) == ["PLN007"])
    #expect(found.first?.message(.ru).contains("шаг 5") == true)
  }

  @Test
  func `tells where papers were lost`() {
    let found = findings(
      chain([(1, nil, nil, nil), (2, nil, nil, nil), (3, nil, nil, 24), (4, nil, nil, 24), (5, nil, nil, 23)])
    )
    #expect(found.map(\.code) == ["PLN019"])
    #expect(found.first?.message(.ru).contains("на шаге 4 было 24 работы, на шаге 5 — 23") == true)
  }

  @Test
  func `gives acts with its own facts and with nothing that could act`() throws {
    let zone = try #require(Zone(id: "Asia/Irkutsk", offset: 8 * 3_600))
    var facts = ActFacts(school: "МКОУ «СОШ № 1» <script>", zone: zone)
    facts.held = CalendarDay(iso: "2024-04-16")
    let chain = chain([(5, "Котов Л. С.", "Орлова В. П.", 24), (7, "наблюдатель", nil, 24)])
    let act = try #require(TransferAct(chain, step: .toObserver, facts)).html
    for text in ["Котов", "Орлова", "24", "«16»", "апреля", "08:00", "11.5"] {
      #expect(act.contains(text), "\(text)")
    }
    #expect(!act.contains("<script>") && act.contains("&lt;script"))
    #expect(act.contains("2024\u{A0}г.</p>") && !act.contains("г.."))
    #expect(try #require(TransferAct(chain, step: .toCommission, facts)).html.contains("10.4"))
    #expect(TransferAct(chain, step: .packed, facts) == nil)
    #expect(TransferAct(chain, step: .toMunicipal, facts) == nil)
    #expect(ObserverAct(chain, facts).html.contains("09:00"))
  }
}
