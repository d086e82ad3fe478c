internal import Assessment
internal import Reports

/// The findings, each with its cell to jump to, and a query with room to explain it.
struct FindingsPart: SubmissionPart {
  let page: SubmissionPage

  var markup: HTML {
    let tops = view.findings.filter { $0.cause == nil }
    let main = tops.filter { $0.severity != "info" }
    let notes = tops.filter { $0.severity == "info" }
    return """
      <section class="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">\(language.say("Замечания", "Findings"))</h2>
      \(main.isEmpty ? nothing : "<ol class=\"cards\">\(main.map { card($0) })</ol>")
      \(notes.isEmpty ? .nothing : folded(notes))
      \(notChecked)
      </section>
      """
  }

  private var nothing: HTML { "<p>\(language.say("Замечаний нет.", "There are no findings."))</p>" }

  private func folded(_ notes: [FindingView]) -> HTML {
    """
    <details><summary>\(language.say("Сведения", "Notes")): \(notes.count)</summary><ol class="cards">\(
      notes.map { card($0) })</ol></details>
    """
  }

  private var notChecked: HTML {
    guard !view.notChecked.isEmpty else { return .nothing }
    let lines = view.notChecked.map { line -> HTML in "<li>\(line)</li>" }
    return """
      <details class="unchecked"><summary>\(language.say("Не проверялось", "Not checked"))</summary><ul>\(lines)</ul></details>
      """
  }

  private func card(_ finding: FindingView) -> HTML {
    """
    <li class="finding \(finding.severity)" id="f-\(finding.fingerprint)">
    <p class="what"><span class="sign" aria-hidden="true"></span><b>\(finding.word)</b> <span class="code">\(finding.code)</span>\(
      place(finding))</p>
    <p>\(finding.message)</p>
    \(finding.mend.isEmpty ? .nothing : "<p class=\"mend\">\(finding.mend)</p>")
    \(related(finding))
    \(echoes(of: finding))
    \(finding.severity == "query" ? explanation(of: finding) : .nothing)
    </li>
    """
  }

  /// The cell as a link where it is shown, and in words where it is not.
  private func place(_ finding: FindingView) -> HTML {
    guard let cell = finding.cell,
      view.tables.contains(where: { $0.source == cell.source && $0.sheet == cell.sheet })
    else { return finding.place.isEmpty ? .nothing : " <span class=\"place\">\(finding.place)</span>" }
    return " \(jump(cell))"
  }

  /// The cell as a link; with its sheet or file where the page has several.
  private func jump(_ cell: FindingView.Cell) -> HTML {
    let table = view.tables.first { $0.source == cell.source && $0.sheet == cell.sheet }
    // Of one book the sheet tells, of several files the file.
    let isOneBook = Set(view.tables.map(\.source)).count == 1
    let owner = view.tables.count > 1 ? table.map { isOneBook ? $0.name : $0.file } : nil
    let name = owner.map { "\($0) · \(cell.name)" } ?? cell.name
    return "<a class=\"place\" href=\"#\(anchor(cell))\" data-jump>\(name)</a>"
  }

  /// The other cells of a finding, the first of them.
  private func related(_ finding: FindingView) -> HTML {
    let cells = finding.related.filter { cell in
      view.tables.contains { $0.source == cell.source && $0.sheet == cell.sheet }
    }
    guard !cells.isEmpty else { return .nothing }
    let links = cells.prefix(8).map { cell -> HTML in " \(jump(cell))" }
    let rest = cells.count - links.count
    let more = rest > 0 ? language.say(" и ещё \(rest)", " and \(rest) more") : ""
    return "<p>\(language.say("Также:", "Also:"))\(links)\(more)</p>"
  }

  private func echoes(of finding: FindingView) -> HTML {
    let echoes = view.findings.filter { $0.cause == finding.fingerprint }
    guard !echoes.isEmpty else { return .nothing }
    let lines = echoes.map { echo -> HTML in "<li>\(echo.code)\(place(echo)): \(echo.message)</li>" }
    return """
      <details><summary>\(language.say("Этим объясняется ещё", "This explains also")): \(echoes.count)</summary><ul>\(
        lines)</ul></details>
      """
  }

  private func explanation(of finding: FindingView) -> HTML {
    if let text = finding.explanation {
      return """
        <p class="explained">\(language.say("Пояснено", "Explained")): \(text)</p>
        """
    }
    return """
      <form class="explain" method="post" action="\(base)/explanations"><input type="hidden" name="token" value="\(token)">
      <input type="hidden" name="fingerprint" value="\(finding.fingerprint)"><input type="hidden" name="code" value="\(finding.code)">
      <input type="hidden" name="value" value="\(finding.value)">
      <label for="e-\(finding.fingerprint)">\(language.say("Всё верно? Поясните", "Right as it stands? Explain"))</label>
      <textarea id="e-\(finding.fingerprint)" name="text" rows="2" maxlength="500" required></textarea>
      <button class="quiet">\(language.say("Сохранить пояснение", "Save the explanation"))</button></form>
      """
  }
}
