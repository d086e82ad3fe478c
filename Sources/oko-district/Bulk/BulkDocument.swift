import Assessment
import Console
import District
import Registry
import Reports
import SchoolCalendar

/// The answer of `oko bulk --format json`, written piece by piece: a region's findings need not fit in memory.
struct BulkDocument {
  let overview: Overview
  /// What the run came to: `complete` or `interrupted`.
  let status: String
  let run: Int
  let changes: [FindingsChange]?

  /// What stands before the works.
  var head: String {
    let entries = overview.entries
    let schools = overview.groups.reduce(0) { $0 + $1.schools.count }
    let heldBack = entries.count { $0.state.isHeldBack }
    let summary = JSON.object([
      ("files", .int(overview.files)), ("schools", .int(schools)), ("works", .int(entries.count)),
      ("ready", .int(entries.count - heldBack)), ("held_back", .int(heldBack)),
    ])
    let common = JSON.array(
      overview.common.map { finding in
        .object([
          ("code", .string(finding.code)), ("count", .int(finding.count)),
          ("schools", .array(finding.schools.map { .string($0) })),
        ])
      })
    return """
      {
      "schema": "oko/bulk/1",
      "status": "\(status)",
      "run": \(run),
      "unfinished": \(overview.unfinished.map { JSON($0).line } ?? "null"),
      "summary": \(summary.line),
      "common": \(common.line),
      "strays": \(JSON.array(overview.strays.map { JSON($0) }).line),
      "changes": \(changes.map { JSON.array($0.map { JSON($0) }).line } ?? "null"),
      "works": [
      """
  }

  /// What stands behind them.
  static let tail = "\n]\n}\n"

  /// One work, on one line.
  static func work(_ record: WorkRecord, _ terms: Terms?, at now: Moment, name: (String) -> String?) -> String
  {
    let result = record.result
    let work = result.key.work
    let sources = result.submissions.map { source in
      JSON.object([
        ("file", JSON(name(source.digest))), ("role", .string(source.role)),
        ("sha256", .string(source.digest)),
      ])
    }
    let findings = result.findings.compactMap { FindingDocument($0).map { JSON($0.named(name)) } }
    return JSON.object([
      ("school", .string(result.key.school)), ("season", .int(work.season)), ("grade", .int(work.grade)),
      ("subject", .string(work.subject)), ("level", .string(work.level.rawValue)),
      ("state", .string(Self.word(result.state))), ("stage", .string(result.state.rawValue)),
      ("participants", JSON(result.participants)), ("sources", .array(sources)),
      ("findings", .array(findings)),
      ("upload", JSON(result.state.isHeldBack ? nil : result.upload?.path)),
      ("made", result.upload.map { .bool($0.isMade) } ?? .null),
      ("deadline", terms.map { JSON(deadline: $0, at: now, findings: nil) } ?? .null),
    ]).line
  }

  /// `ready|errors|queries|unreadable|missing`: what the check says; ``WorkState`` tells more, as `stage`.
  private static func word(_ state: WorkState) -> String {
    switch state {
    case .missing, .received: "missing"
    case .unreadable, .errors, .queries: state.rawValue
    case .ready, .written, .uploaded, .accepted: "ready"
    case .rejected: "errors"
    }
  }
}

extension JSON {
  fileprivate init(_ unfinished: Unfinished) {
    let works = unfinished.works.map { key -> JSON in
      .object([("school", .string(key.school)), ("work", .string(key.work.id))])
    }
    self = .object([("files", .int(unfinished.files)), ("works", .array(works))])
  }

  fileprivate init(_ stray: StrayNote) {
    self = .object([
      ("file", .string(stray.path)),
      ("reason", .object([("ru", .string(stray.reason.ru)), ("en", .string(stray.reason.en))])),
      ("finding", stray.finding.map { JSON($0) } ?? .null),
    ])
  }

  /// What has become of the findings of a school.
  init(_ change: FindingsChange) {
    func list(_ items: [FindingsChange.Item]) -> JSON {
      .array(
        items.map {
          .object([
            ("work", .string($0.work.id)), ("code", .string($0.code)),
            ("fingerprint", .string($0.fingerprint)),
          ])
        })
    }
    self = .object([
      ("school", .string(change.school)), ("fixed", list(change.fixed)), ("new", list(change.new)),
      ("unchanged", list(change.unchanged)),
    ])
  }
}
