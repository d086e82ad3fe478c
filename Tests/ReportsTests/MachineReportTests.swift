import Assessment
import Foundation
import FoundationXML
import Testing

@testable import Reports

/// NDJSON, SARIF and JUnit, for other programs.
@Suite struct `Reports for programs` {
  private func object(_ text: some StringProtocol) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func text(_ format: ReportFormat, _ checked: Checked) throws -> String {
    String(decoding: try format.bytes(checked.inspection, .ru, version: "1.2.3"), as: UTF8.self)
  }

  @Test func `lines say first how many findings follow`() throws {
    let checked = try Checked.spoiled()
    let lines = try text(.ndjson, checked).split(separator: "\n").map { try object($0) }
    #expect(lines[0]["schema"] as? String == "oko/check-lines/1")
    #expect(lines[0]["findings"] as? Int == lines.count - 1)
    #expect(lines.dropFirst().map { $0["code"] as? String } == checked.codes)
  }

  @Test func `SARIF ties each result to its rule, its file and its cell`() throws {
    let checked = try Checked.spoiled()
    let log = try object(text(.sarif, checked))
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(log["version"] as? String == "2.1.0" && driver["version"] as? String == "1.2.3")
    #expect(results.compactMap { $0["ruleId"] as? String } == checked.codes)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
    let points = try #require(results.first { $0["ruleId"] as? String == "SCR004" })
    let location = try #require((points["locations"] as? [[String: Any]])?.first)
    let physical = location["physicalLocation"] as? [String: Any]
    #expect((physical?["artifactLocation"] as? [String: Any])?["uri"] as? String == "4%D0%90.csv")
    let logical = (location["logicalLocations"] as? [[String: Any]])?.first
    #expect(logical?["fullyQualifiedName"] as? String == "E2")
    #expect(points["level"] as? String == "error")
  }

  @Test func `SARIF suppresses what was explained, with the words`() throws {
    let first = try Checked.spoiled()
    let query = try #require(first.inspection.findings.first { $0.code == "TPL002" })
    let checked = try Checked(
      Checked.wrong, header: Checked.header + ";ФИО;Примечание",
      explaining: [.init(fingerprint: query.fingerprint, code: "TPL002", value: nil, text: "нужен завучу")])
    let log = try text(.sarif, checked)
    #expect(log.contains("\"justification\": \"нужен завучу\""))
    let junit = try text(.junit, checked)
    #expect(junit.contains("Пояснение: нужен завучу"))
    #expect(try Count(text(.junit, first)).failures == Count(junit).failures + 1)
  }

  @Test func `JUnit counts what it holds`() throws {
    let checked = try Checked.spoiled()
    let count = try Count(text(.junit, checked))
    let bad = checked.inspection.findings.count { $0.severity >= .query }
    #expect(count.failures == bad && count.stated["failures"] == bad)
    #expect(count.cases == count.stated["tests"] && count.skipped == 1)
    #expect(count.cases > 60)
  }

  /// What stands in a JUnit report.
  private final class Count: NSObject, XMLParserDelegate {
    var cases = 0
    var failures = 0
    var skipped = 0
    var stated: [String: Int] = [:]

    init(_ text: String) throws {
      super.init()
      let parser = XMLParser(data: Data(text.utf8))
      parser.delegate = self
      try #require(parser.parse())
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      switch name {
      case "testcase": cases += 1
      case "failure", "error": failures += 1
      case "skipped": skipped += 1
      case "testsuites": stated = attributes.compactMapValues { Int($0) }
      default: break
      }
    }
  }
}
