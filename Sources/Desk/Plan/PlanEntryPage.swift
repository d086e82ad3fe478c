internal import Assessment
internal import District

/// One line of the plan with all its fields, and what is wrong with it beside them.
struct PlanEntryPage {
  let language: Language
  let session: Session
  let state: PlanDesk.State?
  let draft: PlanDraft
  /// The line; behind the last one it is new.
  let entry: PlanEntry
  var problem: String?

  /// Where a line is edited.
  static func path(_ entry: PlanEntry) -> String { "/plan/\(entry.list.rawValue)/\(entry.index)" }

  private var isNew: Bool { draft[entry] == nil }
  private var words: PlanWordsOfDesk { PlanWordsOfDesk(language) }

  private var title: String {
    isNew
      ? words.adding(entry.list)
      : "\(entry.list.title[language]), \(language.say("строка", "line")) \(entry.index + 1)"
  }

  var page: Page {
    Page(
      title: title, language: language, content: content, token: session.formToken, account: session.account)
  }

  private var content: HTML {
    """
    <p><a href="/plan#\(entry.list.rawValue)">\(language.say("← План", "← Plan"))</a></p>
    <h1>\(title)</h1>
    \(problem.map { HTML.alert($0) })
    <div class="desk"><div class="left"><section class="card">
    <form method="post" action="\(isNew ? "/plan/\(entry.list.rawValue)/new" : Self.path(entry))">\(hidden)
    \(PlanDraft.fields(of: entry.list).map { field($0) })
    <p><button>\(language.say("Записать и проверить", "Write and check"))</button></p></form>\(lists)</section>\(removal)</div>
    <div class="right">\(findings)</div></div>
    """
  }

  private var hidden: HTML {
    """
    <input type="hidden" name="token" value="\(session.formToken)"><input type="hidden" name="mark" value="\(state?.mark ?? "")">
    """
  }

  // MARK: Fields

  private func field(_ name: String) -> HTML {
    let value = draft[entry]?[name] ?? ""
    let label: HTML = "<label for=\"\(name)\">\(words.title(name, in: entry.list))</label>"
    if var options = words.options(of: name) {
      if !value.isEmpty, !options.contains(where: { $0.0 == value }) { options.append((value, value)) }
      let items = ([("", "")] + options).map { option, word -> HTML in
        option == value
          ? "<option value=\"\(option)\" selected>\(word)</option>"
          : "<option value=\"\(option)\">\(word)</option>"
      }
      return "\(label)<select id=\"\(name)\" name=\"\(name)\">\(items)</select>"
    }
    // A day that is no day would vanish from a field for days.
    let isDay = (name == "held" || name == "date") && (value.isEmpty || value.count == 10)
    return """
      \(label)<input id="\(name)" name="\(name)" value="\(value)" maxlength="200" type="\(isDay ? "date" : "text")"\(
        suggestions[name].map { _ -> HTML in " list=\"\(name)-list\"" })>
      """
  }

  /// What stands in the other lists and may be meant by a field.
  private var suggestions: [String: [String]] {
    let schools = draft.entries(of: .schools).compactMap { $0["login"] }
    let experts = Set(draft.entries(of: .experts).compactMap { $0["name"] }).sorted()
    switch entry.list {
    case .works:
      return [
        "school": schools, "observer": draft.entries(of: .observers).compactMap { $0["name"] },
        "expert": experts, "secondExpert": experts,
      ]
    case .experts: return ["school": schools]
    case .schools, .observers, .approvals: return [:]
    }
  }

  private var lists: HTML {
    .joined(
      suggestions.sorted { $0.key < $1.key }.map { name, values in
        "<datalist id=\"\(name)-list\">\(values.map { value -> HTML in "<option value=\"\(value)\">" })</datalist>"
      })
  }

  // MARK: Beside

  private var removal: HTML {
    guard !isNew else { return .nothing }
    return """
      <details class="card"><summary>\(language.say("Удалить эту строку", "Remove this line"))</summary>
      <form method="post" action="\(Self.path(entry))/remove">\(hidden)<p><button class="danger">\(
        language.say("Удалить строку из плана", "Remove the line from the plan"))</button></p></form></details>
      """
  }

  private var findings: HTML {
    guard let state, !isNew else { return .nothing }
    return """
      <section class="findings"><h2>\(language.say("Замечания к строке", "Findings about the line"))</h2>\(
        PlanFindings(state.check, language).cards(of: entry))</section>
      """
  }
}
