internal import Assessment
internal import HTTPTypes
internal import Hummingbird
internal import Registry
internal import SchoolCalendar

/// How the centre gives the files of many schools at once.
struct InboxRoutes: Sendable {
  let inbox: Inbox
  let registry: DistrictRegistry
  let language: Language
  let now: @Sendable () -> Int

  func add(to router: RouterGroup<DeskContext>) {
    router.get("/inbox") { _, context in try await page(context) }
    router.post("/inbox") { request, context in try await take(request, context) }
    router.get("/inbox/part") { _, context in
      var response = Response(
        status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: try await shown(context).part.text)))
      response.headers[.contentType] = "text/html; charset=utf-8"
      return response
    }
    router.get("/inbox/events") { _, _ in
      Changes(pause: .milliseconds(500)) { await inbox.mark }.response
    }
    router.get("/inbox/:number") { _, context in try await result(context) }
  }

  private func page(_ context: DeskContext, problem: String? = nil) async throws -> Response {
    try await shown(context, problem: problem).page.response
  }

  private func shown(_ context: DeskContext, problem: String? = nil) async throws -> InboxPage {
    InboxPage(
      language: language, session: try context.person(), state: await inbox.state,
      results: await inbox.results(), problem: problem)
  }

  private func take(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    guard !sent.files.isEmpty else { return Page.redirect(to: "/inbox") }
    guard try await inbox.take(sent.files) else {
      return try await page(
        context,
        problem: language.say(
          "Предыдущие файлы ещё проверяются. Подождите и повторите.",
          "The files before are being checked. Wait, then try again."))
    }
    try registry.audit(
      "bulk", "\(sent.files.count)", by: try context.person().account?.id,
      at: Moment(secondsSince1970: now()))
    return Page.redirect(to: "/inbox")
  }

  private func result(_ context: DeskContext) async throws -> Response {
    guard let number = context.parameters.get("number", as: Int.self), let file = await inbox.result(number)
    else { throw HTTPError(.notFound) }
    return Download(bytes: file.bytes, name: file.name, fallback: "oko-\(number)").response
  }
}

/// Where files of many schools are dropped, how the run goes, what it has written.
struct InboxPage {
  let language: Language
  let session: Session
  let state: Inbox.State
  let results: [String]
  var problem: String?

  var page: Page {
    Page(
      title: language.say("Приём файлов", "Files in"), language: language, content: content,
      token: session.formToken, account: session.account)
  }

  private var content: HTML {
    """
    <h1>\(language.say("Приём файлов от школ", "Files from schools"))</h1>
    <p class="lead">\(language.say(
      "Перетащите архивы и файлы, как они пришли по почте. Школа и работа узнаются по содержанию, имени и плану; матрица на странице «Район» меняется по ходу проверки.",
      "Drop archives and files as they came by mail. School and work are told by content, name and plan; the matrix on the page “District” changes as the check goes on."
    ))</p>
    \(problem.map { HTML.alert($0) })
    \(DropForm(action: "/inbox", language: language, token: session.formToken, takesArchives: true).markup)
    <div data-live="/inbox/events" data-part="/inbox/part" aria-live="polite">\(part)</div>
    """
  }

  /// What changes while a run goes on.
  var part: HTML { "\(progress)\(written)" }

  private var progress: HTML {
    switch state {
    case .idle: .nothing
    case .running(let files, let step):
      """
      <section class="card"><h2>\(language.say("Идёт проверка", "The check is going on"))</h2>\(bar(files, step))
      <noscript><p><a href="/inbox">\(language.say("Обновить", "Refresh"))</a></p></noscript></section>
      """
    case .finished(let text, let code):
      """
      <section class="card"><h2>\(language.say("Последняя проверка", "The last check"))\(code > 1 && code != 3 ? " (\(code))" : "")</h2><pre class="run">\(text)</pre></section>
      """
    }
  }

  /// How far the run is; the words stand outside the live numbers, so that a screen reader is not told each of them.
  private func bar(_ files: Int, _ step: Inbox.Step?) -> HTML {
    guard let step else {
      return "<p>\(language.say("Принято файлов", "Files taken")): \(files)</p>"
    }
    let title =
      step.name == "works"
      ? language.say("Проверено работ", "Works checked") : language.say("Узнано файлов", "Files looked at")
    return """
      <p id="step">\(title)</p><p aria-live="off"><progress aria-labelledby="step" max="\(max(step.total, 1))" value="\(
        step.done)"></progress> \(step.done) \(language.say("из", "of")) \(step.total)</p>
      """
  }

  private var written: HTML {
    guard !results.isEmpty else { return .nothing }
    let lines = results.enumerated().map { number, path -> HTML in
      "<li><a href=\"/inbox/\(number)\" download>\(path)</a></li>"
    }
    return """
      <section class="card"><details><summary>\(language.say("Формы, копии и письма", "Forms, copies and letters")): \(
        results.count)</summary><ul>\(lines)</ul></details></section>
      """
  }
}
