internal import Assessment

/// One finding on a page: where it is, what is wrong, the row as it was read with the cell marked, what to do.
struct FindingMarkup {
  private let item: FindingList.Item
  private let list: FindingList
  private let examination: Examination
  private let language: Language

  init(_ item: FindingList.Item, _ list: FindingList, _ inspection: Inspection, _ language: Language) {
    self.item = item
    self.list = list
    examination = inspection.examination
    self.language = language
  }

  private var finding: Finding { item.finding }

  private func say(_ ru: String, _ en: String) -> String { language.say(ru, en) }

  private func set(_ text: String) -> Markup { .text(Typography.set(text, language)) }

  /// The finding.
  var article: Markup {
    var parts = [heading, .element("p", [.kind("what")], [set(finding.message(language))])]
    parts += examination.excerpts(of: finding, rows: Self.rowsShown).map(excerpt)
    let others = OtherCells(finding, in: examination).first(Self.cellsShown, language)
    if !others.isEmpty { parts.append(line("others", say("Также: ", "Also: ") + others)) }
    if finding.severity > .info { parts.append(line("mend", finding.mend(language))) }
    if let words = finding.explanation {
      parts.append(line("explained", say("Пояснение: ", "Explained: ") + Visible.text(words, language)))
    }
    if let folded { parts.append(folded) }
    return .element("article", [.init("id", "n\(item.number)")], parts)
  }

  /// More rows say nothing new to a person.
  private static let rowsShown = 4
  private static let cellsShown = 12

  private var heading: Markup {
    let place = PlaceNames(finding.place, in: examination).text
    var who: [String] = []
    if let code = finding.place.participant { who.append(say("участник \(code)", "participant \(code)")) }
    if let task = finding.place.task { who.append(say("задание \(task)", "task \(task)")) }
    if let line = finding.place.line { who.append(say("строка протокола \(line)", "protocol line \(line)")) }
    return .element(
      "h3", [],
      [
        .element("span", [.kind("code")], [.text("\(item.number). \(finding.code)")]),
        .element("span", [.kind("place")], [set(place)]),
        .element("span", [.kind("who")], [set(who.joined(separator: ", "))]),
      ])
  }

  private func line(_ kind: String, _ text: String) -> Markup {
    .element("p", [.kind(kind)], [set(text)])
  }

  // MARK: Rows

  private func excerpt(_ excerpt: Excerpt) -> Markup {
    let heads = excerpt.headers.map { cell(cell: $0, "th", [.init("scope", "col")]) }
    let number = Markup.element("th", [.kind("row")], [.text(say("строка", "row"))])
    let rows = excerpt.rows.map { row in
      Markup.element(
        "tr", [],
        [.element("th", [.init("scope", "row"), .kind("row")], [.text(String(row.number))])]
          + row.cells.map { cell(cell: $0, "td", []) })
    }
    var caption: [Markup] = []
    if excerpt.source != finding.place.source {
      let name = examination.sources[excerpt.source].name
      caption = [.element("caption", [], [.text(Visible.text(name, language))])]
    }
    let table = Markup.element(
      "table", [.kind("excerpt")],
      caption + [.element("thead", [], [.element("tr", [], [number] + heads)]), .element("tbody", [], rows)])
    guard excerpt.more > 0 else { return .element("div", [.kind("scroll")], [table]) }
    let words = Plural.word(excerpt.more, "строка", "строки", "строк")
    return .element(
      "div", [.kind("scroll")],
      [table, line("more", say("и ещё \(excerpt.more) \(words)", "and \(excerpt.more) more rows"))])
  }

  private func cell(
    cell: Excerpt.Cell, _ name: StaticString, _ attributes: [Markup.Attribute]
  ) -> Markup {
    let text = Markup.text(words(for: cell))
    guard cell.isMarked else { return .element(name, attributes, [text]) }
    return .element(name, attributes + [.kind("wrong")], [.element("mark", [], [text])])
  }

  /// What stands in a cell; emptiness is named only where it is the point.
  private func words(for cell: Excerpt.Cell) -> String {
    if cell.content.isWithheld { return say("скрыто", "hidden") }
    if cell.content.type == "formula" { return say("формула", "formula") }
    return cell.content.raw.isEmpty && !cell.isMarked ? "" : Visible.text(cell.content.raw, language)
  }

  // MARK: What it explains

  /// The findings under this one, by code: all of them with their cells.
  private var folded: Markup? {
    let folded = list.folded(under: item)
    guard !folded.isEmpty else { return nil }
    let word = Plural.word(folded.count, "замечание", "замечания", "замечаний")
    var codes: [String] = []
    for echo in folded where !codes.contains(echo.finding.code) { codes.append(echo.finding.code) }
    let lines = codes.map { code in
      let cells = folded.filter { $0.finding.code == code }.map { echo in
        PlaceNames(echo.finding.place, in: examination).cell ?? "№ \(echo.number)"
      }
      return Markup.element("li", [], [set("\(code): \(cells.joined(separator: ", "))")])
    }
    return .element(
      "div", [.kind("folded")],
      [
        set(
          say("Из-за этого — ещё \(folded.count) \(word):", "This causes \(folded.count) more:")),
        .element("ul", [], lines),
      ])
  }
}
