internal import Assessment
internal import Checking
internal import HTTPTypes
internal import Hummingbird
internal import Registry
internal import Reports
internal import SchoolCalendar
internal import Seasons
internal import Spreadsheet

/// Statistics of results: for the centre and the education office over all schools, for a school its own.
struct StatisticsRoutes: Sendable {
  let book: StatisticsBook
  let registry: DistrictRegistry
  let regulations: Regulations
  let language: Language
  let now: @Sendable () -> Int

  func add(to router: RouterGroup<DeskContext>) {
    router.get("/statistics") { request, context in try await start(request, context) }
    router.get("/statistics/markings") { request, context in try markings(request, context) }
    router.get("/statistics/:kind") { request, context in try await show(request, context) }
    router.get("/statistics/:kind/book") { request, context in try await workbook(request, context) }
  }

  // MARK: Pages

  private func start(_ request: Request, _ context: DeskContext) async throws -> Response {
    let place = try place(request, context)
    let pairs = try twoMarkings.pairs(of: place.own)
    return StatisticsPage(
      language: language, session: try context.person(), place: place,
      content: .start(try await book.contents(place.view), pairs.map(\.key)),
      municipalities: try municipalities()
    ).page.response
  }

  private func show(_ request: Request, _ context: DeskContext) async throws -> Response {
    let (place, kind, report) = try await report(request, context)
    return StatisticsPage(
      language: language, session: try context.person(), place: place,
      content: .report(kind, report.shown, schools: report.whole.schools),
      municipalities: try municipalities()
    ).page.response
  }

  private func workbook(_ request: Request, _ context: DeskContext) async throws -> Response {
    let (_, kind, report) = try await report(request, context)
    do throws(SpreadsheetError) {
      return Download(
        bytes: try StatisticsWorkbook(report.shown, language).bytes(), name: "",
        fallback: "statistika-\(kind.rawValue).xlsx"
      ).response
    } catch { throw HTTPError(.internalServerError) }
  }

  private func markings(_ request: Request, _ context: DeskContext) throws -> Response {
    let place = try place(request, context)
    let wanted = request.uri.queryParameters.get("work") ?? ""
    guard let school = place.own ?? place.school,
      let pair = try twoMarkings.pairs(of: school).first(where: { $0.key.work.id == wanted }),
      let report = try twoMarkings.report(pair, names: place.own == nil, day: try today)
    else { throw HTTPError(.notFound) }
    return StatisticsPage(
      language: language, session: try context.person(), place: place, content: .markings(report),
      municipalities: []
    ).page.response
  }

  private var twoMarkings: TwoMarkings {
    TwoMarkings(registry: registry, regulations: regulations, language: language)
  }

  // MARK: What is asked for

  /// A report, and what of it is shown: one school, or what concerns all.
  private func report(
    _ request: Request, _ context: DeskContext
  ) async throws -> (StatisticsPlace, StatisticsKind, (whole: StatisticsReport, shown: StatisticsReport)) {
    let place = try place(request, context)
    let kinds = place.own == nil ? StatisticsKind.allCases : StatisticsKind.ofSchool
    guard let kind = StatisticsKind(rawValue: try context.parameters.require("kind")), kinds.contains(kind)
    else { throw HTTPError(.notFound) }
    let whole = try await book.report(kind, place.view, day: try today)
    if let school = place.school {
      guard whole.schools.contains(school) else { throw HTTPError(.notFound) }
      return (place, kind, (whole, whole.showing(school: school)))
    }
    return (place, kind, (whole, place.own == nil ? whole.overview : whole))
  }

  /// Whose works are meant: a school's coordinator can mean the own ones only.
  private func place(_ request: Request, _ context: DeskContext) throws -> StatisticsPlace {
    let account = try context.person().account
    if account?.role == .school {
      guard let own = account?.school else { throw HTTPError(.notFound) }
      return StatisticsPlace(own: own)
    }
    let query = request.uri.queryParameters
    let municipality = String((query.get("district") ?? "").prefix(120))
    let school = query.get("school").flatMap { PeopleRoutes.isSchool(String($0)) ? String($0) : nil }
    return StatisticsPlace(municipality: municipality, school: school)
  }

  private func municipalities() throws -> [String] {
    Set(try registry.schools().map(\.district)).filter { !$0.isEmpty }.sorted()
  }

  /// The day in the district's zone.
  private var today: CalendarDay {
    get throws {
      let zone = try regulations.seasons.zones()[regulations.policy.zone] ?? Zone(id: "UTC", offset: 0)
      guard let zone else { throw HTTPError(.internalServerError) }
      return Moment(secondsSince1970: now()).day(in: zone)
    }
  }
}

/// Whose works a page of statistics is about.
struct StatisticsPlace: Sendable {
  /// The school of a coordinator, who sees nothing else.
  var own: String?
  /// The municipality that was chosen; empty for all.
  var municipality = ""
  /// The school that was chosen among all.
  var school: String?

  var view: StatisticsBook.View { own.map { .school($0) } ?? .district(municipality) }

  /// The address of a page about the same place.
  func path(_ end: String, school: String? = nil) -> String {
    var query: [String] = []
    if !municipality.isEmpty { query.append("district=\(MatrixPage.encoded(municipality))") }
    if let school { query.append("school=\(school)") }
    return "/statistics/\(end)" + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }
}
