internal import Assessment
internal import Checking
internal import District
internal import HTTPTypes
internal import Hummingbird
internal import Registry
internal import SchoolCalendar
internal import Seasons

/// How observer and centre put down the way of packages; the office looks on.
struct CustodyRoutes: Sendable {
  let registry: DistrictRegistry
  let regulations: Regulations
  let language: Language
  let now: @Sendable () -> Int

  func add(to router: RouterGroup<DeskContext>) {
    router.get("/custody") { _, context in try page(context) }
    router.get("/custody/act") { request, _ in try act(request) }
  }

  /// The routes that write.
  func addWriting(to router: RouterGroup<DeskContext>) {
    router.post("/custody") { request, context in try await add(request, context) }
  }

  private func page(_ context: DeskContext, problem: String? = nil) throws -> Response {
    var works: [WorkKey] = []
    try registry.forEachWork(withFindings: false) { works.append($0.result.key) }
    return CustodyPage(
      language: language, session: try context.person(), chains: try book().chains, works: works,
      problem: problem
    ).page.response
  }

  private func book(school: String? = nil, work: Work? = nil) throws -> CustodyBook {
    let titles = Dictionary(try registry.schools().map { ($0.login, $0.name) }) { first, _ in first }
    return CustodyBook(try registry.custody(school: school, work: work), titles: titles)
  }

  private func add(_ request: Request, _ context: DeskContext) async throws -> Response {
    let sent = try await SentForm.read(request, context)
    let parts = try sent.text("work").split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, PeopleRoutes.isSchool(parts[0]), let work = Work(id: parts[1]),
      let step = Int(try sent.text("step", limit: 2)).flatMap({ CustodyStep(rawValue: $0) }),
      try registry.schools().contains(where: { $0.login == parts[0] })
    else { throw HTTPError(.badRequest) }
    let papers = Int(sent["papers"] ?? "")
    guard papers.map({ (0...1500).contains($0) }) ?? true else { throw HTTPError(.badRequest) }
    func who(_ name: String, _ role: Text) throws -> String {
      let text = try sent.text(name, limit: 120)
      return text.isEmpty ? role.ru : text
    }
    let moment = Moment(secondsSince1970: now())
    let hop = CustodyHop(
      WorkKey(school: parts[0], work: work), hop: step.rawValue, at: moment,
      giver: try who("giver", step.roles.giver), taker: try who("taker", step.roles.taker),
      what: step.title.ru, works: papers)
    let id = try registry.add(hop)
    try registry.audit("custody", "\(id)", by: try context.person().account?.id, at: moment)
    return Page.redirect(to: "/custody")
  }

  /// The observer's act of a work, to be printed and signed.
  private func act(_ request: Request) throws -> Response {
    let query = request.uri.queryParameters
    guard let school = query.get("school"), let work = query.get("work").flatMap({ Work(id: $0) }),
      let chain = try book(school: school, work: work).chains.first,
      let zones = try? regulations.seasons.zones(), let zone = zones[regulations.policy.zone]
    else { throw HTTPError(.notFound) }
    let act = ObserverAct(chain, ActFacts(school: chain.title, zone: zone))
    var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: act.html)))
    response.headers[.contentType] = "text/html; charset=utf-8"
    response.headers[.contentSecurityPolicy] = "\(ObserverAct.policy); frame-ancestors 'none'"
    return response
  }
}
