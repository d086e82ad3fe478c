import Assessment
import Foundation
import SchoolCalendar
import Testing

@testable import Seasons

/// The fast way through a file of data and `JSONDecoder` give the same, or the fast way gives up.
@Suite struct `The two ways through a file of data` {
  private func both<Value: Decodable & Equatable>(_ json: [UInt8], as type: Value.Type) throws {
    #expect(try PlainJSON.decode(type, json) == JSONDecoder().decode(type, from: Data(json)))
  }

  @Test(arguments: embeddedSchemas.map(\.path))
  func `agree on every file of the program, and the fast one reads it`(path: String) throws {
    let json = SchemaFiles(overlay: []).bytes(of: path)
    switch path.split(separator: "/").first {
    case "criteria": try both(json, as: CriteriaTable.self)
    case "layouts":
      let strict = try JSONDecoder().decode(LayoutFile.self, from: Data(json))
      #expect(try PlainJSON.decode(LayoutFile.self, json).layout == strict.layout)
    case "seasons": try both(json, as: Season.self)
    case "calendar": try both(json, as: CalendarYear.self)
    case "policy": try both(json, as: DeadlinePolicy.self)
    default: try both(json, as: ZoneTable.self)
    }
  }

  @Test(arguments: [
    "[1, -2, 0]", " [ ] ", "[999999999999999]", "[\n1\t,\r2 ]",
  ])
  func `agree on numbers`(json: String) throws { try both(Array(json.utf8), as: [Int].self) }

  @Test(arguments: ["[true, null, false]", "[null]"])
  func `agree on words`(json: String) throws { try both(Array(json.utf8), as: [Bool?].self) }

  @Test(arguments: ["[\"«ё»\", \"\", \"e\u{301}\"]", "[\"/\u{7F}\u{1F600}\"]"])
  func `agree on texts`(json: String) throws { try both(Array(json.utf8), as: [String].self) }

  @Test(arguments: [
    "", "{", "[", "[1", "[1,]", "[,1]", "[1 2]", "[1]]", "[1] x", "{\"a\":1,}", "{\"a\" 1}", "{a:1}",
    "{\"a\":1 \"b\":2}",
    "{\"a\":1,\"a\":2}", "[01]", "[-01]", "[-0]", "[-]", "[+1]", "[1.0]", "[1e2]", "[.5]", "[1.]", "[0x1]",
    "[1000000000000000]",
    "[tru]", "[True]", "[nul]", "[NaN]", "[\"]", "[\"\\n\"]", "[\"\n\"]", "[\"\u{0}\"]", "['a']",
    "\u{FEFF}[1]", "[1]\u{A0}", "[1] // x",
    String(repeating: "[", count: 20) + String(repeating: "]", count: 20),
  ])
  func `part where the fast one does not know what stands there`(json: String) {
    #expect(throws: PlainJSON.NotPlain.self) { try PlainJSON(Array(json.utf8)) }
  }

  @Test func `part at bytes that are no text`() {
    #expect(throws: PlainJSON.NotPlain.self) { try PlainJSON([0x5B, 0x22, 0xD0, 0x22, 0x5D]) }
    #expect(throws: PlainJSON.NotPlain.self) { try PlainJSON([0x5B, 0x22, 0xC0, 0x80, 0x22, 0x5D]) }
  }
}
