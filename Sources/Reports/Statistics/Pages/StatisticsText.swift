public import Assessment
internal import Objectivity
internal import SchoolCalendar

/// A report of statistics for a terminal.
public struct StatisticsText {
  private let report: StatisticsReport
  private let language: Language

  /// A report in a language.
  public init(_ report: StatisticsReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  /// The whole report, ended by a line feed.
  public var text: String {
    var blocks = [report.title[language]]
    for section in report.sections { blocks.append(block(of: section)) }
    blocks += report.notes.map { paragraph($0) }
    blocks.append(report.footer(language))
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func block(of section: StatisticsReport.Section) -> String {
    var blocks = ["— \(section.heading[language]) —"]
    let width = section.facts.map { $0.label[language].count }.max() ?? 0
    let facts = section.facts.map { fact in
      let label = fact.label[language]
      return "  \(label)\(String(repeating: " ", count: width - label.count))  \(fact.text(language))"
    }
    if !facts.isEmpty { blocks.append(facts.joined(separator: "\n")) }
    blocks += section.statements.map { paragraph($0) }
    blocks += (section.plots.map(\.table) + section.tables).map { table($0) }
    return blocks.joined(separator: "\n\n")
  }

  private func paragraph(_ statement: Statement) -> String {
    let grade = statement.grade == .description ? "" : "[\(statement.grade.word[language])] "
    return grade + statement.text[language]
  }

  private func table(_ table: StatisticsTable) -> String {
    let rows = table.texts(language)
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return table.isNumeric(column) ? space + cell : cell + space
      }
      let line = "  " + cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    return ([table.title[language]] + lines).joined(separator: "\n")
  }
}

extension StatisticsReport {
  /// Participants, source and day: what stands under every plot.
  func footer(_ language: Language) -> String {
    let sources = origin.sources.map { Visible.text($0, language) }
    let shown = sources.count > 3 ? sources.prefix(3) + ["…"] : sources[...]
    let list = shown.joined(separator: ", ")
    return language.say("Источник: \(list). ", "Source: \(list). ") + origin.day.description
  }
}
