public import Assessment

/// One rule as a page: what, why, how to mend, examples, basis.
public struct RulePage {
  private let rule: Rule
  private let language: Language

  /// The page of a rule.
  public init(_ rule: Rule, _ language: Language) {
    self.rule = rule
    self.language = language
  }

  /// The page for a terminal.
  public var text: String {
    var lines = [
      "\(rule.code) \(rule.slug) — \(rule.title[language])",
      language.say("Тяжесть: ", "Severity: ") + rule.severity.word[language],
      "",
      language.say("Что не так: ", "What: ") + plain(rule.message[language]),
      language.say("Почему это важно: ", "Why: ") + rule.why[language],
      language.say("Как исправить: ", "How to mend: ") + plain(rule.mend[language]),
      language.say("Основание: ", "Basis: ") + basis,
    ]
    if let example = rule.rejects.first, !example.table.isEmpty, language == .ru || !example.table.isEmpty {
      lines += [
        "", language.say("Пример (↓ — ячейка с ошибкой):", "Example (↓ marks the wrong cell):"),
        example.table,
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The rule for another program.
  public var json: JSON {
    .object(
      Self.fields(of: rule) + [
        ("message", JSON.both { rule.message[$0] }), ("why", JSON.both { rule.why[$0] }),
        ("mend", JSON.both { rule.mend[$0] }),
      ])
  }

  /// A rule of `oko rules list`.
  public static func listed(_ rule: Rule) -> JSON { .object(fields(of: rule)) }

  private static func fields(of rule: Rule) -> [(String, JSON)] {
    [
      ("code", .string(rule.code)), ("slug", .string(rule.slug)),
      ("severity", .string(rule.severity.rawValue)),
      ("phase", .string(rule.phase.rawValue)), ("title", JSON.both { rule.title[$0] }),
    ]
  }

  /// What to do, with a dash where a finding has its values.
  var mend: String { plain(rule.mend[language]) }

  private var basis: String {
    let clause = rule.basis.clause.map { language.say(", п. \($0)", ", clause \($0)") } ?? ""
    return rule.basis.document[language] + clause
  }

  /// A template for reading: values in angle quotes, the last form of a noun.
  private func plain(_ template: String) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let parts = rest[rest.index(after: open)..<close].split(separator: "|")
      result += parts.count > 1 ? String(parts.last ?? "") : "…"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
