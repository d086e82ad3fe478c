internal import Assessment
internal import Registry
internal import SchoolCalendar

/// Accounts as the centre sees them, with a form to invite somebody.
struct PeoplePage {
  let language: Language
  let session: Session
  let accounts: [Account]
  let schools: [RegisteredSchool]
  let trail: [AuditLine]
  /// The link of an invitation that was just made: it is shown once.
  var link: String?
  var problem: String?

  var page: Page {
    Page(
      title: language.say("Люди", "People"), language: language, content: content, token: session.formToken,
      account: session.account)
  }

  private var content: HTML {
    """
    <h1>\(language.say("Люди", "People"))</h1>
    \(link.map { shown($0) })
    \(problem.map { HTML.alert($0) })
    <div class="desk"><div class="left">
    <section class="card"><h2>\(language.say("Учётные записи", "Accounts"))</h2>
    \(HTML.table(language.say("Учётные записи", "Accounts"), heads, accounts.map { line($0) }))</section>
    <section class="card"><details><summary>\(language.say("Журнал действий", "Audit trail"))</summary>
    \(HTML.table(language.say("Журнал действий", "Audit trail"), trailHeads, trail.map { line($0) }))</details></section>
    </div><div class="right">\(form)\(erasure)</div></div>
    """
  }

  private var heads: [String] {
    [
      language.say("Кто", "Who"), language.say("Роль", "Role"), language.say("Школа", "School"),
      language.say("Логин", "Login"), language.say("Действие", "Action"),
    ]
  }

  private var trailHeads: [String] {
    [
      language.say("Когда", "When"), language.say("Кто", "Who"), language.say("Действие", "Action"),
      language.say("О чём", "About"),
    ]
  }

  private func shown(_ link: String) -> HTML {
    """
    <section class="card notice" role="status"><p>\(language.say(
      "Передайте эту ссылку человеку. Она действует один раз, 7 дней, и больше не будет показана:",
      "Give this link to the person. It works once, for 7 days, and is not shown again:"))</p>
    <p><code>\(link)</code></p></section>
    """
  }

  private func line(_ account: Account) -> HTML {
    let close: HTML =
      account.closed != nil
      ? "\(language.say("закрыта", "closed"))"
      : account.id == session.account?.id
        ? "\(language.say("это вы", "this is you"))"
        : """
        <form method="post" action="/people/\(account.id)/close" class="inline"><input type="hidden" name="token" value="\(
          session.formToken)"><button class="quiet">\(language.say("Закрыть", "Close"))</button></form>
        """
    return """
      <tr><td>\(account.name)</td><td>\(account.role.word[language])</td><td>\(account.school ?? "")</td><td>\(
        account.login)</td><td>\(close)</td></tr>
      """
  }

  private func line(_ line: AuditLine) -> HTML {
    """
    <tr><td><time data-time="\(line.at.secondsSince1970)"></time></td><td>\(line.login ?? "—")</td><td>\(
      line.action)</td><td>\(line.object)</td></tr>
    """
  }

  private var form: HTML {
    let roles = Role.allCases.map { role -> HTML in
      "<option value=\"\(role.rawValue)\">\(role.word[language])</option>"
    }
    let options = schools.map { school -> HTML in
      "<option value=\"\(school.login)\">\(school.name.isEmpty ? school.login : "\(school.name) (\(school.login))")</option>"
    }
    return """
      <section class="card"><h2>\(language.say("Пригласить", "Invite"))</h2>
      <form method="post" action="/people"><input type="hidden" name="token" value="\(session.formToken)">
      <label for="name">\(language.say("Фамилия, имя, отчество сотрудника", "Name of the member of staff"))</label>
      <input id="name" name="name" maxlength="120" required>
      <label for="role">\(language.say("Роль", "Role"))</label><select id="role" name="role">\(roles)</select>
      <label for="school">\(language.say("Школа координатора или эксперта", "School of a coordinator or expert"))</label>
      <input id="school" name="school" list="schools" pattern="edu[0-9]{6}" placeholder="edu380001"><datalist id="schools">\(options)</datalist>
      <p><button>\(language.say("Создать приглашение", "Make an invitation"))</button></p></form></section>
      """
  }
}

extension PeoplePage {
  /// A way to forget a school, behind a fold and a login that has to be typed.
  private var erasure: HTML {
    """
    <details class="card erase"><summary>\(language.say("Стереть школу", "Erase a school"))</summary>
    <form method="post" action="/people/erase"><input type="hidden" name="token" value="\(session.formToken)">
    <p>\(language.say(
      "Работы, файлы, история, пояснения, учётные записи координаторов стираются без следа; принятые архивы удаляются все. В плане строка школы остаётся: удалите её там.",
      "Works, files, history, explanations and the coordinators' accounts are erased without a trace; archives that were taken are all removed. The school's line in the plan stays: remove it there."))</p>
    <label for="erased">\(language.say("Логин школы", "The school's login"))</label>
    <input id="erased" name="school" pattern="edu[0-9]{6}" placeholder="edu380001" required autocomplete="off">
    <p><button class="danger">\(language.say("Стереть без следа", "Erase without a trace"))</button></p></form></details>
    """
  }
}
