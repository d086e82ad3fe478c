internal import Assessment
internal import District
internal import Registry
internal import SchoolCalendar

/// One work of one school as the centre sees it: state, findings, history, hops, uploads, a letter.
struct WorkPage {
  let language: Language
  let session: Session
  let record: WorkRecord
  let school: RegisteredSchool?
  let history: [StateChange]
  let uploads: [UploadRecord]
  let hops: [CustodyHop]
  let assignments: [(assignment: Assignment, expert: String)]
  let findings: [FindingDocument]
  /// When the upload is due; `nil` without a day of the test.
  let due: String?
  /// The letter about it; empty when there is nothing to ask for.
  let letter: String

  static func path(_ key: WorkKey) -> String { "/district/\(key.school)/\(MatrixPage.encoded(key.work.id))" }

  var page: Page {
    Page(
      title: title, language: language, content: content, token: session.formToken, account: session.account)
  }

  private var key: WorkKey { record.result.key }

  private var title: String {
    "\(Subject.title(key.work.subject)), \(key.work.grade) \(language.say("класс", "grade")), ВПР \(key.work.season)"
  }

  private var content: HTML {
    """
    <p><a href="/district">← \(language.say("Все школы", "All schools"))</a></p>
    <h1>\(title)</h1>
    <p class="lead">\(school.map { $0.name.isEmpty ? $0.login : "\($0.name) (\($0.login))" } ?? key.school)
    <span class="chip \(record.result.state.rawValue)">\(record.result.state.word[language])</span></p>
    \(due.map { due -> HTML in "<p>\(due)</p>" })
    <div class="desk"><div class="left">
    <section class="findings"><h2>\(language.say("Замечания", "Findings"))</h2>
    \(list)
    </section></div>
    <div class="right">\(letterCard)\(timeline)\(upload)\(marking)\(handOver)</div></div>
    """
  }

  private var list: HTML {
    guard !findings.isEmpty else {
      return "<p>\(language.say("Замечаний нет.", "There are no findings."))</p>"
    }
    return .cards(language.say("Замечания", "Findings"), findings.map { card($0) })
  }

  private func card(_ finding: FindingDocument) -> HTML {
    let severity = Severity(rawValue: finding.severity) ?? .info
    let explained = finding.explanation == nil ? "" : language.say(" · пояснено", " · explained")
    return """
      <li class="finding \(severity.rawValue)"><p class="what"><b>\(severity.word[language])</b> <span class="code">\(
        finding.code)</span> \(place(finding))\(explained)</p><p>\(
        language.say(finding.message.ru, finding.message.en))</p><p class="mend">\(
        language.say(finding.fix.ru, finding.fix.en))</p></li>
      """
  }

  private func place(_ finding: FindingDocument) -> String {
    [finding.location?.cell, finding.location?.participant].compactMap { $0 }.joined(separator: " · ")
  }

  private var letterCard: HTML {
    guard !letter.isEmpty else { return .nothing }
    return """
      <section class="card"><h2>\(language.say("Письмо школе", "Letter to the school"))</h2>
      <label for="letter">\(language.say("Скопируйте в почту", "Copy it into your mail"))</label>
      <textarea id="letter" rows="12" readonly>\(letter)</textarea></section>
      """
  }

  private var timeline: HTML {
    let changes = history.map { change -> HTML in
      """
      <li><time data-time="\(change.at.secondsSince1970)">\(change.at.description)</time> \(change.state.word[language])\(
        change.note.isEmpty ? "" : ": \(change.note)")</li>
      """
    }
    let forms = uploads.map { upload -> HTML in
      """
      <li>\(language.say("Форма", "Form")) SHA-256 \(String(upload.form.digest.prefix(12)))…, <time data-time="\(
        upload.written.secondsSince1970)">\(upload.written.description)</time> \(
        upload.answer.isEmpty ? "" : "«\(upload.answer)»")</li>
      """
    }
    return """
      <section class="card"><h2>\(language.say("История", "History"))</h2><ol>\(changes)</ol><ul>\(forms)</ul></section>
      """
  }

  /// The newest form, to be noted as uploaded.
  private var upload: HTML {
    guard session.account?.role == .centre, let last = uploads.first, record.result.state != .accepted else {
      return .nothing
    }
    return """
      <details class="card"><summary>\(language.say("Отметить загрузку в ФИС ОКО", "Note the upload to ФИС ОКО"))</summary>
      <form method="post" action="\(Self.path(key))/uploads"><input type="hidden" name="token" value="\(
        session.formToken)"><input type="hidden" name="digest" value="\(last.form.digest)">\(UploadNote.fields(language))</form></details>
      """
  }

  private var marking: HTML {
    guard !assignments.isEmpty else { return .nothing }
    let lines = assignments.map { item -> HTML in
      let state =
        item.assignment.finished == nil
        ? language.say("проверяет", "marking") : language.say("готово", "done")
      return "<li>\(item.assignment.marking). \(item.expert): \(state)</li>"
    }
    return """
      <section class="card"><h2>\(language.say("Эксперты", "Experts"))</h2><ol>\(lines)</ol></section>
      """
  }

  private var handOver: HTML {
    guard !hops.isEmpty else { return .nothing }
    let lines = hops.map { hop -> HTML in
      """
      <li><time data-time="\(hop.at.secondsSince1970)">\(hop.at.description)</time> \(hop.giver) → \(hop.taker): \(hop.what)</li>
      """
    }
    return """
      <section class="card"><h2>\(language.say("Передача пакета", "Custody"))</h2><ol>\(lines)</ol></section>
      """
  }
}
