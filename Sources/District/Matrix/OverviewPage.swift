public import Assessment
internal import Registry
internal import Reports

/// The overview as one self-contained page: totals, what many have wrong, what is urgent, the matrix by district.
public struct OverviewPage {
  private let overview: Overview
  private let words: OverviewWords
  private let language: Language

  /// Of a region only the most urgent stand in one list; each district has its own matrix below.
  private static let mostUrgent = 30

  /// An overview in a language.
  public init(_ overview: Overview, _ language: Language) {
    self.overview = overview
    self.language = language
    words = OverviewWords(overview: overview, language: language)
  }

  /// The whole page.
  public var html: String {
    let title =
      isRegion
      ? say("ВПР: сводка региона", "ВПР: overview of the region")
      : say("ВПР: сводка района", "ВПР: overview of the district")
    return Markup.document(
      language.rawValue,
      head: [
        .void("meta", [.init("charset", "utf-8")]),
        .void("meta", [.init("name", "viewport"), .init("content", "width=device-width, initial-scale=1")]),
        .element("title", [], [.text(title)]), .style(OverviewStyle.sheet),
      ],
      body: [
        .element(
          "main", [],
          [
            .element("h1", [], [.text(title)]),
            .element("p", [.kind("when")], [.text(words.moment)]),
            .element("p", [.kind("totals")], [.text(words.totals)]),
            .all(words.unfinished.map { [.element("p", [.kind("unfinished")], [.text($0)])] } ?? []),
            common, .all(isRegion ? [urgent, districts, matrices] : [matrices, urgent]), strays,
          ])
      ])
  }

  private func say(_ ru: String, _ en: String) -> String { language.say(ru, en) }

  /// Of a region the urgent stands first, of a district the matrix: it is seen whole.
  private var isRegion: Bool { overview.groups.count > 1 }

  private var matrices: Markup { .all(overview.groups.map { matrix($0) } + [legend]) }

  private func section(_ title: String, _ content: [Markup]) -> Markup {
    .element("section", [], [.element("h2", [], [.text(title)])] + content)
  }

  private var common: Markup {
    guard !overview.common.isEmpty else { return .all([]) }
    let items = overview.common.map { finding in
      let shown =
        finding.schools.prefix(20).joined(separator: ", ") + (finding.schools.count > 20 ? ", …" : "")
      return Markup.element(
        "li", [], [.text(finding.line(language)), .element("small", [], [.text(shown)])])
    }
    return section(
      say("Одно и то же у многих школ", "The same in many schools"),
      [.element("ul", [.kind("common")], items)])
  }

  private var urgent: Markup {
    let entries = overview.urgent
    guard !entries.isEmpty else {
      return section(say("Всё готово", "Everything is ready"), [])
    }
    let names = overview.names
    // Without a plan no school has a name.
    let hasNames = names.values.contains { !$0.isEmpty }
    let rows = entries.prefix(Self.mostUrgent).map { entry in
      Markup.element(
        "tr", [.kind(entry.state.rawValue)],
        [
          cell(words.left(entry), (words.hours(entry) ?? 0) < 0 ? "late" : "left"),
          hasNames ? cell(names[entry.key.school] ?? "", "name") : .all([]), cell(entry.key.school, "login"),
          cell(entry.key.work.title(language), "work"), cell(words.state(entry), "state"),
          cell(words.reasons(entry), "codes"),
        ])
    }
    let rest = entries.count - rows.count
    let more =
      rest > 0
      ? [Markup.element("p", [], [.text(say("И ещё \(rest), ниже по школам.", "And \(rest) more, below."))])]
      : []
    let head = [
      say("Осталось", "Left"), hasNames ? say("Школа", "School") : "", say("Логин", "Login"),
      say("Работа", "Work"), say("Состояние", "State"), say("Замечания", "Findings"),
    ].filter { !$0.isEmpty }
    return section(
      words.urgentTitle,
      [table(head, rows)] + more)
  }

