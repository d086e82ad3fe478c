import Testing

@testable import Spreadsheet

@Suite struct `A package whose cells are edited` {
  private func edited(
    _ rows: String, _ edits: [SheetEdits.Row], strings: [String] = ["общая"]
  ) throws(SpreadsheetError) -> String {
    var package = Package(rows: rows)
    package.strings(strings)
    return try sheet(of: try edit(package.bytes, edits))
  }

  private func edit(_ bytes: [UInt8], _ rows: [SheetEdits.Row]) throws(SpreadsheetError) -> [UInt8] {
    let edited = Result { () throws(SpreadsheetError) in
      try PackageEditor(bytes).applying(SheetEdits(rows), toPart: Package.sheetPart)
    }
    // The sheet that was read with its formulas lends its part, once: the same comes of it, twice.
    var options = ReadingOptions()
    options.keepsFormulas = true
    if let sheet = try? Workbook(reading: bytes, options).sheets.first {
      for _ in 0..<2 {
        let again = Result { () throws(SpreadsheetError) in
          try PackageEditor(bytes).applying(SheetEdits(rows), to: sheet)
        }
        #expect(again == edited)
      }
    }
    return try edited.get()
  }

  private func sheet(of bytes: [UInt8]) throws(SpreadsheetError) -> String {
    let archive = try Archive(bytes, limits: Limits())
    var inflater = Inflater(limits: Limits())
    guard let entry = archive.entry(Package.sheetPart) else { throw SpreadsheetError(.missingPart) }
    let part = String(decoding: try inflater.bytes(of: entry, in: archive), as: UTF8.self)
    let inside = part.split(separator: "<sheetData>").last?.split(separator: "</sheetData>").first
    return inside.map(String.init) ?? ""
  }

  private func one(_ row: Int, _ column: Int, _ edit: CellEdit) -> [SheetEdits.Row] {
    [SheetEdits.Row(number: row, cells: [(column, edit)])]
  }

  @Test(arguments: [
    // Existing cells: attributes and their order stay, `t` follows the value.
    (
      "<row r=\"1\" ht=\"9\"><c r=\"A1\" s=\"3\"><v>7</v></c></row>", CellEdit.number(5),
      "<row r=\"1\" ht=\"9\"><c r=\"A1\" s=\"3\"><v>5</v></c></row>"
    ),
    (
      "<row r=\"1\"><c s=\"3\" r=\"A1\" t=\"s\" cm=\"1\"><v>0</v></c></row>", .number(5),
      "<row r=\"1\"><c s=\"3\" r=\"A1\" cm=\"1\"><v>5</v></c></row>"
    ),
    (
      "<row r=\"1\"><c r=\"A1\" t=\"n\" s=\"2\"><v>0</v></c></row>", .number(5),
      "<row r=\"1\"><c r=\"A1\" t=\"n\" s=\"2\"><v>5</v></c></row>"
    ),
    (
      "<row r=\"1\"><c r='A1' t='str' s='2'><v>a</v></c></row>", .number(5),
      "<row r=\"1\"><c r='A1' s='2'><v>5</v></c></row>"
    ),
    (
      "<row r=\"1\"><c r=\"A1\" s=\"3\"/></row>", .number(5),
      "<row r=\"1\"><c r=\"A1\" s=\"3\"><v>5</v></c></row>"
    ),
    (
      "<row r=\"1\"><c r=\"A1\" s=\"3\" /></row>", .number(5),
      "<row r=\"1\"><c r=\"A1\" s=\"3\"><v>5</v></c></row>"
    ),
    (
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row>", .number(5),
      "<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>"
    ),
    ("<row r=\"1\"><c r=\"A1\"></c></row>", .number(-5), "<row r=\"1\"><c r=\"A1\"><v>-5</v></c></row>"),
    ("<row r=\"1\"><c><v>1</v></c></row>", .number(5), "<row r=\"1\"><c><v>5</v></c></row>"),
    (
      "<row r=\"1\">\n  <c r=\"A1\"><v>1</v></c>\n</row>", .number(5),
      "<row r=\"1\">\n  <c r=\"A1\"><v>5</v></c>\n</row>"
    ),
    // Text: a shared string where there is one, in its cell otherwise.
    (
      "<row r=\"1\"><c r=\"A1\" s=\"3\"/></row>", .text("общая"),
      "<row r=\"1\"><c r=\"A1\" s=\"3\" t=\"s\"><v>0</v></c></row>"
    ),
    (
      "<row r=\"1\"><c r=\"A1\" t=\"str\" s=\"3\"><v>q</v></c></row>", .text("общая"),
      "<row r=\"1\"><c r=\"A1\" t=\"s\" s=\"3\"><v>0</v></c></row>"
    ),
    (
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", .text("a<&>б"),
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a&lt;&amp;&gt;б</t></is></c></row>"
    ),
    (
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", .text("&\u{301}"),
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&amp;\u{301}</t></is></c></row>"
    ),
    // The stored result of a formula.
    (
      "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>SUM(B1:C1)</f><v></v></c></row>", .result(8),
      "<row r=\"1\"><c r=\"A1\"><f>SUM(B1:C1)</f><v>8</v></c></row>"
    ),
    (
      "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"0\"/></c></row>", .result(8),
      "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"0\"/><v>8</v></c></row>"
    ),
    (
      "<row r=\"1\"><c r=\"A1\" t=\"e\"><f t=\"shared\" ref=\"A1:A2\" si=\"0\">A2&gt;1</f><v>#N/A</v></c></row>",
      .result(0),
      "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A2\" si=\"0\">A2&gt;1</f><v>0</v></c></row>"
    ),
    // Missing rows and cells.
    (
      "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>", .number(5),
      "<row r=\"1\"><c r=\"A1\"><v>5</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"
    ),
    (
      "<row r=\"1\"><c r=\"B1\"><v>1</v></c></row>", .number(5),
      "<row r=\"1\"><c r=\"A1\"><v>5</v></c><c r=\"B1\"><v>1</v></c></row>"
    ),
    ("<row r=\"1\" ht=\"9\"/>", .number(5), "<row r=\"1\" ht=\"9\"><c r=\"A1\"><v>5</v></c></row>"),
    ("<row r=\"1\" ht=\"9\" />", .number(5), "<row r=\"1\" ht=\"9\"><c r=\"A1\"><v>5</v></c></row>"),
    ("<row r=\"1\"></row>", .text("общая"), "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"),
    (" ", .number(5), " <row r=\"1\"><c r=\"A1\"><v>5</v></c></row>"),
    ("<row r=\"2\"/>", .result(5), "<row r=\"1\"></row><row r=\"2\"/>"),
  ])
  func `changes the first cell and nothing else`(rows: String, edit: CellEdit, expected: String) throws {
    #expect(try edited(rows, one(0, 0, edit)) == expected)
  }

