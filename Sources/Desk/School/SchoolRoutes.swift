internal import Assessment
internal import Checking
internal import HTTPTypes
internal import Hummingbird
internal import Registry
internal import Reports
internal import Spreadsheet

/// What a school can do at its desk.
struct SchoolRoutes: Sendable {
  let store: SubmissionStore
  let examiner: Examiner
  let language: Language
  /// Tells the district, at a district's desk.
  let publisher: Publisher?
  /// Seconds since 1970.
  let now: @Sendable () -> Int

  func add(to router: RouterGroup<DeskContext>) {
    router.get("/") { _, context in try await home(context) }
    addWorks(to: router)
  }

  /// The routes of works, without the first page.
  func addWorks(to router: RouterGroup<DeskContext>) {
    router.post("/submissions") { request, context in try await begin(request, context) }
    let work = router.group("/submissions/:id")
    work.get { request, context in try await show(try await submission(context), context) }
    work.post("files") { request, context in try await addFiles(request, context) }
    work.post("files/:file/remove") { request, context in try await removeFile(request, context) }
    work.post("cells") { request, context in try await correct(request, context) }
    work.post("undo") { request, context in try await undo(request, context) }
    work.post("explanations") { request, context in try await explain(request, context) }
    work.post("held") { request, context in try await setDay(request, context) }
    work.post("uploads") { request, context in try await noteUpload(request, context) }
    work.post("erase") { request, context in try await erase(request, context) }
    work.get("sheet") { request, context in try await sheet(context) }
    work.get("form") { request, context in try await form(context) }
    work.get("annotated") { request, context in try await annotated(context) }
    work.get("report") { request, context in try await report(context) }
  }

  // MARK: Pages

  func home(_ context: DeskContext) async throws -> Response {
    var works: [HomePage.WorkLine] = []
    for submission in await store.list(of: try context.person().account?.school) {
      let view = try await examiner.view(try await job(submission), language)
      let worst = view.findings.first { $0.cause == nil && $0.explanation == nil }?.severity ?? "info"
      works.append(
        HomePage.WorkLine(
          id: submission.id, title: view.work ?? language.say("Работа не определена", "Work not known"),
          state: submission.uploads.isEmpty
            ? Self.short(view.summary) : language.say("Загружено", "Uploaded"),
          severity: view.isAccepted ? "good" : worst,
          files: submission.files.map(\.name).joined(separator: ", ")))
    }
    return HomePage(language: language, session: try context.person(), works: works).page.response
  }

  private func show(
    _ submission: Submission, _ context: DeskContext, notice: String? = nil
  ) async throws -> Response {
    let view = try await examiner.view(try await job(submission), language)
    return SubmissionPage(
      language: language, session: try context.person(), submission: submission, view: view, notice: notice
    ).page.response
  }

  // MARK: Files

  private func begin(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    guard !sent.files.isEmpty else { return Page.redirect(to: "/") }
    let submission = try await store.create(of: try context.person().account?.school, at: now())
    try await take(sent.files, into: submission.id)
    return try await changed(submission.id)
  }

  /// Begins a work with files that were given when the desk was started.
  func begin(with files: [MultipartForm.File]) async throws {
    try await take(files, into: try await store.create(of: nil, at: now()).id)
  }

  private func addFiles(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    let submission = try await submission(context)
    try await take(sent.files, into: submission.id)
    return try await changed(submission.id)
  }

  /// A file of a name that is there already takes its place; of several forms one is chosen.
  private func take(_ files: [MultipartForm.File], into id: String) async throws {
    // Names that look alike once a pupil's is hidden are of different files, when they come together.
    for (file, name) in zip(files, ShownName.distinct(files.map(\.name))) {
      let told = await examiner.recognise(file.bytes, name: name, language)
      let old = await store[id]?.files.filter { $0.name == name }
      for older in old ?? [] { try await store.remove(older.id, from: id) }
      let stored = Submission.File(
        id: RandomID.make(), name: name, role: told.role, why: told.why, grade: told.grade,
        subject: told.subject)
      try await store.add(file.bytes, stored, to: id)
    }
    _ = try await store.change(id) { $0.chooseForm() }
  }

  private func removeFile(_ request: Request, _ context: DeskContext) async throws -> Response {
    _ = try await SentForm.read(request, context)
    let submission = try await submission(context)
    try await store.remove(try context.parameters.require("file"), from: submission.id)
    _ = try await store.change(submission.id) { $0.chooseForm() }
    return try await changed(submission.id)
  }

  private func erase(_ request: Request, _ context: DeskContext) async throws -> Response {
    _ = try await SentForm.read(request, context)
    try await store.erase(try await submission(context).id)
    return Page.redirect(to: "/")
  }

  // MARK: Mending

