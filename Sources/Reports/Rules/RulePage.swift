public import Assessment

/// One rule as a page: what, why, how to mend, in which menu, examples, basis.
public struct RulePage {
  private let rule: Rule
  private let language: Language

  /// The page of a rule.
  public init(_ rule: Rule, _ language: Language) {
    self.rule = rule
    self.language = language
  }

  private func say(_ ru: String, _ en: String) -> String { language.say(ru, en) }

  /// The page for a terminal.
  public var text: String {
    var lines = [
      "\(rule.code) \(rule.slug) — \(rule.title[language])",
      say("Тяжесть: ", "Severity: ") + rule.severity.word[language], "",
    ]
    lines += paragraphs.map { "\($0.name): \($0.text)" }
    if !rule.steps.isEmpty {
      lines += ["", say("Где это в программах:", "Where it is in the programs:")]
      lines += rule.steps.map { "  \($0.program): \($0.steps[language])" }
    }
    if let wrong = example {
      lines += [
        "", say("Так неверно (↓ — ячейка с ошибкой):", "Wrong (↓ marks the cell):"), Self.aligned(wrong),
      ]
    }
    if let right = rightExample {
      lines += ["", say("Так верно:", "Right:"), Self.aligned(right)]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A line of a list of rules.
  public static func line(_ rule: Rule, _ language: Language) -> String {
    let severity = rule.severity.word[language]
    let gap = String(repeating: " ", count: max(1, 18 - severity.count))
    return "\(rule.code)  \(severity)\(gap)\(rule.title[language])\n"
  }

  /// What the page says, a name and its words each.
  var paragraphs: [(name: String, text: String)] {
    [
      (say("Что не так", "What is wrong"), plain(rule.message[language])),
      (say("Почему это важно", "Why it matters"), rule.why[language]),
      (say("Как исправить", "How to mend"), mend), (say("Основание", "Basis"), basis),
    ]
  }

  /// The first case that the rule rejects, as a table with `↓` in the wrong cell.
  var example: String? { rule.rejects.lazy.map(\.table).first { !$0.isEmpty } }

  private var rightExample: String? { rule.accepts.lazy.map(\.table).first { !$0.isEmpty } }

  /// The rule for another program.
  public var json: JSON {
    .object(
      Self.fields(of: rule) + [
        ("message", JSON.both { rule.message[$0] }), ("why", JSON.both { rule.why[$0] }),
        ("mend", JSON.both { rule.mend[$0] }),
        (
          "steps",
          .array(
            rule.steps.map { steps in
              .object([("program", .string(steps.program)), ("steps", JSON.both { steps.steps[$0] })])
            })
        ),
        (
          "basis",
          .object([
            ("kind", .string(rule.basis.kind.rawValue)), ("document", JSON.both { rule.basis.document[$0] }),
            ("clause", JSON(rule.basis.clause)), ("confidence", .string(rule.basis.confidence)),
          ])
        ),
        (
          "examples",
          .object([
            ("wrong", .array(tables(rule.rejects))), ("right", .array(tables(rule.accepts))),
          ])
        ),
      ])
  }

  private func tables(_ examples: [Example]) -> [JSON] {
    examples.map(\.table).filter { !$0.isEmpty }.map { .string($0) }
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

  /// A Markdown table with its columns one below another.
  private static func aligned(_ table: String) -> String {
    let rows = table.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map { cell in
        cell.split(separator: " ").joined(separator: " ")
      }
    }
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }.joined(
        separator: "  "
      )
      .trimmingTrailingSpaces
    }.map { "  " + $0 }.joined(separator: "\n")
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String { String(reversed().drop { $0 == " " }.reversed()) }
}
