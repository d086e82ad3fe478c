internal import Assessment
internal import District
internal import Registry
internal import Reports
internal import SchoolCalendar

/// Which uploads are due, the most urgent first: a part for each moment at which something is.
struct DeadlinesPage {
  let language: Language
  let session: Session
  let matrix: Matrix
  let now: Moment

  /// More works of one moment are not shown at once.
  private static let most = 300

  var page: Page {
    Page(
      title: language.say("Сроки", "Deadlines"), language: language, content: content,
      token: session.formToken, account: session.account)
  }

  private struct Due {
    let school: RegisteredSchool
    let cell: Matrix.Cell
  }

  private var open: [Due] {
    matrix.lines.flatMap { line in line.cells.values.map { Due(school: line.school, cell: $0) } }
      .filter { $0.cell.isOpen }
  }

  private var content: HTML {
    let byMoment = Dictionary(grouping: open) { $0.cell.terms?.deadline.secondsSince1970 ?? Int.max }
    let parts = byMoment.sorted { $0.key < $1.key }.map { part($0.value) }
    return """
      <h1>\(language.say("Сроки загрузки", "Upload terms"))</h1>
      <p class="lead">\(language.say(
        "Работы, формы которых ещё не загружены. Срок эксперта и срок загрузки посчитаны по правилам района.",
        "Works whose forms have not been uploaded. Both terms are counted by the district's policy."))</p>
      \(parts.isEmpty ? "<section class=\"card\"><p>\(language.say("Всё загружено.", "Everything was uploaded."))</p></section>" : .joined(parts))
      """
  }

  private func part(_ works: [Due]) -> HTML {
    let rows = works.sorted { ($0.school.login, $0.cell.key) < ($1.school.login, $1.cell.key) }
      .prefix(Self.most).map { row($0) }
    let rest = works.count - rows.count
    let heads = [
      language.say("Школа", "School"), language.say("Работа", "Work"), language.say("Состояние", "State"),
      language.say("Проведена", "Held"), language.say("Эксперт до", "Expert until"),
    ]
    let heading = heading(works.first?.cell.terms)
    return """
      <section class="card"><h2>\(heading)</h2>\(HTML.table(heading, heads, Array(rows)))
      \(rest > 0 ? "<p>\(language.say("И ещё \(rest).", "And \(rest) more."))</p>" : HTML.nothing)</section>
      """
  }

  private func heading(_ terms: Terms?) -> String {
    guard let terms else {
      return language.say("День проведения неизвестен", "The day of the test is not known")
    }
    let due = "\(language.day(terms.due)), \(terms.cutoff.description.prefix(5))"
    return "\(due) — \(DeadlineText(terms, now, language).left)"
  }

  private func row(_ work: Due) -> HTML {
    let name = work.school.name.isEmpty ? work.school.login : "\(work.school.name), \(work.school.login)"
    return """
      <tr><td>\(name)</td><td><a href="\(WorkPage.path(work.cell.key))">\(work.cell.key.work.title(language))</a></td><td><span class="chip \(
        work.cell.state.rawValue)">\(work.cell.state.word[language])</span></td><td>\(
        work.cell.held.map(language.day) ?? "—")</td><td>\(work.cell.terms.map { language.day($0.expertDue) } ?? "—")</td></tr>
      """
  }
}
