public import Assessment
internal import Objectivity

/// A report of statistics as one HTML file that needs nothing beside it and prints on A4.
public struct StatisticsHTML {
  private let report: StatisticsReport
  private let language: Language

  /// A report in a language.
  public init(_ report: StatisticsReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  /// The whole document.
  public var text: String {
    Markup.document(
      language.rawValue,
      head: [
        .void("meta", [.init("charset", "utf-8")]),
        .void("meta", [.init("name", "viewport"), .init("content", "width=device-width, initial-scale=1")]),
        .element("title", [], [.text(report.title[language])]), .style(StatisticsStyle.sheet),
      ], body: [.element("main", [], pieces)])
  }

  /// The report without the document around it, for a page of another program.
  public var body: String { Markup.all(pieces).html }

  private var pieces: [Markup] {
    [.element("h1", [], [words(report.title)])] + report.sections.map { section($0) }
      + report.notes.map { paragraph($0) }
      + [.element("footer", [], [.text(report.footer(language))])]
      + (report.kind == "draw" ? [signatures] : [])
  }

  private func words(_ text: Text) -> Markup { .text(Typography.set(text[language], language)) }

  private func section(_ section: StatisticsReport.Section) -> Markup {
    var parts: [Markup] = [.element("h2", [], [words(section.heading)])]
    if !section.facts.isEmpty { parts.append(facts(section.facts)) }
    parts += section.statements.map { paragraph($0) }
    for plot in section.plots {
      parts += [.element("figure", [], [.drawing(plot, language, of: report)]), table(plot.table)]
    }
    return .element("section", [], parts + section.tables.map { table($0) })
  }

  private func facts(_ facts: [Fact]) -> Markup {
    let rows = facts.map { fact in
      Markup.element(
        "tr", [],
        [
          .element("th", [.init("scope", "row")], [words(fact.label)]),
          .element("td", [], [.text(fact.text(language))]),
        ])
    }
    return .element("table", [.kind("facts")], rows)
  }

  private func paragraph(_ statement: Statement) -> Markup {
    guard statement.grade != .description else { return .element("p", [], [words(statement.text)]) }
    let grade = Markup.element("strong", [], [words(statement.grade.word)])
    return .element("p", [.kind("sign")], [grade, .text(" "), words(statement.text)])
  }

  private func table(_ table: StatisticsTable) -> Markup {
    let texts = table.texts(language)
    let numeric = (texts.first ?? []).indices.map { table.isNumeric($0) ? [Markup.Attribute.kind("n")] : [] }
    let head = (texts.first ?? []).enumerated().map { place, text in
      Markup.element("th", [.init("scope", "col")] + numeric[place], [.text(text)])
    }
    let rows = texts.dropFirst().map { row in
      Markup.element("tr", [], row.enumerated().map { .element("td", numeric[$0], [.text($1)]) })
    }
    return .element(
      "table", [],
      [
        .element("caption", [], [words(table.title)]),
        .element("thead", [], [.element("tr", [], head)]), .element("tbody", [], rows),
      ])
  }

  /// Lines to sign: minutes are made to be signed.
  private var signatures: Markup {
    let people =
      language == .ru
      ? ["Муниципальный координатор", "Представитель отдела образования", "Наблюдатель"]
      : ["Municipal coordinator", "Education office", "Observer"]
    let rows = people.map { person in
      Markup.element(
        "tr", [],
        [
          .element("td", [], [.text(person)]), .element("td", [.kind("line")], []),
          .element(
            "td", [], [.text("«\u{A0}\u{A0}\u{A0}\u{A0}»\u{A0}________________ 20\u{A0}\u{A0}\u{A0}")]),
        ])
    }
    return .element("table", [.kind("signatures")], rows)
  }
}
