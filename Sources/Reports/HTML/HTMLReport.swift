internal import Assessment
internal import Spreadsheet

/// A check as one page without outside resources: for the screen, and on A4 as «Протокол проверки» to be signed.
struct HTMLReport {
  private let inspection: Inspection
  private let language: Language
  private let facts: ReportFacts
  private let list: FindingList

  init(_ inspection: Inspection, _ language: Language, version: String) {
    self.inspection = inspection
    self.language = language
    facts = ReportFacts(inspection, language, version: version)
    list = FindingList(inspection)
  }

  /// The document.
  var page: String {
    let body = [head, verdict] + groups + [checked, sources, signature, foot]
    return Markup.page(title, language, body)
  }

  private func say(_ ru: String, _ en: String) -> String { language.say(ru, en) }

  private func set(_ text: String) -> Markup { .text(Typography.set(text, language)) }

  private var title: String {
    let work = facts.pairs.first { $0.name == say("Работа", "Work") }?.value
    return work.map { "\(facts.title): \($0)" } ?? facts.title
  }

  // MARK: The head

  private var head: Markup {
    let rows = facts.pairs.map { pair in
      Markup.element(
        "div", [], [.element("dt", [], [set(pair.name)]), .element("dd", [], [set(pair.value)])])
    }
    return .element("header", [], [.element("h1", [], [set(facts.title)]), .element("dl", [], rows)])
  }

  private var verdict: Markup {
    let worst = inspection.findings.filter { $0.explanation == nil }.map(\.severity).max()
    let isClean = worst.map { $0 < .query } ?? true
    return .element("p", [.kind(isClean ? "verdict clean" : "verdict")], [set(facts.verdict)])
  }

  // MARK: The findings

  private var groups: [Markup] {
    Severity.allCases.reversed().compactMap { severity in
      let items = list.tops.filter { $0.finding.severity == severity }
      guard !items.isEmpty else { return nil }
      let heading = "\(Self.plural(severity)[language]) — \(items.count)"
      return .element(
        "section", [.kind(severity.rawValue)],
        [.element("h2", [], [set(heading)])]
          + items.map { FindingMarkup($0, list, inspection, language).article })
    }
  }

  private static func plural(_ severity: Severity) -> Text {
    switch severity {
    case .fatal: Text("Отказы", "Fatal")
    case .error: Text("Ошибки", "Errors")
    case .query: Text("Требуют пояснения", "Queries")
    case .warning: Text("Предупреждения", "Warnings")
    case .info: Text("Сведения", "Notes")
    }
  }

  // MARK: What was checked

  private var checked: Markup {
    let rows = inspection.steps.map { step -> Markup in
      let count = inspection.findings.count { $0.rule?.phase == step.phase }
      let rules = RuleBook.all.count { $0.phase == step.phase }
      let result =
        step.reason.map { say("не проверялось: ", "not checked: ") + $0[language] }
        ?? (count == 0
          ? say("замечаний нет", "no findings") : say("замечаний: \(count)", "findings: \(count)"))
      return .element(
        "tr", step.reason == nil ? [] : [.kind("skipped")],
        [
          .element("td", [], [set(step.phase.title[language])]),
          .element("td", [.kind("number")], [.text(step.reason == nil ? String(rules) : "—")]),
          .element("td", [], [set(result)]),
        ])
    }
    return section(
      say("Что проверено", "What was checked"),
      table([say("Шаг", "Step"), say("Правил", "Rules"), say("Итог", "Result")], rows))
  }

  private var sources: Markup {
    let rows = inspection.examination.sources.map { source in
      Markup.element(
        "tr", [],
        [
          .element("td", [], [.text(Visible.text(source.name, language))]),
          .element("td", [], [set(source.role.word[language])]),
          .element("td", [.kind("digest")], [.text(source.digest)]),
        ])
    }
    return section(
      say("Файлы", "Files"), table([say("Файл", "File"), say("Что это", "What it is"), "SHA-256"], rows))
  }

  private func section(_ heading: String, _ content: Markup) -> Markup {
    .element("section", [.kind("facts")], [.element("h2", [], [set(heading)]), content])
  }

  private func table(_ heads: [String], _ rows: [Markup]) -> Markup {
    let head = heads.map { Markup.element("th", [.init("scope", "col")], [set($0)]) }
    return .element(
      "table", [], [.element("thead", [], [.element("tr", [], head)]), .element("tbody", [], rows)])
  }

  // MARK: The end

  private var signature: Markup {
    let lines = [
      say("Проверку провёл", "Checked by"), say("С бумажным протоколом сверил", "Compared with paper by"),
    ].map { role in
      Markup.element(
        "div", [.kind("line")],
        [.element("span", [.kind("role")], [set(role)])]
          + [say("подпись", "signature"), say("фамилия, инициалы", "name"), say("дата", "date")].map {
            Markup.element("span", [.kind("blank")], [.element("small", [], [set($0)])])
          })
    }
    return .element("section", [.kind("signature")], lines)
  }

  private var foot: Markup {
    .element(
      "footer", [],
      [
        set(
          say(
            "Сделано программой \(facts.maker). Участники названы кодами, имён в протоколе нет.",
            "Made by \(facts.maker). Participants are named by code; no names stand in this protocol."))
      ])
  }
}
