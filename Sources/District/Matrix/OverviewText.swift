public import Assessment
internal import Registry

/// The overview for a terminal: the matrix where it fits, then what is held back, the most urgent first.
public struct OverviewText {
  private let overview: Overview
  private let words: OverviewWords
  private let language: Language

  /// More lines are for the page and the workbook.
  private static let mostLines = 40
  /// More works make lines that no terminal shows whole.
  private static let mostWorks = 14

  /// An overview in a language.
  public init(_ overview: Overview, _ language: Language) {
    self.overview = overview
    self.language = language
    words = OverviewWords(overview: overview, language: language)
  }

  /// The whole text.
  public var text: String {
    [head, matrix, urgent, common, strays].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func say(_ ru: String, _ en: String) -> String { language.say(ru, en) }

  private var head: String {
    say("Сводка на ", "Overview at ") + words.moment + "\n" + words.totals + "\n"
      + (words.unfinished.map { $0 + "\n" } ?? "")
  }

  private var matrix: String {
    guard overview.groups.count == 1, let group = overview.groups.first,
      group.schools.count <= Self.mostLines,
      group.works.count <= Self.mostWorks, !group.works.isEmpty
    else { return "" }
    let header = [""] + group.works.map { $0.short(language) }
    let rows = group.schools.map { school in
      [school.school.login] + group.works.map { school.entries[$0].map(cell) ?? "" } + [
        school.school.name
      ]
    }
    return TextTable([header] + rows).text
  }

  private func cell(_ entry: Overview.Entry) -> String {
    words.cell(entry) + (entry.isLate(at: overview.now) ? say(" просрочено", " overdue") : "")
  }

  private var urgent: String {
    let entries = overview.urgent
    guard !entries.isEmpty else { return "" }
    let names = overview.names
    let rows = entries.prefix(Self.mostLines).map { entry in
      [
        "  " + words.left(entry), entry.key.school, entry.key.work.short(language),
        words.state(entry),
        words.codes(entry), names[entry.key.school] ?? "",
      ]
    }
    let rest = entries.count - rows.count
    return words.urgentTitle + ":\n"
      + TextTable(rows).text
      + (rest > 0 ? say("  … ещё \(rest)\n", "  … \(rest) more\n") : "")
  }

  private var common: String {
    guard !overview.common.isEmpty else { return "" }
    let lines = overview.common.map { finding in
      "  \(finding.line(language)): \(finding.schools.prefix(12).joined(separator: ", "))"
        + (finding.schools.count > 12 ? ", …" : "") + "\n"
    }
    return say("Одно и то же у многих:\n", "The same in many schools:\n") + lines.joined()
  }

  private var strays: String {
    guard !overview.strays.isEmpty else { return "" }
    let rows = overview.strays.prefix(Self.mostLines).map { ["  " + $0.path, $0.reason[language]] }
    let rest = overview.strays.count - rows.count
    return say("Отложены, ни к одной работе не отнесены:\n", "Put aside, they belong to no work:\n")
      + TextTable(Array(rows)).text + (rest > 0 ? say("  … ещё \(rest)\n", "  … \(rest) more\n") : "")
  }
}
