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

/// The words of a plan's fields at the desk.
struct PlanWordsOfDesk {
  private let language: Language

  init(_ language: Language) { self.language = language }

  func title(_ field: String, in list: PlanTable.Kind) -> String {
    switch (list, field) {
    case (.schools, "name"): language.say("Название", "Name")
    case (_, "name"): language.say("ФИО", "Name")
    case (.experts, "school"): language.say("Школа, где работает", "School of work")
    default: Self.titles[field].map { $0[language] } ?? field
    }
  }

  private static let titles: [String: Text] = [
    "login": Text("Логин", "Login"), "coordinator": Text("Школьный координатор", "School coordinator"),
    "school": Text("Школа", "School"), "grade": Text("Класс", "Grade"), "subject": Text("Предмет", "Subject"),
    "level": Text("Уровень", "Level"), "held": Text("День", "Day"),
    "participants": Text("Участников", "Participants"), "firstCode": Text("Коды с", "Codes from"),
    "lastCode": Text("Коды по", "Codes to"), "observer": Text("Наблюдатель", "Observer"),
    "expert": Text("Эксперт", "Expert"), "secondExpert": Text("Второй эксперт", "Second expert"),
    "workplace": Text("Место работы", "Workplace"), "experience": Text("Стаж, лет", "Years of teaching"),
    "what": Text("Что утверждено", "What was approved"), "date": Text("Дата", "Date"),
    "number": Text("Номер документа", "Number of the document"),
  ]

  func adding(_ list: PlanTable.Kind) -> String {
    switch list {
    case .schools: language.say("Добавить школу", "Add a school")
    case .works: language.say("Добавить работу", "Add a work")
    case .observers: language.say("Добавить наблюдателя", "Add an observer")
    case .experts: language.say("Добавить эксперта", "Add an expert")
    case .approvals: language.say("Добавить утверждение", "Add an approval")
    }
  }

  /// The values that a field can have; `nil` where anything may be typed.
  func options(of field: String) -> [(String, String)]? {
    switch field {
    case "subject": Subject.all.map { ($0.code, $0.title) }
    case "level":
      [("basic", language.say("базовый", "basic")), ("advanced", language.say("углублённый", "advanced"))]
    case "what":
      [
        ("schools", language.say("список школ (п. 6.1)", "the schools (6.1)")),
        ("observers", language.say("наблюдатели (п. 6.2)", "the observers (6.2)")),
        ("experts", language.say("эксперты (п. 6.3)", "the experts (6.3)")),
        ("schedule", language.say("график (п. 6.4)", "the schedule (6.4)")),
      ]
    default: nil
    }
  }

  /// A value as the lists show it.
  func shown(_ value: String, of field: String) -> String {
    field == "subject" || field == "level" || field == "what"
      ? options(of: field)?.first { $0.0 == value }?.1 ?? value : value
  }
}