  private var districts: Markup {
    guard isRegion else { return .all([]) }
    let rows = overview.groups.enumerated().map { place, group in
      let entries = group.entries
      let heldBack = entries.filter(\.state.isHeldBack)
      let first = entries.filter { $0.state.isHeldBack || $0.isLate(at: overview.now) }.min {
        $0.due < $1.due
      }
      let link = Markup.element("a", [.init("href", "#d\(place)")], [.text(name(group))])
      return Markup.element(
        "tr", [],
        [
          .element("td", [], [link]), cell("\(group.schools.count)", "number"),
          cell("\(entries.count)", "number"),
          cell("\(entries.count - heldBack.count)", "number"), cell("\(heldBack.count)", "number"),
          cell(first.map(words.left) ?? "", "left"),
        ])
    }
    let head = [
      say("Район", "District"), say("Школ", "Schools"), say("Работ", "Works"), say("Готово", "Ready"),
      say("Не готово", "Held back"), say("До ближайшего срока", "To the next term"),
    ]
    return section(say("Районы", "Districts"), [table(head, rows)])
  }

  private func name(_ group: Overview.Group) -> String {
    group.name.isEmpty ? say("район не указан", "no district named") : group.name
  }

  /// The matrix of a district; in a region each is folded until somebody opens it, and open on paper.
  private func matrix(_ group: Overview.Group) -> Markup {
    guard !group.schools.isEmpty else { return .all([]) }
    let works = group.works
    let head = [say("Школа", "School")] + works.map { $0.short(language) }
    let rows = group.schools.map { school in
      let title = school.school.name.isEmpty ? school.school.login : school.school.name
      return Markup.element(
        "tr", [],
        [
          .element(
            "th", [.init("scope", "row")],
            [
              .text(title),
              .element("small", [], [.text(school.school.name.isEmpty ? "" : school.school.login)]),
            ])
        ] + works.map { cell(school.entries[$0]) })
    }
    let place = overview.groups.firstIndex { $0.name == group.name } ?? 0
    // A browser opens what is folded around the place that a link names, and not the folded part that it names itself.
    let table = Markup.element(
      "div", [.kind("scroll"), .init("id", "d\(place)")], [self.table(head, rows, kind: "matrix")])
    guard isRegion else {
      return section(say("Школы и работы", "Schools and works"), [table])
    }
    let heldBack = group.entries.count { $0.state.isHeldBack }
    let summary = say(
      "\(name(group)) — не готово \(heldBack) из \(group.entries.count)",
      "\(name(group)): \(heldBack) of \(group.entries.count) held back")
    return .element(
      "details", [], [.element("summary", [], [.text(summary)]), table])
  }

  private func cell(_ entry: Overview.Entry?) -> Markup {
    guard let entry else { return .element("td", [.kind("none")], []) }
    let hint = [
      entry.key.work.title(language), words.state(entry), words.codes(entry), words.left(entry),
    ]
    let left = entry.isOpen ? [Markup.element("small", [], [.text(words.shortLeft(entry))])] : []
    return .element(
      "td",
      [
        .kind(entry.state.rawValue + (entry.isLate(at: overview.now) ? " overdue" : "")),
        .init("title", hint.filter { !$0.isEmpty }.joined(separator: " · ")),
      ],
      [.text(words.cell(entry))] + left)
  }

  private var legend: Markup {
    let items = words.legend.map { item in
      Markup.element(
        "li", [],
        [
          .element("span", [.kind("sign \(item.state.rawValue)")], [.text(item.sign)]),
          .text(" " + item.word),
        ])
    }
    let left = say(
      "Мелко под знаком — сколько осталось до срока загрузки: ч — часов, д — дней; с минусом — просрочено.",
      "The small text tells the time to the upload term: h hours, d days; with a minus it is over.")
    return .element(
      "footer", [], [.element("ul", [.kind("legend")], items), .element("p", [], [.text(left)])])
  }

  private var strays: Markup {
    guard !overview.strays.isEmpty else { return .all([]) }
    let rows = overview.strays.map { stray in
      Markup.element("tr", [], [cell(stray.path, "path"), cell(stray.reason[language], "why")])
    }
    return section(
      say("Отложены, ни к одной работе не отнесены", "Put aside, they belong to no work"),
      [table([say("Файл", "File"), say("Почему", "Why")], rows)])
  }

  private func table(_ head: [String], _ rows: [Markup], kind: String = "list") -> Markup {
    let heads = head.map { Markup.element("th", [.init("scope", "col")], [.text($0)]) }
    let table = Markup.element(
      "table", [.kind(kind)],
      [.element("thead", [], [.element("tr", [], heads)]), .element("tbody", [], rows)])
    // On a phone a list is pushed by itself, and not the whole page.
    return kind == "list" ? .element("div", [.kind("scroll")], [table]) : table
  }

  private func cell(_ text: String, _ kind: String) -> Markup { .element("td", [.kind(kind)], [.text(text)]) }
}
