import Testing

@testable import Spreadsheet

@Suite struct `A plain table` {
  private static let rows: [[CellValue]] = [
    [.text("Код"), .text("Имя;\"да\""), .text("=1+1")], [.number(40001), .empty, .number(1.5)], [],
    [.text("две\nстроки"), .text("  край  внутри  "), .text("<&>\t'")],
    [.empty, .text("ё😀"), .number(-0.125)],
  ]

  private func values(_ bytes: [UInt8]) throws -> [String: String] {
    let sheet = try Workbook(reading: bytes).sheets[0]
    return Dictionary(
      uniqueKeysWithValues: sheet.cells.map { ("\($0.reference)", sheet.value(of: $0).description) })
  }

  private var expected: [String: String] {
    var table: [String: String] = [:]
    for (row, values) in Self.rows.enumerated() {
      for (column, value) in values.enumerated() where value != .empty {
        table["\(CellReference(row: row, column: column))"] = value.description
      }
    }
    return table
  }

  @Test func `gives its values back from XLSX and ODS`() throws {
    let table = PlainTable(name: "Лист <1>", rows: Self.rows)
    #expect(try values(try PlainTable(name: "Лист", rows: Self.rows).xlsx()) == expected)
    #expect(try values(table.ods) == expected)
    #expect(try Workbook(reading: table.ods).sheets.map(\.name) == ["Лист <1>"])
    let kinds = try Workbook(reading: table.ods).sheets[0].cells.map(\.kind)
    #expect(kinds.filter { $0 == .number }.count == 3 && !kinds.contains(.pending))
  }

  @Test func `gives its values back from CSV, formulas guarded`() throws {
    var wanted = expected
    wanted["C1"] = "'=1+1"
    #expect(try values(PlainTable(name: "", rows: Self.rows).csv) == wanted)
    #expect(try Workbook(reading: PlainTable(name: "", rows: Self.rows).csv).notes.isEmpty)
  }

  @Test(arguments: [
    "=1", "\u{200B}=1", "+1", "-1", "@a", "\ta", "\ra", "\na", " =1", "  +1", "＝1", "＋1", "－1", "＠a", "\0a",
    "\r\na",
    "=\u{301}1",
  ])
  func `guards text that a program could take for a formula`(text: String) {
    let csv = String(decoding: PlainTable(name: "", rows: [[.text(text)]]).csv.dropFirst(3), as: UTF8.self)
    #expect(csv == "\"'\(text)\"\r\n")
  }

  @Test func `leaves numbers and quiet text as they are`() {
    let csv = PlainTable(
      name: "",
      rows: [[.number(-1), .text("a-b"), .text("1=1"), .text("a;b"), .text("a\"b"), .text("a\r\nb")]]
    ).csv
    #expect(
      String(decoding: csv.dropFirst(3), as: UTF8.self) == "-1;a-b;1=1;\"a;b\";\"a\"\"b\";\"a\r\nb\"\r\n")
    #expect(Array(csv.prefix(3)) == [0xEF, 0xBB, 0xBF])
  }

  @Test func `guards the word of an error, which a file may choose`() {
    let csv = PlainTable(name: "", rows: [[.failure("=1"), .failure("#N/A"), .text("\"\u{301}")]]).csv
    #expect(String(decoding: csv.dropFirst(3), as: UTF8.self) == "\"'=1\";#N/A;\"\"\"\u{301}\"\r\n")
  }

  @Test func `is the same twice`() throws {
    let table = PlainTable(name: "Л", rows: Self.rows)
    #expect(try table.xlsx() == table.xlsx())
    #expect(table.ods == table.ods)
  }
}

@Suite struct `The SHA-256 of bytes` {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `is the one of the standard`(text: String, digest: String) {
    #expect(sha256(Array(text.utf8)) == digest)
  }

  @Test func `is that of a million letters`() {
    let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(sha256(million) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
