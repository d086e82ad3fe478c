internal import Assessment
internal import District
internal import SchoolCalendar

/// The plan at the desk: its lists with a way to edit each line, what is wrong beside them, days that would do.
struct PlanPage {
  let language: Language
  let session: Session
  let state: PlanDesk.State?
  /// How many works the registry has planned: a plan that `oko bulk` has brought is not a file of this desk.
  var planned = 0
  /// What the shown lines have to hold.
  var text = ""
  var problem: String?

  /// The lists in the order in which a plan is made.
  private static let order: [PlanTable.Kind] = [.schools, .observers, .experts, .works, .approvals]

  /// Columns of which many plans have none.
  private static let rare: Set<String> = ["level", "firstCode", "lastCode", "secondExpert", "coordinator"]

  /// More lines of a list are not shown at once.
  static let most = 200

  var page: Page {
    Page(
      title: language.say("План", "Plan"), language: language, content: content, token: session.formToken,
      account: session.account)
  }

  private var content: HTML {
    """
    <h1>\(language.say("План проверочных работ", "Plan of the tests"))</h1>
    \(problem.map { HTML.alert($0) })
    \(state.map { body($0) } ?? empty)
    <section class="card"><h2>\(language.say("Загрузить план из файла", "Load the plan from a file"))</h2>\(
      DropForm(action: "/plan", language: language, token: session.formToken).markup)
    <p class="small">\(language.say(
      "Файл встанет на место всего нынешнего плана. Пустой план с подсказками делает команда oko blank plan.",
      "The file takes the place of the whole present plan. An empty plan with hints is made by oko blank plan."))</p></section>
    """
  }

  private var empty: HTML {
    """
    <section class="card"><p>\(planned > 0 ? language.say(
      "План уже действует: в нём \(planned) \(Plural.word(planned, "работа", "работы", "работ")), его принесла команда oko bulk --plan. Чтобы видеть и менять его здесь, загрузите тот же файл.",
      "A plan is in force: \(planned) work\(planned == 1 ? "" : "s"), brought by oko bulk --plan. To see and to change it here, load the same file.") : language.say(
      "Плана ещё нет. Загрузите файл или начните здесь: сначала школы, потом наблюдатели и эксперты, потом работы.",
      "There is no plan yet. Load a file, or begin here: schools first, then observers and experts, then works."))</p>
    \(planned > 0 ? .nothing : "<p>\(Self.order.map { addition($0) })</p>")</section>
    """
  }

  private func body(_ state: PlanDesk.State) -> HTML {
    let findings = PlanFindings(state.check, language)
    return """
      <p class="banner \(findings.areBlocking ? "error" : "good")" role="status">\(verdict(findings))</p>
      <p class="count"><a href="/plan/file" download>\(language.say("Скачать план (XLSX)", "Download the plan (XLSX)"))</a></p>
      <form class="filters" method="get" action="/plan"><label for="text">\(
        language.say("Показать строки, где есть", "Show lines that hold"))</label><input id="text" name="text" type="search" value="\(
        text)"><button class="quiet">\(language.say("Показать", "Show"))</button></form>
      <div class="desk"><div class="left">\(PlanTable.Kind.allCases.map { list($0, state, findings) })</div>
      <div class="right"><section class="findings"><h2>\(language.say("Замечания", "Findings"))</h2>\(
        findings.cards())</section>\(proposals(state.check))</div></div>
      """
  }

  private func verdict(_ findings: PlanFindings) -> String {
    findings.areBlocking
      ? language.say(
        "Есть ошибки: район работает по прежнему плану, пока они не исправлены.",
        "There are errors: the district keeps to the plan before until they are mended.")
      : language.say("План принят: по нему работает район.", "The plan is taken: the district works by it.")
  }

  // MARK: Lists

  private func list(_ list: PlanTable.Kind, _ state: PlanDesk.State, _ findings: PlanFindings) -> HTML {
    let draft = PlanDraft(state.check.plan ?? Plan())
    let words = PlanWordsOfDesk(language)
    let fields = PlanDraft.fields(of: list).filter { field in
      !Self.rare.contains(field) || draft.entries(of: list).contains { $0[field] != nil }
    }
    let all = draft.entries(of: list).enumerated().filter { holds($0.element) }
    let terms = list == .works ? state.check.inspection.examination.plannedTerms : []
    let rows = all.prefix(Self.most).map { index, values -> HTML in
      let entry = PlanEntry(list, index)
      let cells = fields.map { field -> HTML in
        let value = values[field] ?? ""
        return field == "held"
          ? "<td>\(day(value, entry, state.mark))</td>" : "<td>\(words.shown(value, of: field))</td>"
      }
      let due = terms.indices.contains(index) ? terms[index].map { language.day($0.due) } ?? "" : ""
      return """
        <tr class="\(findings.worst(of: entry)?.rawValue ?? "")">\(cells)\(
          list == .works ? "<td>\(due)</td>" : HTML.nothing)<td><a href="\(PlanEntryPage.path(entry))" aria-label="\(
          language.say("Изменить строку", "Edit line")) \(index + 1)">\(language.say("Изменить", "Edit"))</a></td></tr>
        """
    }
    let heads =
      fields.map { words.title($0, in: list) }
      + (list == .works ? [language.say("Загрузка до", "Upload by")] : []) + [""]
    let more =
      all.count > Self.most
      ? language.say(
        "Показаны \(Self.most) из \(all.count): сузьте поиск.",
        "\(Self.most) of \(all.count) are shown: narrow the search.")
      : ""
    return """
      <section class="card" id="\(list.rawValue)"><h2>\(list.title[language]): \(all.count)</h2>
      \(HTML.table(list.title[language], heads, Array(rows), kind: "plan"))
      <p>\(more) \(addition(list))</p></section>
      """
  }

  private func holds(_ values: PlanDraft.Values) -> Bool {
    text.isEmpty || values.values.contains { $0.lowercased().contains(text.lowercased()) }
  }

  private func addition(_ list: PlanTable.Kind) -> HTML {
    """
    <a class="button" href="/plan/\(list.rawValue)/new">\(PlanWordsOfDesk(language).adding(list))</a> 
    """
  }

  /// The day with a field to change it in place: what is changed most.
  private func day(_ value: String, _ entry: PlanEntry, _ mark: String) -> HTML {
    """
    <span class="printed">\(CalendarDay(iso: value).map(language.day) ?? value)</span><form method="post" action="\(PlanEntryPage.path(entry))" class="inline"><input type="hidden" name="token" value="\(
      session.formToken)"><input type="hidden" name="mark" value="\(mark)"><input type="date" name="held" value="\(
      value)" aria-label="\(language.say("День, строка", "Day, line")) \(entry.index + 1)"> <button class="quiet">\(
      language.say("Сменить", "Change"))</button></form>
    """
  }

  private func proposals(_ check: PlanCheck) -> HTML {
    guard !check.proposals.isEmpty else { return .nothing }
    let lines = check.proposals.prefix(Self.most).map { proposal -> HTML in
      let days = proposal.days.map(language.day).joined(separator: ", ")
      return """
        <li><a href="\(PlanEntryPage.path(PlanEntry(.works, proposal.index)))">\(proposal.entry)</a>: \(
          language.day(proposal.held)) → \(days.isEmpty ? language.say("свободного дня нет", "no free day") : days)</li>
        """
    }
    return """
      <section class="card"><h2>\(language.say("Дни, которые подойдут", "Days that would do"))</h2><ul>\(lines)</ul></section>
      """
  }
}
