public import Assessment
public import Seasons

/// A table of criteria for people and for other programs.
public struct CriteriaPage {
  private let table: CriteriaTable
  private let language: Language

  /// The page of a table.
  public init(_ table: CriteriaTable, _ language: Language) {
    self.table = table
    self.language = language
  }

  /// A table of `oko criteria list`.
  public static func listed(_ table: CriteriaSummary) -> JSON {
    .object([
      ("id", .string(table.work.id)), ("season", .int(table.work.season)), ("grade", .int(table.work.grade)),
      ("subject", .string(table.work.subject)), ("level", .string(table.work.level.rawValue)),
      ("title", .string(table.title)), ("tasks", .int(table.tasks)), ("total", .int(table.total)),
      ("source", .string(table.source)), ("confidence", .string(table.confidence)),
    ])
  }

  /// The same as a line for the screen.
  public static func line(_ table: CriteriaSummary, _ language: Language) -> String {
    let count = table.tasks
    let tasks =
      language == .ru ? "\(count) \(Plural.word(count, "задание", "задания", "заданий"))" : "\(count) tasks"
    let points =
      language == .ru
      ? "\(table.total) \(Plural.word(table.total, "балл", "балла", "баллов"))" : "\(table.total) points"
    let sure: [String: Text] = [
      "high": Text("надёжно", "sure"), "medium": Text("вероятно", "likely"),
      "low": Text("под вопросом", "doubtful"),
    ]
    return
      "\(table.work.id)  \(table.title), \(tasks), \(points), \(sure[table.confidence]?[language] ?? table.confidence)\n"
  }

  /// Tasks, scale, dependencies, source.
  public var text: String {
    var lines = ["\(table.work.id)  \(table.title)", ""]
    lines += table.tasks.map { task in
      let part = task.part.map { language.say("  часть \($0)", "  part \($0)") } ?? ""
      return "  \(task.id)  \(task.max)\(part)"
    }
    lines.append(language.say("  Всего: \(table.total)", "  Total: \(table.total)"))
    lines.append("")
    if table.scale.isEmpty {
      lines.append(language.say("Шкала неизвестна.", "The scale is not known."))
    } else {
      lines.append(
        language.say("Шкала: ", "Scale: ")
          + table.scale.map { "«\($0.mark)» \($0.from)–\($0.to)" }.joined(separator: ", "))
    }
    for limit in table.dependencies {
      let values = limit.whenIn.map(\.word).joined(separator: language.say(" или ", " or "))
      let allowed = limit.allowed.map(\.word).joined(separator: language.say(" или ", " or "))
      lines.append(
        language.say(
          "Если \(limit.controller) — \(values), то \(limit.dependents.joined(separator: ", ")) — только \(allowed).",
          "If \(limit.controller) is \(values), then \(limit.dependents.joined(separator: ", ")) may only be \(allowed)."
        ))
    }
    lines.append(language.say("Источник: ", "Source: ") + "\(table.source) (\(table.confidence))")
    if let notes = table.notes { lines.append(language.say("Примечание: ", "Note: ") + notes) }
    return lines.joined(separator: "\n") + "\n"
  }
}
