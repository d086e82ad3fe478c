internal import Assessment
internal import Checking
internal import District
internal import HTTPTypes
internal import Hummingbird
internal import Registry
internal import Reports
internal import SchoolCalendar

/// What the centre and the education office look at.
struct DistrictRoutes: Sendable {
  let registry: DistrictRegistry
  let regulations: Regulations
  let changes: Changes
  let language: Language
  let now: @Sendable () -> Int

  func add(to router: RouterGroup<DeskContext>) {
    router.get("/district") { request, context in try page(request, context).page.response }
    router.get("/district/part") { request, context in
      var response = Response(
        status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: try page(request, context).part.text)))
      response.headers[.contentType] = "text/html; charset=utf-8"
      return response
    }
    router.get("/deadlines") { _, context in
      DeadlinesPage(
        language: language, session: try context.person(),
        matrix: try Matrix(registry, under: regulations, at: now(), Matrix.Filter()),
        now: Moment(secondsSince1970: now())
      ).page.response
    }
    router.get("/district/events") { _, _ in changes.response }
    router.get("/district/:school/:work") { _, context in try work(context) }
  }

  /// What only the centre does: it notes the upload of a form that a school has sent by mail.
  func addWriting(to router: RouterGroup<DeskContext>) {
    router.post("/district/:school/:work/uploads") { request, context in
      let sent = try await SentForm.read(request, context)
      let key = try key(context)
      let digest = try sent.text("digest", limit: 64)
      guard try registry.uploads(digest: digest).contains(where: { $0.key == key }) else {
        throw HTTPError(.notFound)
      }
      let moment = Moment(secondsSince1970: now())
      try UploadNote(sent).record(key, digest: digest, in: registry, at: moment)
      try registry.audit(
        "upload", "\(key.school) \(key.work.id)", by: try context.person().account?.id, at: moment)
      return Page.redirect(to: WorkPage.path(key))
    }
  }

  private func key(_ context: DeskContext) throws -> WorkKey {
    let school = try context.parameters.require("school")
    let id = try context.parameters.require("work").plainOfPath
    guard PeopleRoutes.isSchool(school), let work = id.flatMap({ Work(id: $0) }) else {
      throw HTTPError(.notFound)
    }
    return WorkKey(school: school, work: work)
  }

  private func page(_ request: Request, _ context: DeskContext) throws -> MatrixPage {
    let query = request.uri.queryParameters
    let filter = Matrix.Filter(
      state: query.get("state") ?? "", text: String((query.get("text") ?? "").prefix(80)),
      district: String((query.get("district") ?? "").prefix(120)))
    let matrix = try Matrix(registry, under: regulations, at: now(), filter)
    let districts = Set(matrix.lines.map(\.school.district)).sorted()
    return MatrixPage(
      language: language, session: try context.person(), matrix: matrix, filter: filter, districts: districts)
  }

  private func work(_ context: DeskContext) throws -> Response {
    let key = try key(context)
    guard let record = try registry.work(key) else { throw HTTPError(.notFound) }
    let known = try registry.schools().first { $0.login == key.school }
    let planned = try registry.plannedWorks().first { $0.key == key }?.held
    let terms = (record.result.held ?? planned).flatMap { regulations.terms(held: $0, work: key.work) }
    let now = Moment(secondsSince1970: now())
    let people = Dictionary(uniqueKeysWithValues: try registry.accounts().map { ($0.id, $0.name) })
    let page = WorkPage(
      language: language, session: try context.person(), record: record,
      school: known, history: try registry.history(key),
      uploads: try registry.uploads().filter { $0.key == key },
      hops: try registry.custody(school: key.school, work: key.work),
      assignments: try registry.assignments(of: key).map { ($0, people[$0.expert] ?? "") },
      findings: record.result.findings.filter { !$0.isFolded }.compactMap { FindingDocument($0) },
      due: terms.map { DeadlineText($0, now, language).line },
      letter: try letter(record, terms, known, at: now))
    return page.page.response
  }

  private func letter(
    _ record: WorkRecord, _ terms: Terms?, _ school: RegisteredSchool?, at now: Moment
  ) throws -> String {
    let key = record.result.key
    let title = school.map { $0.name.isEmpty ? $0.login : "\($0.name), \($0.login)" } ?? key.school
    let answer = try registry.uploads().first { $0.key == key }?.answer ?? ""
    // The page has no marked copies to attach.
    return SchoolLetter(
      [SchoolWork(record, terms, answer: answer) { _ in nil }], school: title, at: now, hasCopies: false
    ).text
  }
}

extension String {
  /// A piece of a path without percent signs.
  var plainOfPath: String? {
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else { return nil }
      bytes.append(code)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
