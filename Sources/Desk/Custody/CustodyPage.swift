internal import Assessment
internal import District
internal import Registry
internal import SchoolCalendar

/// The ways of packages: what was put down, what is missing, and a form for the next hop.
struct CustodyPage {
  let language: Language
  let session: Session
  let chains: [CustodyChain]
  /// Works of which a hop can be put down.
  let works: [WorkKey]
  var problem: String?

  /// Whether the person may put a hop down: an observer or the centre.
  private var mayWrite: Bool { session.account?.role != .office }

  var page: Page {
    Page(
      title: language.say("Передача пакетов", "Custody"), language: language, content: content,
      token: session.formToken, account: session.account)
  }

  private var content: HTML {
    """
    <h1>\(language.say("Передача пакетов", "Custody of packages"))</h1>
    \(problem.map { HTML.alert($0) })
    <div class="desk"><div class="left">\(list)</div><div class="right">\(mayWrite ? form : .nothing)</div></div>
    """
  }

  private var list: HTML {
    guard !chains.isEmpty else {
      return """
        <section class="card empty"><p>\(language.say("Передач ещё не записано.", "No hop was put down yet."))</p></section>
        """
    }
    return .joined(chains.map { chain($0) })
  }

  private func chain(_ chain: CustodyChain) -> HTML {
    let rows = chain.records.map { record -> HTML in
      """
      <tr><td>\(record.step.rawValue)</td><td>\(record.step.title[language])</td><td><time data-time="\(
        record.at.secondsSince1970)">\(record.at.description)</time></td><td>\(record.giver) → \(record.taker)</td><td>\(
        record.works.map(String.init) ?? "")</td></tr>
      """
    }
    let missing = chain.missing.map { step -> HTML in "<li>\(step.rawValue). \(step.title[language])</li>" }
    let title = "\(chain.title), \(chain.work.title(language))"
    let heads = [
      language.say("Шаг", "Step"), language.say("Что", "What"), language.say("Когда", "When"),
      language.say("Кто кому", "From, to"), language.say("Работ", "Papers"),
    ]
    return """
      <section class="card"><h2>\(title)</h2>
      \(HTML.table(title, heads, rows))
      \(missing.isEmpty ? .nothing : "<p class=\"gap\">PLN007: \(language.say("не записаны шаги", "steps that were not put down"))</p><ul>\(missing)</ul>")
      <p><a href="/custody/act?school=\(chain.school)&amp;work=\(MatrixPage.encoded(chain.work.id))">\(
        language.say("Акт наблюдателя для печати", "Observer's act to print"))</a></p></section>
      """
  }

  private var form: HTML {
    let options = works.map { key -> HTML in
      "<option value=\"\(key.school) \(key.work.id)\">\(key.school): \(key.work.title(language))</option>"
    }
    let steps = CustodyStep.allCases.map { step -> HTML in
      "<option value=\"\(step.rawValue)\">\(step.rawValue). \(step.title[language])</option>"
    }
    return """
      <section class="card"><h2>\(language.say("Записать передачу", "Put a hop down"))</h2>
      <form method="post" action="/custody"><input type="hidden" name="token" value="\(session.formToken)">
      <label for="work">\(language.say("Работа", "Work"))</label><select id="work" name="work" required>\(options)</select>
      <label for="step">\(language.say("Шаг", "Step"))</label><select id="step" name="step" required>\(steps)</select>
      <label for="giver">\(language.say("Кто передал (пусто — по роли)", "Who gave (empty: by role)"))</label><input id="giver" name="giver" maxlength="120">
      <label for="taker">\(language.say("Кто принял (пусто — по роли)", "Who took (empty: by role)"))</label><input id="taker" name="taker" maxlength="120">
      <label for="papers">\(language.say("Сколько работ", "How many papers"))</label><input id="papers" name="papers" type="number" min="0" max="1500">
      <p class="small">\(language.say("Время записывается сейчас.", "The time is now."))</p>
      <p><button>\(language.say("Записать", "Put down"))</button></p></form></section>
      """
  }
}