  private func correct(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    let submission = try await submission(context)
    let job = try await job(submission)
    guard let source = Int(try sent.text("source")), let sheet = Int(try sent.text("sheet")),
      job.sources.indices.contains(source)
    else { throw HTTPError(.badRequest) }
    let file = job.sources[source]
    let (cell, value) = (try sent.text("cell", limit: 12), try sent.text("value", limit: 200))
    guard
      let corrected = try await examiner.correct(
        try await store.bytes(file, of: submission.id), sheet: sheet, cell: cell, value: value)
    else { throw HTTPError(.badRequest) }
    let correction = Submission.Correction(
      file: file.id, sheet: corrected.sheet, cell: cell, before: corrected.before, after: value, time: now())
    try await store.put(corrected.bytes, correction, in: submission.id)
    return try await changed(submission.id)
  }

  private func undo(_ request: Request, _ context: DeskContext) async throws -> Response {
    _ = try await SentForm.read(request, context)
    let submission = try await submission(context)
    try await store.undo(submission.id)
    return try await changed(submission.id)
  }

  private func explain(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    let submission = try await submission(context)
    let explanation = Submission.Explanation(
      fingerprint: try sent.text("fingerprint", limit: 64), code: try sent.text("code", limit: 16),
      value: try sent.text("value"), text: try sent.text("text", limit: 500))
    _ = try await store.change(submission.id) { submission in
      submission.explanations.removeAll { $0.fingerprint == explanation.fingerprint }
      submission.explanations.append(explanation)
    }
    return try await changed(submission.id)
  }

  private func setDay(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    let submission = try await submission(context)
    let day = try sent.text("held", limit: 10)
    guard examiner.isDay(day) else { throw HTTPError(.badRequest) }
    _ = try await store.change(submission.id) { $0.held = day }
    return try await changed(submission.id)
  }

  private func noteUpload(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    let submission = try await submission(context)
    guard case .form(let form) = await examiner.form(try await job(submission), language) else {
      throw HTTPError(.badRequest)
    }
    let note = try UploadNote(sent)
    let upload = Submission.Upload(
      digest: sha256(form), time: now(), answer: note.answer, outcome: note.outcome.rawValue)
    _ = try await store.change(submission.id) { $0.uploads.append(upload) }
    if let publisher {
      try await publisher.note(note, upload.digest, try await job(submission), of: submission)
    }
    return Page.redirect(to: "/submissions/\(submission.id)")
  }

  // MARK: Taking along

  /// The empty sheet to key into; its name is ours, for what the form is called stays with the form.
  private func sheet(_ context: DeskContext) async throws -> Response {
    let submission = try await submission(context)
    guard let form = submission.files.first(where: { $0.role == "form" }),
      let bytes = await examiner.sheet(
        of: try await store.bytes(form, of: submission.id), name: form.nameOfContent)
    else { throw HTTPError(.notFound) }
    return Download(bytes: bytes, name: "Лист для ввода.xlsx", fallback: "list-dlya-vvoda.xlsx").response
  }

  private func form(_ context: DeskContext) async throws -> Response {
    let submission = try await submission(context)
    switch await examiner.form(try await job(submission), language) {
    case .form(let form):
      let name = submission.files.first { $0.role == "form" }?.name ?? "forma.xlsx"
      return Download(bytes: form, name: name, fallback: "forma.xlsx").response
    case .refused(let words): return try await show(submission, context, notice: words)
    }
  }

  private func annotated(_ context: DeskContext) async throws -> Response {
    let submission = try await submission(context)
    let job = try await job(submission)
    guard let first = job.sources.firstIndex(where: { $0.role == "transcription" || $0.role == "scores" }),
      let bytes = await examiner.annotated(job, source: first, language)
    else { throw HTTPError(.notFound) }
    return Download(bytes: bytes, name: "", fallback: "kopiya-s-pometkami.xlsx").response
  }

  private func report(_ context: DeskContext) async throws -> Response {
    let submission = try await submission(context)
    let page = try await examiner.report(try await job(submission), language)
    var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: page)))
    response.headers[.contentType] = "text/html; charset=utf-8"
    response.headers[.contentSecurityPolicy] = ReportFormat.pagePolicy + "; frame-ancestors 'none'"
    return response
  }

  // MARK: The submission

  private func submission(_ context: DeskContext) async throws -> Submission {
    let id = try context.parameters.require("id")
    guard RandomID.isOne(id), let submission = await store[id],
      submission.school == (try context.person().account?.school)
    else { throw HTTPError(.notFound) }
    return submission
  }

  /// The first sentence of a summary, for a list.
  private static func short(_ summary: String) -> String {
    String(summary.prefix { $0 != "." && $0 != "\n" })
  }

  /// Leads back to the page of a submission that has changed, and tells the district.
  private func changed(_ id: String) async throws -> Response {
    if let publisher, let submission = await store[id] {
      try await publisher.publish(submission, try await job(submission))
    }
    return Page.redirect(to: "/submissions/\(id)")
  }

  /// The files that a check takes, in its order, with all that was said.
  private func job(_ submission: Submission) async throws -> DeskJob {
    let order = ["transcription", "scores", "form", "roster"]
    let files = order.flatMap { role in submission.files.filter { $0.role == role } }
    var contents: [[UInt8]] = []
    for file in files { contents.append(try await store.bytes(file, of: submission.id)) }
    return DeskJob(
      sources: files, contents: contents, held: submission.held, explanations: submission.explanations,
      now: now())
  }
}
