internal import Assessment
internal import District
internal import Registry
internal import SchoolCalendar
internal import Spreadsheet

/// The plan at the desk: works with days that can be changed in place, what is wrong, days that would do.
struct PlanPage {
  let language: Language
  let session: Session
  let check: PlanCheck?
  var problem: String?

  var page: Page {
    Page(
      title: language.say("План", "Plan"), language: language, content: content, token: session.formToken,
      account: session.account)
  }

  private var content: HTML {
    """
    <h1>\(language.say("План проверочных работ", "Plan of the tests"))</h1>
    \(problem.map { HTML.alert($0) })
    \(check.map { body($0) } ?? .nothing)
    \(DropForm(action: "/plan", language: language, token: session.formToken).markup)
    <p class="small">\(language.say(
      "Пустой план с подсказками делает команда oko blank plan. План без ошибок сразу становится планом района.",
      "An empty plan with hints is made by oko blank plan. A plan without errors becomes the district's at once."))</p>
    """
  }

  private func body(_ check: PlanCheck) -> HTML {
    let findings = check.inspection.findings.filter { $0.cause == nil && $0.severity > .info }
      .enumerated().sorted { a, b in (b.element.severity, a.offset) < (a.element.severity, b.offset) }
      .map(\.element)
    let blocking = findings.contains { $0.severity >= .error }
    let verdict =
      blocking
      ? language.say("План не принят: исправьте ошибки.", "The plan is not taken: mend the errors.")
      : language.say("План принят.", "The plan is taken.")
    return """
      <p class="banner \(blocking ? "error" : "good")" role="status">\(verdict)</p>
      <div class="desk"><div class="left"><section class="card">\(table(check))</section></div>
      <div class="right"><section class="findings"><h2>\(language.say("Замечания", "Findings"))</h2><ol class="cards">\(
        findings.map { card($0) })</ol></section>\(proposals(check))</div></div>
      """
  }

  private func table(_ check: PlanCheck) -> HTML {
    let plan = check.plan
    let terms = check.inspection.examination.plannedTerms
    let rows = (plan?.works ?? []).enumerated().map { index, work -> HTML in
      let term = terms.indices.contains(index) ? terms[index] : nil
      return """
        <tr><td>\(work.school.value ?? "—")</td><td>\(work.grade.value.map { "\($0.grade)\($0.letters)" } ?? "—")</td><td>\(
          work.subject.value ?? "—")</td><td>\(day(work.held, label: work.key))</td><td>\(
          term.map { "\($0.expertDue)" } ?? "")</td><td>\(term.map { "\($0.due)" } ?? "")</td><td>\(
          work.observer.value ?? "—")</td><td>\(work.experts.compactMap(\.value).joined(separator: ", "))</td></tr>
        """
    }
    let heads = [
      ("Школа", "School"), ("Класс", "Grade"), ("Предмет", "Subject"), ("День", "Day"),
      ("Эксперт до", "Expert until"),
      ("Загрузка до", "Upload by"), ("Наблюдатель", "Observer"), ("Эксперты", "Experts"),
    ].map { ru, en -> HTML in "<th scope=\"col\">\(language.say(ru, en))</th>" }
    return "<table class=\"list\"><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table>"
  }

  /// The day with a field to change it, where it stands in a cell.
  private func day(_ field: PlanField<CalendarDay>, label: String) -> HTML {
    let value = field.value?.description ?? ""
    guard let cell = field.place.cell else { return "\(value)" }
    return """
      <form method="post" action="/plan/cells" class="inline"><input type="hidden" name="token" value="\(session.formToken)">
      <input type="hidden" name="sheet" value="\(cell.sheet)"><input type="hidden" name="cell" value="\(cell.cell.description)">
      <input type="date" name="value" value="\(value)" aria-label="\(language.say("День работы", "Day of")) \(label)"><button class="quiet">\(
        language.say("Изменить", "Change"))</button></form>
      """
  }

  private func card(_ finding: Finding) -> HTML {
    """
    <li class="finding \(finding.severity.rawValue)"><p class="what"><b>\(finding.severity.word[language])</b> <span class="code">\(
      finding.code)</span> \(finding.place.cell?.cell.description ?? "")</p><p>\(finding.message(language))</p><p class="mend">\(
      finding.mend(language))</p></li>
    """
  }

  private func proposals(_ check: PlanCheck) -> HTML {
    guard !check.proposals.isEmpty else { return .nothing }
    let lines = check.proposals.map { proposal -> HTML in
      let days = proposal.days.map(\.description).joined(separator: ", ")
      return """
        <li>\(proposal.entry): \(proposal.held.description) → \(
          days.isEmpty ? language.say("свободного дня нет", "no free day") : days)</li>
        """
    }
    return """
      <section class="card"><h2>\(language.say("Дни, которые подойдут", "Days that would do"))</h2><ul>\(lines)</ul></section>
      """
  }
}
