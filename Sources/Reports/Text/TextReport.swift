public import Assessment
internal import SchoolCalendar
internal import Spreadsheet

/// The report that a person reads on a terminal: what was found, gravest first, what was not checked, how much time
/// is left.
public struct TextReport {
  private let inspection: Inspection
  private let language: Language
  private let styles: Styles

  /// A report in a language, with or without colours.
  public init(_ inspection: Inspection, _ language: Language, isColoured: Bool = false) {
    self.inspection = inspection
    self.language = language
    styles = Styles(isOn: isColoured)
  }

  private var examination: Examination { inspection.examination }

  /// The whole report, ended by a line feed.
  public var text: String {
    let parts = [heading, findings, summary, notChecked, deadline].filter { !$0.isEmpty }
    return parts.joined(separator: "\n") + "\n"
  }

  // MARK: Heading

  var heading: String {
    var lines: [String] = []
    if let work = examination.work {
      let level = work.level == .advanced ? language.say(" (углублённый)", " (advanced)") : ""
      lines.append(
        language.say(
          "\(Subject.title(work.subject))\(level), \(work.grade) класс, ВПР \(work.season)",
          "\(Subject.title(work.subject))\(level), grade \(work.grade), ВПР \(work.season)"))
    }
    if let record = examination.record {
      let all = record.participants.count
      let absent = record.participants.count { $0.isAbsent }
      let people = Plural.word(all, "участник", "участника", "участников")
      lines.append(
        language.say(
          "\(all) \(people), из них отсутствовали: \(absent)",
          "\(all) participant\(all == 1 ? "" : "s"), absent: \(absent)"))
    }
    if let plan = examination.plan { lines.append(heading(of: plan)) }
    return lines.isEmpty ? "" : styles.bold(lines.joined(separator: ". ")) + "\n"
  }

  private func heading(of plan: Plan) -> String {
    let schools = Plural.word(plan.schools.count, "школа", "школы", "школ")
    let works = Plural.word(plan.works.count, "работа", "работы", "работ")
    let season = plan.season.map { " \($0)" } ?? ""
    return language.say(
      "План ВПР\(season): \(plan.schools.count) \(schools), \(plan.works.count) \(works)",
      "Plan of the ВПР\(season): schools \(plan.schools.count), works \(plan.works.count)")
  }

  // MARK: Findings

  var findings: String {
    let list = FindingList(inspection)
    return list.tops.map { block(of: $0.finding, folded: list.folded(under: $0).count) }
      .joined(separator: "\n")
  }

