import Assessment
import Foundation
import Testing

@testable import Reports

/// The field names of our JSON answers are contracts: these lists only grow, and never at the cost of an old name.
@Suite struct `The JSON answers` {
  private static let finding = [
    "code", "slug", "severity", "phase", "message", "location", "expected", "actual", "fix", "basis",
    "fingerprint",
    "cause", "related", "explanation",
  ]
  private static let location = ["file", "sheet", "cell", "header", "participant", "class", "task", "paper"]
  private static let check = [
    "schema", "status", "summary", "work", "participants", "phases", "findings", "deadline", "sources",
  ]
  private static let convert = [
    "schema", "status", "output", "sha256", "participants", "made", "findings",
  ]

  private func names(_ json: JSON?) -> [String] {
    if case .object(let fields)? = json { fields.map(\.0) } else { [] }
  }

  private func value(_ json: JSON?, _ name: String) -> JSON? {
    if case .object(let fields)? = json { fields.first { $0.0 == name }?.1 } else { nil }
  }

  private func schema(_ name: String) throws -> [String: Any] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../schemas")
      .standardized
    let data = try Data(contentsOf: root.appending(path: "\(name).schema.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func `of a finding keep their names, in the answer and in its schema`() throws {
    let finding = try #require(JSON.findings(of: Checked.spoiled().inspection).first)
    #expect(names(finding) == Self.finding)
    #expect(names(value(finding, "location")) == Self.location)
    #expect(names(value(finding, "message")) == ["ru", "en"])
    #expect(names(value(finding, "fix")) == ["applicability", "ru", "en"])
    #expect(names(value(finding, "basis")) == ["kind", "document", "clause", "confidence"])
    let schema = try schema("finding")
    #expect(schema["required"] as? [String] == Self.finding)
    #expect(Set((schema["properties"] as? [String: Any] ?? [:]).keys) == Set(Self.finding))
    let place = (schema["$defs"] as? [String: Any])?["location"] as? [String: Any]
    #expect(place?["required"] as? [String] == Self.location)
    #expect(schema["additionalProperties"] as? Bool == false)
  }

  @Test func `of check and convert keep their names, in the answers and in their schema`() throws {
    let inspection = try Checked.spoiled().inspection
    #expect(names(JSON(check: inspection)) == Self.check)
    #expect(names(JSON(convert: inspection, written: nil)) == Self.convert)
    #expect(
      names(value(JSON(check: inspection), "summary")) == ["fatal", "error", "query", "warning", "info"])
    let answers = try #require(try schema("report")["$defs"] as? [String: [String: Any]])
    for (name, fields) in [("check", Self.check), ("checkLines", Self.check), ("convert", Self.convert)] {
      let required = Set(answers[name]?["required"] as? [String] ?? [])
      #expect(required.isSubset(of: Set(fields)), "\(name)")
      #expect(Set((answers[name]?["properties"] as? [String: Any] ?? [:]).keys) == Set(fields), "\(name)")
    }
  }

  @Test func `keep the words of severities, phases and grounds`() {
    #expect(Severity.allCases.map(\.rawValue) == ["info", "warning", "query", "error", "fatal"])
    #expect(
      Phase.allCases.map(\.rawValue) == [
        "container", "table", "types", "rows", "file", "sources", "plausibility", "plan", "custody",
        "deadline", "form",
      ])
    let kinds: [Basis.Kind] = [.form, .procedure, .order, .policy, .heuristic]
    #expect(kinds.map(\.rawValue) == ["form", "procedure", "order", "policy", "heuristic"])
  }
}