  @Test func `fills cells before, between and behind those that stand, over several rows`() throws {
    let rows =
      "<row r=\"2\" a=\"1\"><c r=\"B2\"><v>1</v></c><c r=\"D2\" s=\"1\"/></row>\n<row r=\"4\"/><row r=\"9\"><c><v>3</v></c></row>"
    let numbers = [4, 0, 2].map { column in (column, CellEdit.number(column)) }
    let edits = [9, 1, 3, 2].map { SheetEdits.Row(number: $0, cells: numbers) }
    func cells(_ row: Int) -> (String, String, String) {
      ("<c r=\"A\(row)\"><v>0</v></c>", "<c r=\"C\(row)\"><v>2</v></c>", "<c r=\"E\(row)\"><v>4</v></c>")
    }
    let (two, three, four, ten) = (cells(2), cells(3), cells(4), cells(10))
    #expect(
      try edited(rows, edits)
        == "<row r=\"2\" a=\"1\">\(two.0)<c r=\"B2\"><v>1</v></c>\(two.1)<c r=\"D2\" s=\"1\"/>\(two.2)</row>\n"
        + "<row r=\"3\">\(three.0)\(three.1)\(three.2)</row><row r=\"4\">\(four.0)\(four.1)\(four.2)</row>"
        + "<row r=\"9\"><c><v>3</v></c></row><row r=\"10\">\(ten.0)\(ten.1)\(ten.2)</row>")
  }

  @Test func `counts rows and cells that have no address`() throws {
    let rows = "<row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>"
    #expect(
      try edited(rows, one(1, 1, .number(9)))
        == "<row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>9</v></c></row>")
  }

  @Test func `keeps a prefix`() throws {
    var package = Package()
    package[Package.sheetPart] =
      "<x:worksheet xmlns:x=\"\(Package.main)\"><x:sheetData><x:row r=\"2\"><x:c r=\"A2\"><x:f>1+1</x:f></x:c></x:row></x:sheetData></x:worksheet>"
    let cells: [(column: Int, edit: CellEdit)] = [(0, .result(2)), (1, .text("новое")), (2, .number(3))]
    let bytes = try edit(package.bytes, [SheetEdits.Row(number: 1, cells: cells)])
    let sheet = try Workbook(reading: bytes).sheets[0]
    #expect(sheet.cells.map { sheet.value(of: $0) } == [.number(2), .text("новое"), .number(3)])
    #expect(sheet.cells.map(\.hasFormula) == [true, false, false])
  }

  @Test(arguments: [
    "<row r=\"1\"><!-- --><c r=\"A1\"/></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"str\"><v><![CDATA[x]]></v></c></row>",
    "<row r=\"1\"><?p?><c r=\"A1\"/></row>", "<row r=\"1\"></row ><row r=\"2\"></row>",
    "<row r=\"1\"><c r=\"A1\"></c ></row>", "<row r = \"1\"><c r=\"A1\"/></row>",
    "<row r=\"1\"><c r= \"A1\"/></row>",
    "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", "<row r=\"2\"/><row r=\"1\"/>",
    "<row r=\"1\"><c r=\"A3\"/></row>",
    "<row r=\"1\"><c r=\"&#65;1\"/></row>", "<row r=\"1\"><d/></row>", "<d/>", "<row r=\"0\"/>",
    "<row r=\"1\"><c r=\"A1\">",
  ])
  func `refuses what it cannot edit safely`(rows: String) {
    let edits = [
      SheetEdits.Row(number: 0, cells: [(1, .number(1))]),
      SheetEdits.Row(number: 1, cells: [(0, .number(2))]),
    ]
    let error = #expect(throws: SpreadsheetError.self) { try edited(rows, edits) }
    #expect(error?.reason == .cannotWrite)
  }

  @Test func `refuses a result where there is no formula`() {
    for rows in ["<row r=\"1\"><c r=\"A1\"/></row>", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"] {
      let error = #expect(throws: SpreadsheetError.self) { try edited(rows, one(0, 0, .result(1))) }
      #expect(error?.reason == .cannotWrite)
    }
  }

  @Test func `refuses other parts and encodings`() {
    var package = Package(rows: "<row r=\"1\"/>")
    #expect(throws: SpreadsheetError(.missingPart, part: "xl/other.xml")) {
      try PackageEditor(package.bytes).applying(SheetEdits([]), toPart: "xl/other.xml")
    }
    for head in [
      "<?xml version=\"1.0\" encoding=\"windows-1251\"?>", "<!-- -->",
      "<?xml version=\"1.0\" encoding = 'UTF-16'?>",
    ] {
      package[Package.sheetPart] = head + Package.worksheet("<row r=\"1\"/>")
      #expect(throws: SpreadsheetError(.cannotWrite, part: Package.sheetPart)) {
        try edit(package.bytes, one(0, 0, .number(1)))
      }
    }
    package[Package.sheetPart] = "<worksheet xmlns=\"\(Package.main)\"><sheetData/></worksheet>"
    #expect(throws: SpreadsheetError(.cannotWrite, part: Package.sheetPart)) {
      try edit(package.bytes, one(0, 0, .number(1)))
    }
  }

  @Test func `copies every other entry in its compressed bytes, in order, with its time`() throws {
    var raw = RawArchive(Package(rows: "<row r=\"1\"/>"))
    raw.entries.insert(RawArchive.Entry("custom/Ё.bin", Array(0...255)), at: 1)
    raw.entries[1].flags = 0x800
    raw.entries[1].time = 0x4A21_6FBD
    let bytes = raw.bytes
    let made = try edit(bytes, one(0, 0, .number(1)))
    #expect(made == (try edit(bytes, one(0, 0, .number(1)))), "the same input gives the same bytes")
    let old = try Archive(bytes, limits: Limits())
    let new = try Archive(made, limits: Limits())
    #expect(new.notes.isEmpty && old.entries.count == new.entries.count)
    for (a, b) in zip(old.entries, new.entries) {
      #expect(a.rawName == b.rawName && a.time == b.time)
      guard a.name != Package.sheetPart else { continue }
      #expect(a.crc == b.crc && a.size == b.size && a.isStored == b.isStored)
      #expect(try old.raw(a) == new.raw(b))
    }
  }

  @Test(arguments: Fixtures.paths(["xlsx"]).filter { $0.hasPrefix("forms/") })
  func `changes of a form only what it was told to`(path: String) throws {
    let bytes = try Fixtures.bytes(path)
    let before = try Workbook(reading: bytes)
    let index = try #require(before.sheets.firstIndex { $0.name == "Протокол" })
    let places = [
      CellReference(row: 1, column: 0), CellReference(row: 30, column: 3),
      CellReference(row: 2000, column: 2),
    ]
    let edits = places.map { SheetEdits.Row(number: $0.row, cells: [($0.column, .number(777))]) }
    let made = try PackageEditor(bytes).applying(SheetEdits(edits), toPart: before.sheets[index].part)
    let after = try Workbook(reading: made)
    #expect(after.notes == before.notes && after.definedNames == before.definedNames)
    for (number, (a, b)) in zip(before.sheets, after.sheets).enumerated() {
      #expect(a.validations == b.validations && a.merges == b.merges && a.hiddenColumns == b.hiddenColumns)
      let mine = number == index ? Set(places) : []
      let old = a.cells.filter { !mine.contains($0.reference) }
      let new = b.cells.filter { !mine.contains($0.reference) }
      #expect(old.map(\.reference) == new.map(\.reference))
      #expect(
        zip(old, new).allSatisfy { a.value(of: $0) == b.value(of: $1) && $0.hasFormula == $1.hasFormula })
      for place in mine { #expect(b[place] == .number(777)) }
    }
  }
}
