internal import Assessment
internal import District

/// What a check found in a plan, by the entries that it is about.
struct PlanFindings {
  private let language: Language
  private let findings: [(finding: Finding, entry: PlanEntry?)]
  private let byEntry: [PlanEntry: [Finding]]

  init(_ check: PlanCheck, _ language: Language) {
    self.language = language
    let places = PlanPlaces(check.plan ?? Plan())
    findings = check.inspection.findings.filter { $0.cause == nil && $0.severity > .info }
      .enumerated().sorted { a, b in (b.element.severity, a.offset) < (a.element.severity, b.offset) }
      .map { ($0.element, places[$0.element.place]) }
    var byEntry: [PlanEntry: [Finding]] = [:]
    for (finding, entry) in findings {
      let all = [entry] + finding.related.map { places[$0] }
      for entry in Set(all.compactMap { $0 }) { byEntry[entry, default: []].append(finding) }
    }
    self.byEntry = byEntry
  }

  /// Whether the plan cannot be taken.
  var areBlocking: Bool { findings.contains { $0.finding.severity >= .error } }

  /// The gravest of the findings about an entry.
  func worst(of entry: PlanEntry) -> Severity? { byEntry[entry]?.map(\.severity).max() }

  /// The findings, each with a way to its line; of an entry its own.
  func cards(of entry: PlanEntry? = nil) -> HTML {
    let shown = entry.map { entry in (byEntry[entry] ?? []).map { ($0, nil) } } ?? findings
    guard !shown.isEmpty else {
      return "<p>\(language.say("Замечаний нет.", "There are none."))</p>"
    }
    let rest = shown.count - PlanPage.most
    let more = rest > 0 ? language.say("И ещё \(rest).", "And \(rest) more.") : ""
    let cards = HTML.cards(
      language.say("Замечания", "Findings"), shown.prefix(PlanPage.most).map { card($0.0, $0.1) })
    return "\(cards)\(more)"
  }

  private func card(_ finding: Finding, _ entry: PlanEntry?) -> HTML {
    let link = entry.map { entry -> HTML in
      "<a href=\"\(PlanEntryPage.path(entry))\">\(entry.list.title[language]), \(language.say("строка", "line")) \(entry.index + 1)</a>"
    }
    return """
      <li class="finding \(finding.severity.rawValue)"><p class="what"><b>\(finding.severity.word[language])</b> <span class="code">\(
        finding.code)</span> \(link)</p><p>\(finding.message(language))</p><p class="mend">\(finding.mend(language))</p></li>
      """
  }
}
