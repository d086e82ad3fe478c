public import Assessment
internal import Spreadsheet

/// The catalogue of rules in the forms in which it is handed on: Markdown, a page, JSON, CSV.
public struct RuleCatalogue {
  /// A form of the catalogue.
  public enum Format: String, Sendable, CaseIterable {
    case md, html, json, csv
  }

  private let language: Language

  /// The catalogue in a language; JSON and CSV hold both.
  public init(_ language: Language) { self.language = language }

  /// The catalogue.
  public func bytes(_ format: Format) -> [UInt8] {
    switch format {
    case .md: Array(markdown.utf8)
    case .html: Array(page.utf8)
    case .json:
      Array(
        JSON.object([
          ("schema", .string("oko/rules/1")),
          ("rules", .array(RuleBook.all.map { RulePage($0, language).json })),
        ]).pretty.utf8)
    case .csv: table.quotedCSV
    }
  }

  private func say(_ ru: String, _ en: String) -> String { language.say(ru, en) }

  private var title: String { say("Правила проверки", "Rules of the check") }

  // MARK: CSV

  private var table: PlainTable {
    let head = [
      "code", "slug", "severity", "phase", "title_ru", "title_en", "message_ru", "message_en", "why_ru",
      "why_en",
      "mend_ru", "mend_en", "basis_kind", "basis_ru", "basis_en", "clause", "confidence",
    ]
    let rows = RuleBook.all.map { rule in
      [
        rule.code, rule.slug, rule.severity.rawValue, rule.phase.rawValue, rule.title.ru, rule.title.en,
        rule.message.ru, rule.message.en, rule.why.ru, rule.why.en, rule.mend.ru, rule.mend.en,
        rule.basis.kind.rawValue, rule.basis.document.ru, rule.basis.document.en, rule.basis.clause ?? "",
        rule.basis.confidence,
      ]
    }
    return PlainTable(name: "", rows: ([head] + rows).map { $0.map { .text($0) } })
  }

  // MARK: Markdown

  private var markdown: String {
    let origin = say(
      "Страницу делает сама программа: `oko rules export --format md`. Код стоит в начале замечания; то же о нём скажет `oko explain` с кодом или словами.",
      "The program itself makes this page: `oko rules export --format md`. A code stands at the head of a finding; `oko explain` tells the same of it, by code or by words."
    )
    var lines = ["# \(title)", "", origin, ""]
    lines += [
      "| \(say("Код", "Code")) | \(say("Тяжесть", "Severity")) | \(say("Правило", "Rule")) |",
      "|---|---|---|",
    ]
    lines += RuleBook.all.map {
      "| [\($0.code)](#\($0.code.lowercased())) | \($0.severity.word[language]) | \(Self.escaped($0.title[language])) |"
    }
    for rule in RuleBook.all {
      let page = RulePage(rule, language)
      lines += [
        "", "<a id=\"\(rule.code.lowercased())\"></a>", "",
        "## \(rule.code) \(Self.escaped(rule.title[language]))", "",
        "`\(rule.slug)` · \(rule.severity.word[language])", "",
      ]
      lines += page.paragraphs.map { "**\($0.name):** \(Self.escaped($0.text))\n" }
      for steps in rule.steps { lines.append("- \(steps.program): \(Self.escaped(steps.steps[language]))") }
      if let example = page.example {
        lines +=
          ["", say("Пример (↓ — ячейка с ошибкой):", "Example (↓ marks the wrong cell):"), ""]
          + Self.table(example)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// An example's table with the line that Markdown wants below a header.
  private static func table(_ example: String) -> [String] {
    var rows = example.split(separator: "\n").map { $0.hasPrefix("~") ? String($0.dropFirst()) : String($0) }
    guard let head = rows.first else { return [] }
    let columns = head.count(where: { $0 == "|" }) - 1
    rows.insert("|" + String(repeating: "---|", count: max(1, columns)), at: 1)
    return rows
  }

  /// Text that means nothing to Markdown.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "\\`*_[]<>|#".contains(character) { result += "\\" }
      result.append(character)
    }
  }

  // MARK: Page

  private var page: String {
    let index = RuleBook.all.map { rule in
      Markup.element(
        "li", [],
        [
          .element("a", [.init("href", "#\(rule.code)")], [.text(rule.code)]),
          .text(" " + rule.title[language]),
        ])
    }
    return Markup.page(
      title, language,
      [
        .element("header", [], [.element("h1", [], [.text(title)])]),
        .element("nav", [.kind("index")], [.element("ul", [], index)]),
      ] + RuleBook.all.map(article))
  }

  private func article(_ rule: Rule) -> Markup {
    let page = RulePage(rule, language)
    var parts: [Markup] = [
      .element(
        "h3", [],
        [
          .element("span", [.kind("code")], [.text("\(rule.code). \(rule.title[language])")]),
          .element("span", [.kind("place")], [.text("\(rule.slug) · \(rule.severity.word[language])")]),
        ])
    ]
    parts += page.paragraphs.map { paragraph in
      .element(
        "p", [],
        [
          .element("b", [], [.text(paragraph.name + ": ")]), .text(Typography.set(paragraph.text, language)),
        ])
    }
    if !rule.steps.isEmpty {
      parts.append(
        .element(
          "ul", [], rule.steps.map { .element("li", [], [.text("\($0.program): \($0.steps[language])")]) }))
    }
    if let example = page.example { parts.append(table(example)) }
    let section = Markup.element("article", [.init("id", rule.code)], parts)
    return .element("section", [.kind(rule.severity.rawValue)], [section])
  }

  private func table(_ example: String) -> Markup {
    let rows = example.split(separator: "\n").map { line in
      line.drop { $0 == "~" }.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
    }
    let lines = rows.enumerated().map { number, cells in
      Markup.element(
        "tr", [],
        cells.map { cell in
          let text = cell.filter { $0 != "↓" }.split(separator: " ").joined(separator: " ")
          let isWrong = cell.contains("↓")
          return .element(number == 0 ? "th" : "td", isWrong ? [.kind("wrong")] : [], [.text(text)])
        })
    }
    return .element(
      "div", [.kind("scroll")], [.element("table", [.kind("excerpt")], [.element("tbody", [], lines)])])
  }
}
