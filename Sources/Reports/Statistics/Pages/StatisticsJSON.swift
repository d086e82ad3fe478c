internal import Assessment
internal import Objectivity
internal import SchoolCalendar

extension JSON {
  /// A report of statistics: every figure with all its digits, `null` where a set is too small or nothing is defined.
  public init(statistics report: StatisticsReport) {
    self = .object([
      ("schema", .string("oko/stats/1")),
      ("kind", .string(report.kind)),
      ("title", Self.words(report.title)),
      ("sources", .array(report.origin.sources.map { .string($0) })),
      ("date", .string(report.origin.day.description)),
      ("sections", .array(report.sections.map { Self.section($0) })),
      ("notes", .array(report.notes.map { Self.statement($0) })),
    ])
  }

  private static func section(_ section: StatisticsReport.Section) -> JSON {
    var figures: [(String, JSON)] = []
    var withheld: [(String, JSON)] = []
    for fact in section.facts {
      let value = fact.value
      figures.append((fact.key, figure(value)))
      if case .withheld(let fewest) = value { withheld.append((fact.key, .int(fewest))) }
    }
    let statements = section.statements.map { statement($0) }
    let tables = (section.plots.map(\.table) + section.tables).map { table($0) }
    return .object([
      ("heading", words(section.heading)), ("facts", .object(figures)), ("withheld", .object(withheld)),
      ("statements", .array(statements)), ("tables", .array(tables)),
    ])
  }

  private static func figure(_ value: Fact.Value) -> JSON {
    switch value {
    case .count(let count): .int(count)
    case .number(let number, _), .probability(let number): .number(number)
    case .interval(let interval, _): .array([.number(interval.low), .number(interval.high)])
    case .share(let share):
      .object([
        ("count", .int(share.count)), ("total", .int(share.total)), ("share", .number(share.share)),
        ("wilson", .array([.number(share.wilson.low), .number(share.wilson.high)])),
      ])
    case .words(let text): words(text)
    case .withheld, .undefined: .null
    }
  }

  private static func statement(_ statement: Statement) -> JSON {
    .object([
      ("grade", .string("\(statement.grade)")), ("ru", .string(statement.text.ru)),
      ("en", .string(statement.text.en)),
    ])
  }

  private static func table(_ table: StatisticsTable) -> JSON {
    .object([
      ("name", .string(table.name)), ("title", words(table.title)),
      ("columns", .array(table.columns.map { words($0) })),
      (
        "rows",
        .array(
          table.rows.map { row in
            .array(
              row.map { cell in
                switch cell {
                case .words(let text): words(text)
                case .label(let text): .string(text)
                case .count(let count): .int(count)
                case .number(let number, _), .probability(let number): .number(number)
                case .none: .null
                }
              })
          })
      ),
    ])
  }

  private static func words(_ text: Text) -> JSON {
    .object([("ru", .string(text.ru)), ("en", .string(text.en))])
  }
}
