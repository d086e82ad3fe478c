public import Assessment
public import SchoolCalendar

extension JSON {
  /// The answer of `oko check` (`schemas/report.schema.json`).
  public init(check inspection: Inspection) {
    let examination = inspection.examination
    self = .object(
      Self.head("oko/check/1", inspection) + [
        ("work", JSON(examination.work?.id)), ("participants", JSON(examination.record?.participants.count)),
      ] + Self.tail(inspection))
  }

  /// How an answer about an inspection begins: its shape, its outcome, how many findings it has.
  static func head(_ schema: String, _ inspection: Inspection) -> [(String, JSON)] {
    let refused = inspection.worst == .fatal
    let isClean = inspection.findings.allSatisfy { $0.severity < .query || $0.explanation != nil }
    return [
      ("schema", .string(schema)),
      ("status", .string(refused ? "refused" : isClean ? "clean" : "findings")),
      ("summary", .object(Severity.allCases.reversed().map { ($0.rawValue, .int(inspection.count($0))) })),
    ]
  }

  /// How it ends: the steps, the findings, the term, the files.
  static func tail(_ inspection: Inspection) -> [(String, JSON)] {
    let examination = inspection.examination
    return [
      ("phases", .array(inspection.steps.map { JSON($0) })),
      ("findings", .array(inspection.findings.map { JSON($0, in: examination) })),
      ("deadline", examination.terms.map { JSON(deadline: $0, at: examination.now, findings: nil) } ?? .null),
      ("sources", .array(examination.sources.map { JSON($0) })),
    ]
  }

  /// The answer of `oko convert`; `written` is `nil` when it was refused.
  public init(convert inspection: Inspection, written: (output: String, sha256: String, made: Bool)?) {
    self = .object([
      ("schema", .string("oko/convert/1")),
      ("status", .string(written == nil ? "refused" : "written")),
      ("output", JSON(written?.output)),
      ("sha256", JSON(written?.sha256)),
      ("participants", written == nil ? .null : JSON(inspection.examination.record?.participants.count)),
      ("made", written.map { .bool($0.made) } ?? .null),
      ("findings", .array(inspection.findings.map { JSON($0, in: inspection.examination) })),
    ])
  }

  /// Both terms of a test day, all readings and the time left; with the findings when they are not elsewhere.
  public init(deadline terms: Terms, at now: Moment?, findings: [JSON]?) {
    var fields: [(String, JSON)] = [
      ("held", .string(terms.held.description)),
      ("expert", .object([("due", .string(terms.expertDue.description))])),
      (
        "upload",
        .object([
          ("due", .string(terms.due.description)), ("cutoff", .string(terms.cutoff.description)),
          ("zone", .string(terms.zone.id)), ("reading", .string(terms.reading.rawValue)),
          ("limit", .string(terms.limit.rawValue)),
          ("left_seconds", JSON(now.map { terms.secondsLeft(at: $0) })),
        ])
      ),
      ("provisional", .bool(!terms.provisionalYears.isEmpty)),
      ("readings", .object(Reading.allCases.map { ($0.rawValue, .string(terms.readings[$0].description)) })),
    ]
    if let findings { fields.append(("findings", .array(findings))) }
    self = .object(fields)
  }

  /// The answer of `oko criteria lint`: the tables that were checked, and what is wrong with them.
  public init(lint findings: [Finding], tables: [String]) {
    let nowhere = Examination.empty
    self = .object([
      ("schema", .string("oko/lint/1")), ("tables", .array(tables.map { .string($0) })),
      ("findings", .array(findings.map { JSON($0, in: nowhere) })),
    ])
  }

  /// The findings of an inspection, each as one object.
  public static func findings(of inspection: Inspection) -> [JSON] {
    inspection.findings.map { JSON($0, in: inspection.examination) }
  }

  private init(_ step: Inspection.Step) {
    self = .object([
      ("name", .string(step.phase.rawValue)), ("ran", .bool(step.reason == nil)),
      ("reason", step.reason.map { reason in JSON.both { reason[$0] } } ?? .null),
    ])
  }

  private init(_ source: Source) {
    self = .object([
      ("file", .string(source.name)), ("role", .string(source.role.rawValue)),
      ("sha256", .string(source.digest)),
    ])
  }
}