  private func block(of finding: Finding, folded: Int) -> String {
    let place = PlaceNames(finding.place, in: examination).text
    var who: [String] = []
    if let code = finding.place.participant {
      who.append(language.say("участник \(code)", "participant \(code)"))
    }
    if let task = finding.place.task { who.append(language.say("задание \(task)", "task \(task)")) }
    if let entry = finding.place.entry { who.append(entry) }
    if examination.plan != nil, finding.place.cell == nil, let path = finding.place.header {
      who.append(path)
    }
    if let line = finding.place.line { who.append(language.say("строка протокола \(line)", "line \(line)")) }
    let head = [
      styles.severity(finding.severity.word[language], finding.severity), finding.code, place,
      who.joined(separator: ", "),
    ].filter { !$0.isEmpty }
    var lines = [head.joined(separator: "  "), "  " + finding.message(language)]
    if !finding.related.isEmpty { lines.append("  " + related(finding.related)) }
    if folded > 0 {
      let word = Plural.word(folded, "замечание", "замечания", "замечаний")
      lines.append(
        language.say("  Из-за этого — ещё \(folded) \(word).", "  This causes \(folded) more."))
    }
    if let explanation = finding.explanation {
      lines.append(language.say("  Пояснение: ", "  Explained: ") + Visible.text(explanation, language))
    }
    if finding.severity > .info { lines.append("  → " + finding.mend(language)) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The first cells of a finding that has many; JSON has them all.
  private func related(_ places: [Place]) -> String {
    let names = places.prefix(8).map { PlaceNames($0, in: examination) }
    let shown = zip(places, names).map { place, cell -> String in
      let isSameFile = place.source == places.first?.source
      let isSameSheet = isSameFile && place.cell?.sheet == places.first?.cell?.sheet
      let address = isSameSheet ? cell.cell : isSameFile ? cell.address : cell.text
      return address ?? place.participant.map(String.init) ?? ""
    }.filter { !$0.isEmpty }
    guard !shown.isEmpty else { return "" }
    let rest = places.count - shown.count
    // A book of several sheets: `31.xlsx · 4Б!A3`.
    let book = places.first?.source.flatMap { examination.sources[$0].workbook }
    let sheet = (book?.sheets.count ?? 0) > 1 ? names.first?.sheet.map { "\($0)!" } ?? "" : ""
    let first = names.first?.file ?? ""
    let isElsewhere = places.first?.source != nil
    let list =
      shown.joined(separator: ", ") + (rest > 0 ? language.say(" и ещё \(rest)", " and \(rest) more") : "")
    return language.say("Также: ", "Also: ") + (isElsewhere && !first.isEmpty ? "\(first) · \(sheet)" : "")
      + list
  }

  // MARK: Summary

  var summary: String {
    let counts: [(Severity, String, String, String, String)] = [
      (.fatal, "отказ", "отказа", "отказов", "fatal"), (.error, "ошибка", "ошибки", "ошибок", "error"),
      (.query, "вопрос", "вопроса", "вопросов", "query"),
      (.warning, "предупреждение", "предупреждения", "предупреждений", "warning"),
      (.info, "сведение", "сведения", "сведений", "note"),
    ]
    var parts = counts.compactMap { severity, one, few, many, english -> String? in
      let count = inspection.findings.count {
        $0.severity == severity && $0.explanation == nil && $0.cause == nil
      }
      guard count > 0 else { return nil }
      let noun = severity == .fatal || count == 1 ? english : severity == .query ? "queries" : english + "s"
      return language.say("\(count) \(Plural.word(count, one, few, many))", "\(count) \(noun)")
    }
    let folded = inspection.findings.count { $0.cause != nil }
    if folded > 0 {
      parts.append(language.say("следствий: \(folded)", "consequences: \(folded)"))
    }
    let explained = inspection.findings.count { $0.explanation != nil }
    if explained > 0 { parts.append(language.say("пояснено: \(explained)", "explained: \(explained)")) }
    if inspection.findings.contains(where: { $0.severity >= .query && $0.explanation == nil }) {
      return styles.bold(language.say("Итог: ", "Summary: ") + parts.joined(separator: ", ") + ".")
    }
    let checked = inspection.steps.filter { $0.reason == nil && $0.phase != .form }.map {
      $0.phase.title[language]
    }
    let clean =
      language.say("Ошибок нет. Проверено: ", "No errors. Checked: ") + checked.joined(separator: ", ") + "."
    return styles.bold(clean)
      + (parts.isEmpty ? "" : "\n" + language.say("Также: ", "Also: ") + parts.joined(separator: ", ") + ".")
  }

  var notChecked: String {
    notCheckedParts.map { language.say("Не проверялось: ", "Not checked: ") + $0 + "." }
      .joined(separator: "\n")
  }

  /// Each step that did not run and each thing that no step could look at, with the reason.
  var notCheckedParts: [String] {
    let steps = inspection.steps.compactMap { step in
      step.reason.map { "\(step.phase.title[language]) — \($0[language])" }
    }
    return steps + inspection.gaps.map { $0[language] }
  }

  var deadline: String {
    examination.terms.map { DeadlineText($0, examination.now, language).line } ?? ""
  }
}

/// Colours of a terminal, or none.
struct Styles {
  let isOn: Bool

  func bold(_ text: String) -> String { isOn ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  func severity(_ text: String, _ severity: Severity) -> String {
    guard isOn else { return text }
    let colour =
      switch severity {
      case .fatal, .error: "31"
      case .query: "35"
      case .warning: "33"
      case .info: "36"
      }
    return "\u{1B}[1;\(colour)m\(text)\u{1B}[0m"
  }
}
