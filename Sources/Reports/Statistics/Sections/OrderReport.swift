internal import Assessment
public import Objectivity

extension StatisticsReport {
  /// Which works an expert opens first.
  public init(order analysis: OrderAnalysis, origin: Origin) {
    self.init(
      "order", Text("Какие работы открыть первыми", "Which works to open first"), origin,
      analysis.entries.map { Self.section($0) }, notes: [.orderLimits, .orderWords, .howToRead(.z), .purpose])
  }

  private static func section(_ entry: OrderAnalysis.Entry) -> Section {
    let name = WorkName.text(entry.work)
    var section = Section(
      Text("\(entry.school): \(name.ru)", "\(entry.school): \(name.en)"), of: entry.school)
    section.facts = [
      Fact("participants", Text("Участников", "Participants"), entry.participants),
      Fact("z", Text("Z: насколько места в целом выше середины", "Z of the mean place"), entry.order) {
        order in
        order.z.map { .number($0, digits: 2) } ?? .undefined
      },
    ]
    if entry.order.isWithheld {
      section.statements = [.tooFew(entry.participants)]
    } else if entry.order.value == nil {
      section.statements = [.ordersNeedReference]
    }
    guard let order = entry.order.value else { return section }
    section.tables = [
      StatisticsTable(
        WorkName.file("order", entry.school, entry.work),
        Text("Порядок работ: \(entry.school)", "Order of works: \(entry.school)"),
        [
          Text("Участник", "Participant"), Text("Балл", "Score"), Text("Ошибок Гуттмана", "Guttman errors"),
          Text("Доля от возможных", "Share of the possible"), Text("U3", "U3"),
          Text("Место среди работ с тем же баллом, %", "Place among works of the same total, %"),
        ],
        order.works.map { work in
          [
            .label(String(entry.codes[work.index])), .count(work.total), .count(work.errors),
            .number(work.normed, digits: 3), .number(work.u3, digits: 3),
            .number(100 * work.percentile, digits: 0),
          ]
        })
    ]
    return section
  }
}

extension Statement {
  /// What the order is for.
  static let orderLimits = Statement(
    .description,
    "Список показывает, какие работы необычны по порядку заданий, и помогает эксперту начать с них. Об отдельном ученике он ничего не говорит.",
    "The list shows which works are unusual in the order of tasks, so that the expert can begin with them. It says nothing of a pupil."
  )

  /// What stands in the columns.
  static let orderWords = Statement(
    .description,
    "Ошибка Гуттмана — пара заданий, из которых более лёгкое не сделано, а более трудное сделано; доля — от наибольшего числа таких пар при том же балле. U3 — то же с учётом трудности: 0 — обычный порядок, 1 — обратный. Место 90 % — необычнее девяти из десяти работ с тем же баллом.",
    "A Guttman error is a pair of tasks of which the easier was not done and the harder was; the share is of the most such pairs at the same total. U3 weighs them by difficulty: 0 is the usual order, 1 its reverse. Place 90 %: more unusual than nine of ten works of the same total."
  )

  /// An order needs works to compare with.
  static let ordersNeedReference = Statement(
    .description,
    "Нужно не меньше 20 работ других школ для сравнения (в командной строке --rest ФАЙЛ).",
    "At least 20 works of other schools are needed to compare with (--rest FILE on the command line).")
}
