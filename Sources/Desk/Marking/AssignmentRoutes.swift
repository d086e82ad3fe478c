internal import Assessment
internal import Checking
internal import District
internal import HTTPTypes
internal import Hummingbird
internal import Registry
internal import SchoolCalendar
internal import Seasons

/// How the centre gives works to experts and sees where a third one is due.
struct AssignmentRoutes: Sendable {
  let registry: DistrictRegistry
  let regulations: Regulations
  let language: Language
  let now: @Sendable () -> Int

  func add(to router: RouterGroup<DeskContext>) {
    router.get("/assignments") { _, context in try page(context, problem: nil) }
    router.post("/assignments") { request, context in try await assign(request, context) }
  }

  private func assign(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    let parts = try sent.text("work").split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let work = Work(id: parts[1]), let expert = Int(try sent.text("expert")),
      let marking = Int(try sent.text("marking", limit: 1)), (1...3).contains(marking)
    else { throw HTTPError(.badRequest) }
    let moment = Moment(secondsSince1970: now())
    let key = WorkKey(school: parts[0], work: work)
    switch try registry.assign(key, marking: marking, to: expert, at: moment) {
    case .success(let assignment):
      try registry.audit("assign", "\(assignment.id)", by: try context.person().account?.id, at: moment)
      return Page.redirect(to: "/assignments")
    case .failure(let refusal): return try page(context, problem: words(refusal))
    }
  }

  private func words(_ refusal: AssignmentRefusal) -> String {
    switch refusal {
    case .ownSchool:
      language.say(
        "PLN001: эксперт работает в этой школе и её работы не проверяет. Выберите другого.",
        "PLN001: the expert works in that school and does not mark its works. Choose another one.")
    case .exists:
      language.say(
        "Эта проверка уже назначена, или этот эксперт уже проверяет работу.",
        "That marking was given already, or this expert marks the work already.")
    case .noExpert: language.say("Такого эксперта нет.", "There is no such expert.")
    }
  }

  private func page(_ context: DeskContext, problem: String?) throws -> Response {
    let accounts = try registry.accounts()
    var works: [WorkKey] = []
    try registry.forEachWork(withFindings: false) { works.append($0.result.key) }
    let assignments = try registry.assignments()
    var due: [WorkKey: MarkingDifference] = [:]
    for key in Set(assignments.map(\.key)) { due[key] = try difference(assignments.filter { $0.key == key }) }
    return AssignmentPage(
      language: language, session: try context.person(), accounts: accounts, works: works,
      assignments: assignments, differences: due, problem: problem
    ).page.response
  }

  /// How the first two markings of a work differ, when both are handed in.
  private func difference(_ assignments: [Assignment]) throws -> MarkingDifference? {
    let done = assignments.filter { $0.finished != nil }
    guard let first = done.first(where: { $0.marking == 1 }),
      let second = done.first(where: { $0.marking == 2 }),
      let tasks = try? regulations.seasons.criteria(for: first.key.work)?.tasks
    else { return nil }
    let limits = regulations.policy.thirdExpert
    return MarkingDifference(
      KeyedSheet(try registry.entries(of: first.id), tasks: tasks, codes: []),
      KeyedSheet(try registry.entries(of: second.id), tasks: tasks, codes: []),
      limits: (limits.maximumOne, limits.maximumTwoOrMore))
  }
}

/// Works and experts, side by side.
struct AssignmentPage {
  let language: Language
  let session: Session
  let accounts: [Account]
  let works: [WorkKey]
  let assignments: [Assignment]
  let differences: [WorkKey: MarkingDifference]
  var problem: String?

  var page: Page {
    Page(
      title: language.say("Эксперты", "Experts"), language: language, content: content,
      token: session.formToken, account: session.account)
  }

  private var content: HTML {
    let rows = assignments.map { row($0) }
    let heads = [
      language.say("Пакет", "Package"), language.say("Школа", "School"), language.say("Работа", "Work"),
      language.say("Проверка", "Marking"), language.say("Эксперт", "Expert"),
      language.say("Состояние", "State"),
    ]
    var table = HTML.table(language.say("Назначения", "Works given"), heads, rows)
    if rows.isEmpty {
      table = "<p>\(language.say("Пока никто ничего не проверяет.", "Nothing was given to anybody yet."))</p>"
    }
    return """
      <h1>\(language.say("Назначение экспертов", "Works given to experts"))</h1>
      \(problem.map { HTML.alert($0) })
      <div class="desk"><div class="left"><section class="card">
      \(table)</section>\(thirds)</div>
      <div class="right">\(form)</div></div>
      """
  }

  private func row(_ assignment: Assignment) -> HTML {
    let expert = accounts.first { $0.id == assignment.expert }?.name ?? ""
    let state =
      assignment.finished == nil ? language.say("проверяет", "marking") : language.say("сдано", "handed in")
    return """
      <tr><td>\(assignment.id)</td><td>\(assignment.key.school)</td><td>\(assignment.key.work.title(language))</td><td>\(
        assignment.marking)</td><td>\(expert)</td><td>\(state)</td></tr>
      """
  }

  private var thirds: HTML {
    let due = differences.sorted { $0.key < $1.key }
    guard !due.isEmpty else { return .nothing }
    let lines = due.map { key, difference -> HTML in
      let codes = difference.thirdDue.map(String.init).joined(separator: ", ")
      let words =
        codes.isEmpty
        ? language.say("третий эксперт не нужен", "no third expert is due")
        : language.say("нужен третий эксперт: ", "a third expert is due: ") + codes
      return """
        <li>\(key.school), \(key.work.title(language)): \(language.say("различий", "differences")) \(difference.cells.count); \(words)</li>
        """
    }
    return """
      <section class="card"><h2>\(language.say("Две проверки", "Two markings"))</h2><ul>\(lines)</ul></section>
      """
  }

  private var form: HTML {
    let experts = accounts.filter { $0.role == .expert && $0.closed == nil }.map { account -> HTML in
      "<option value=\"\(account.id)\">\(account.name)\(account.school.map { ", \($0)" } ?? "")</option>"
    }
    let markings = [
      ("1", language.say("первая", "first")),
      ("2", language.say("вторая, независимая", "second, independent")),
      ("3", language.say("третий эксперт", "third expert")),
    ].map { value, word -> HTML in "<option value=\"\(value)\">\(word)</option>" }
    let options = works.map { key -> HTML in
      "<option value=\"\(key.school) \(key.work.id)\">\(key.school): \(key.work.title(language))</option>"
    }
    return """
      <section class="card"><h2>\(language.say("Назначить", "Give"))</h2>
      <form method="post" action="/assignments"><input type="hidden" name="token" value="\(session.formToken)">
      <label for="work">\(language.say("Работа", "Work"))</label><select id="work" name="work" required>\(options)</select>
      <label for="expert">\(language.say("Эксперт", "Expert"))</label><select id="expert" name="expert" required>\(experts)</select>
      <label for="marking">\(language.say("Проверка", "Marking"))</label><select id="marking" name="marking">\(
        markings)</select>
      <p><button>\(language.say("Назначить", "Give"))</button></p></form></section>
      """
  }
}
