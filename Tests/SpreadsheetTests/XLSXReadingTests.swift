import Testing

@testable import Spreadsheet

@Suite struct `An XLSX package` {
  private func values(_ rows: String, _ change: (inout Package) -> Void = { _ in }) throws -> [String:
    CellValue]
  {
    var package = Package(rows: rows)
    change(&package)
    let sheets = try [false, true].map { try package.sheet(isStrictOnly: $0) }
    let tables = sheets.map { sheet in
      Dictionary(uniqueKeysWithValues: sheet.cells.map { ("\($0.reference)", sheet.value(of: $0)) })
    }
    #expect(tables[0] == tables[1])
    return tables[0]
  }

  private func row(_ cells: String) -> String { "<row r=\"1\">\(cells)</row>" }

  @Test func `holds text in three ways`() throws {
    let cells =
      "<c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is><t> в ячейке </t></is></c><c t=\"str\"><v>из формулы</v></c>"
      + "<c t=\"s\"><v>2</v></c><c t=\"str\"><v></v></c>"
    #expect(
      try values(row(cells)) == [
        "A1": .text("вторая"), "B1": .text(" в ячейке "), "C1": .text("из формулы"),
      ],
      "empty text is no cell")
  }

  @Test func `joins rich text and leaves phonetic readings out`() throws {
    let rich =
      "<r><rPr><b/></rPr><t>пер</t></r><r><t xml:space=\"preserve\">вая </t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh><phoneticPr fontId=\"1\"/>"
    let found = try values(row("<c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is>\(rich)</is></c>")) {
      $0["xl/sharedStrings.xml"] = "<sst xmlns=\"\(Package.main)\"><si>\(rich)</si></sst>"
    }
    #expect(found == ["A1": .text("первая "), "B1": .text("первая ")])
  }

  @Test func `holds booleans and errors, and none of them is a number or text`() throws {
    let cells =
      "<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"b\"><v>true</v></c><c t=\"b\"><v>FALSE</v></c>"
      + "<c t=\"e\"><v>#N/A</v></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c t=\"str\"><v>#N/A</v></c>"
    #expect(
      try values(row(cells)) == [
        "A1": .boolean(true), "B1": .boolean(false), "C1": .boolean(true), "D1": .boolean(false),
        "E1": .failure("#N/A"), "F1": .failure("#DIV/0!"), "G1": .text("#N/A"),
      ])
    let book = try Package(rows: row(cells)).read()
    #expect(book.notes.map(\.word) == [.errorCell, .errorCell])
    #expect(book.notes.map { $0.cell?.description } == ["E1", "F1"])
  }

  @Test(arguments: [false, true])
  func `tells a formula from its value`(isStrictOnly: Bool) throws {
    let cells =
      "<c><f>1+1</f><v>2</v></c><c><f>A1&amp;\"&lt;\"</f></c><c><f t=\"shared\" ref=\"C1:D1\" si=\"0\">B1</f><v>0</v></c>"
      + "<c><f t=\"shared\" si=\"0\"/><v>0</v></c><c t=\"str\"><f>\"\"</f><v></v></c><c><f>#REF!+1</f><v>1</v></c><c><v>1</v></c>"
    let sheet = try Package(rows: row(cells)).sheet(isStrictOnly: isStrictOnly)
    #expect(sheet.cells.map(\.hasFormula) == [true, true, true, true, true, true, false])
    #expect(sheet.cells.map(\.kind) == [.number, .pending, .number, .number, .text, .number, .number])
    #expect(sheet.value(of: sheet.cells[1]) == .empty && sheet.value(of: sheet.cells[4]) == .text(""))
    #expect(
      sheet.cells.indices.map { sheet.formula(of: $0) } == [
        "1+1", "A1&\"<\"", "B1", nil, "\"\"", "#REF!+1", nil,
      ])
    let bare = try Package(rows: row(cells)).read { $0.isStrictOnly = isStrictOnly }.sheets[0]
    #expect(bare.cells.map(\.hasFormula) == sheet.cells.map(\.hasFormula))
    #expect(bare.cells.indices.allSatisfy { bare.formula(of: $0) == nil })
  }

  @Test(arguments: [
    ("SUM(C2:D2)", true), ("C$2", true), ("IF(C2=\"#\",0,D2)", true), ("1+1", false), ("SUM(C3:D3)", false),
    ("C22", false), ("2+C1", false), ("#REF!+C2", false), ("C2+#ref!", false), ("", true),
  ])
  func `knows a formula that lost what it counts`(formula: String, isWhole: Bool) throws {
    let cell = "<row r=\"2\"><c r=\"A2\"><f>\(formula)</f><v>1</v></c></row>"
    let sheet = try Package(rows: cell).sheet()
    #expect(sheet.wholeFormulas(inColumn: 0, fromRow: 1) == (isWhole ? 1 : 0))
  }

  @Test func `counts rows with a whole formula one below another, and ends at the first without`() throws {
    func row(_ number: Int, _ cell: String) -> String { "<row r=\"\(number)\"><c><v>1</v></c>\(cell)</row>" }
    func formula(_ text: String) -> String { "<c><f>\(text)</f><v>1</v></c>" }
    let shared = "<c><f t=\"shared\" si=\"0\"/><v>1</v></c>"
    let rows = row(1, formula("A1")) + row(2, formula("A2")) + row(3, shared) + row(4, formula("$A4"))
    func count(_ more: String, from first: Int = 1) throws -> Int {
      try Package(rows: rows + more).sheet().wholeFormulas(inColumn: 1, fromRow: first)
    }
    #expect(
      try count("") == 3 && count("", from: 0) == 4 && count("", from: 3) == 1 && count("", from: 4) == 0)
    #expect(try count(row(5, formula("A5"))) == 4 && count(row(6, formula("A6"))) == 3)
    #expect(try count(row(5, "<c><v>2</v></c>") + row(6, formula("A6"))) == 3)
    #expect(try count(row(5, "") + row(6, formula("A6"))) == 3 && count(row(5, formula("A4"))) == 3)
  }

  @Test(arguments: [
    (14, true), (22, true), (27, true), (45, true), (50, true), (58, true), (0, false), (1, false),
    (9, false), (13, false),
    (23, false), (37, false), (49, false), (59, false),
  ])
  func `shows a number as a date by a built-in style`(id: Int, isDate: Bool) throws {
    let found = try values(row("<c s=\"1\"><v>45397</v></c>")) {
      $0.styles("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"\(id)\"/></cellXfs>")
    }
    #expect(found["A1"] == (isDate ? .date(DateStamp(year: 2024, month: 4, day: 15)) : .number(45397)))
  }

  @Test(arguments: [
    ("dd.mm.yyyy", true), ("[$-419]d mmmm yyyy", true), ("h:mm", true), ("\"дата\" yyyy", true),
    ("General", false), ("0.00", false),
    ("\"d\"0", false), ("\\d0", false), ("_d0", false), ("[Red]0", false), ("0;d", false),
    ("#,##0 \"дней\"", false), ("@", false), ("", false),
    ("[Magenta]0", false), ("[hh]", true), ("[s]", true), ("*d0", false), ("YYYY", true),
  ])
  func `shows a number as a date by a style of its own`(code: String, isDate: Bool) throws {
    #expect(StyleSheet.showsDate(code) == isDate)
    let found = try values(row("<c s=\"0\"><v>1</v></c>")) {
      $0.styles(
        "<numFmts><numFmt numFmtId=\"14\" formatCode=\"\(code.replacing("\"", with: "&quot;"))\"/></numFmts>"
          + "<cellStyleXfs><xf numFmtId=\"1\"/></cellStyleXfs><cellXfs><xf numFmtId=\"14\"/></cellXfs>")
    }
    #expect((found["A1"] == .number(1)) == !isDate)
  }

  @Test func `counts days from 1904 where it says so`() throws {
    for (flag, day) in [("1", 2), ("true", 2), ("0", 1), ("false", 1)] {
      let found = try values(
        row("<c s=\"1\"><v>\(flag == "1" || flag == "true" ? 43936 : 45398 - 1)</v></c>")
      ) {
        // Excel for Mac adds properties of its own under the same name.
        let own = "<extLst><ext><x:workbookPr xmlns:x=\"urn:x\" chartTrackingRefBase=\"1\"/></ext></extLst>"
        $0.book(
          "<workbookPr date1904=\"\(flag)\"/><sheets><sheet name=\"Л\" r:id=\"r1\"/></sheets>\(own)")
        $0.styles("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>")
      }
      #expect(found["A1"] == .date(DateStamp(year: 2024, month: 4, day: 14 + day)))
    }
  }

  @Test(arguments: [
    ("2024-04-15", DateStamp(year: 2024, month: 4, day: 15)),
    ("2024-04-15T23:44:51.894", DateStamp(year: 2024, month: 4, day: 15, second: 85_491)),
    ("23:44:51.894", DateStamp(year: 1899, month: 12, day: 31, second: 85_491)),
  ])
  func `takes days and times that are written out`(text: String, stamp: DateStamp) throws {
    #expect(try values(row("<c t=\"d\"><v>\(text)</v></c>"))["A1"] == .date(stamp))
  }

  @Test func `has hidden rows, columns and sheets`() throws {
    let part = Package.worksheet(
      "<row r=\"2\" hidden=\"1\"><c r=\"C2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>1</v></c></row>")
    let hidden = part.replacing(
      "<sheetData>",
      with:
        "<cols><col min=\"3\" max=\"5\" hidden=\"1\"/><col min=\"1\" max=\"1\"/><col min=\"0\" max=\"99999\" hidden=\"1\"/></cols><sheetData>"
    )
    let book = try Package(sheets: [hidden, part, part], states: ["visible", "hidden", "veryHidden"]).read()
    #expect(book.sheets.map(\.visibility) == [.visible, .hidden, .veryHidden])
    #expect(book.sheets.map(\.name) == ["Лист1", "Лист2", "Лист3"])
    #expect(book.sheets[0].rows.map(\.isHidden) == [true, false])
    #expect(
      (0..<7).map { book.sheets[0].isHidden(column: $0) } == [false, false, true, true, true, false, false])
    #expect(book.notes.map(\.word) == [.badRange, .hiddenSheet, .hiddenSheet])
    #expect(book.sheets[0].extent == (3, 3))
  }

  @Test func `keeps merged ranges as ranges`() throws {
    let shell =
      "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"D9\"/><mergeCell ref=\"?\"/><mergeCell/></mergeCells>"
    let book = try Package(rows: row("<c><v>1</v></c>"), shell: shell).read()
    #expect(book.sheets[0].merges.map(\.description) == ["A1:B2", "D9"])
    #expect(book.sheets[0].cells.count == 1)
    #expect(book.notes.map(\.word) == [.badRange, .badRange])
  }

  @Test func `carries checks on input, in the main part and in the extension`() throws {
    let shell =
      "<dataValidations><dataValidation type=\"list\" sqref=\"B2:B9 D2\"><formula1>Sheet2!$A$1:$A$3</formula1></dataValidation>"
      + "<dataValidation type=\"whole\" operator=\"lessThan\" sqref=\"A1\"><formula1>1</formula1><formula2>2</formula2></dataValidation>"
      + "<dataValidation sqref=\"C1\"/></dataValidations>"
      + "<extLst><ext uri=\"x\" xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\" xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\">"
      + "<x14:dataValidations><x14:dataValidation type=\"list\"><x14:formula1><xm:f>'Л 2'!$A$1</xm:f></x14:formula1><xm:sqref>E1:E5</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
    for isStrictOnly in [false, true] {
      let found = try Package(rows: "", shell: shell).sheet(isStrictOnly: isStrictOnly).validations
      let expected = [
        DataValidation(
          type: "list", comparison: "between", first: "Sheet2!$A$1:$A$3", second: "",
          ranges: [CellRange("B2:B9"), CellRange("D2")].compactMap { $0 }),
        DataValidation(
          type: "whole", comparison: "lessThan", first: "1", second: "2",
          ranges: [CellRange("A1")].compactMap { $0 }),
        DataValidation(
          type: "none", comparison: "between", first: "", second: "",
          ranges: [CellRange("C1")].compactMap { $0 }),
        DataValidation(
          type: "list", comparison: "between", first: "'Л 2'!$A$1", second: "",
          ranges: [CellRange("E1:E5")].compactMap { $0 }),
      ]
      #expect(found == expected)
    }
  }

  @Test func `has defined names`() throws {
    var package = Package(rows: "")
    package.book(
      "<sheets><sheet name=\"Л\" r:id=\"r1\"/></sheets><definedNames><definedName name=\"Отметки\">'Сл'!$F$1:$F$5</definedName>"
        + "<definedName name=\"b\">A&amp;B</definedName><definedName>x</definedName></definedNames>")
    let names = try package.read().definedNames
    #expect(names.map(\.name) == ["Отметки", "b"] && names.map(\.formula) == ["'Сл'!$F$1:$F$5", "A&B"])
  }

  @Test func `may carry prefixes, absolute targets, another case and backslashes`() throws {
    var package = Package(rows: "")
    package[Package.sheetPart] =
      "<x:worksheet xmlns:x=\"\(Package.main)\"><x:sheetData><x:row><x:c t=\"s\"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    package.relate([
      ("r1", "worksheet", "/XL/worksheets/Sheet1.xml"), ("t", "sharedStrings", "./sharedStrings.xml"),
    ])
    #expect(try package.sheet()[CellReference(row: 0, column: 0)] == .text("общая"))
    let raw = RawArchive(package) { entries in
      for index in entries.indices { entries[index].name = entries[index].name.map { $0 == 47 ? 92 : $0 } }
    }
    #expect(try Workbook(reading: raw.bytes).sheets[0].cells.count == 1)
  }

  @Test func `may lie elsewhere, as its relationships say, and in the strict namespace`() throws {
    let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    let links = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    var package = Package(rows: "")
    package["_rels/.rels"] =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"\(links)/officeDocument\" Target=\"book/main.xml\"/></Relationships>"
    package["book/main.xml"] =
      "<workbook xmlns=\"\(strict)\" xmlns:r=\"\(links)\"><sheets><sheet name=\"Я\" r:id=\"q\"/></sheets></workbook>"
    package["book/_rels/main.xml.rels"] =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"q\" Type=\"\(links)/worksheet\" Target=\"../s.xml\"/></Relationships>"
    package["s.xml"] =
      "<worksheet xmlns=\"\(strict)\"><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>"
    let book = try package.read()
    #expect(book.sheets.map(\.name) == ["Я"] && book.sheets[0].part == "s.xml")
    #expect(book.sheets[0][CellReference(row: 0, column: 0)] == .number(7))
    #expect(book.notes.map(\.word) == [.badRelTarget], "a target that goes up is noted")
  }

  @Test(arguments: [false, true])
  func `may be written in UTF-16`(isBig: Bool) throws {
    var package = Package(rows: "")
    let text =
      "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
      + Package.worksheet("<row><c t=\"str\"><v>ёж 😀</v></c></row>")
    package.put(
      text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] },
      as: Package.sheetPart)
    #expect(try package.sheet()[CellReference(row: 0, column: 0)] == .text("ёж 😀"))
  }

  @Test func `may hold CDATA, comments and elements of others`() throws {
    let rows =
      "<!-- a --><row><!-- b --><c t=\"str\"><v><![CDATA[<a>]]>&amp;<!-- c -->b</v></c><r:c><r:v>5</r:v></r:c><c><v>2</v></c></row><r:row/>"
    #expect(try values(rows) == ["A1": .text("<a>&b"), "B1": .number(2)])
    #expect(try Package(rows: rows).sheet().rows.count == 1)
  }

  @Test func `places rows and cells without addresses behind the last ones`() throws {
    let rows =
      "<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row><row r=\"5\"><c><v>4</v></c></row><row><c r=\"B6\"><v>5</v></c></row>"
    #expect(
      try values(rows) == [
        "A1": .number(1), "D1": .number(2), "E1": .number(3), "A5": .number(4), "B6": .number(5),
      ])
  }

  @Test func `puts rows and cells in order and notes what stands twice; the later holds`() throws {
    let rows =
      "<row r=\"3\"><c r=\"C3\"><v>1</v></c><c r=\"A3\"><f>X</f><v>2</v></c></row><row r=\"1\"><c r=\"A1\"><v>3</v></c></row>"
      + "<row r=\"3\" hidden=\"1\"><c r=\"A3\"><f>Y</f><v>4</v></c></row><row r=\"9\"><c r=\"B8\"><v>6</v></c></row>"
    let book = try Package(rows: rows).read { $0.keepsFormulas = true }
    let sheet = book.sheets[0]
    #expect(sheet.cells.map(\.reference.description) == ["A1", "A3", "C3", "B8"])
    #expect(sheet.cells.map(\.number) == [3, 4, 1, 6])
    #expect(sheet.formula(of: 1) == "Y" && sheet.formula(of: 2) == nil)
    #expect(sheet.rows.map(\.number) == [0, 2, 7])
    #expect(book.notes.map(\.word) == [.duplicateRow, .rowMismatch, .duplicateCell])
    #expect(book.notes.map { $0.cell?.description } == ["A3", "B8", "A3"])
  }

  @Test func `notes a row that stands twice in a row`() throws {
    let row = "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"
    let book = try Package(rows: row + row).read()
    #expect(book.notes.map(\.word) == [.duplicateRow, .duplicateCell] && book.sheets[0].rows.count == 1)
  }

  @Test(arguments: [false, true])
  func `notes a row that comes again, also when it was empty the first time`(isStrictOnly: Bool) throws {
    let filled = "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"
    func notes(_ rows: String) throws -> [ReadingNote.Word] {
      try Package(rows: rows).read { $0.isStrictOnly = isStrictOnly }.notes.map(\.word)
    }
    #expect(try notes("<row/><row/><row/><row r=\"5\"/>" + filled) == [.duplicateRow])
    #expect(try notes("<row/><row r=\"3\"/>" + filled) == [])
    #expect(try notes("<row r=\"4\"/><row r=\"3\"/><row r=\"2\"/>" + filled) == [.duplicateRow])
    #expect(try notes("<row r=\"9\"/><row r=\"3\"/>" + filled + "<row r=\"3\"/>") == [.duplicateRow])
  }

  @Test func `decodes the escape of characters that XML cannot hold`() throws {
    let text = "а_x000D_б_x0041__x005F_x0042_"
    let found = try values(
      row(
        "<c t=\"s\"><v>0</v></c><c t=\"str\"><v>\(text)</v></c><c t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      )
    ) {
      $0.strings([text])
    }
    #expect(Set(found.values) == [.text("а\rбA_x0042_")] && found.count == 3)
  }

  @Test func `notes spaces in numbers and addresses, and unknown styles`() throws {
    let book = try Package(rows: row("<c r=\" A1\"><v> 5 </v></c><c r=\"\" s=\"99\"><v>6</v></c>")).read()
    #expect(book.sheets[0].cells.map(\.number) == [5, 6])
    #expect(book.notes.map(\.word) == [.badCellRef, .badNumber, .badCellRef, .badStyle])
  }

  @Test(arguments: [
    ("<row r=\"0\"/>", SpreadsheetError.Reason.badRowRef), ("<row r=\"1048577\"/>", .badRowRef),
    ("<row r=\"x\"/>", .badRowRef),
    ("<row><c r=\"1A\"/></row>", .badCellRef), ("<row><c r=\"XFE1\"/></row>", .badCellRef),
    ("<row><c t=\"s\"><v>3</v></c></row>", .badSharedString),
    ("<row><c t=\"s\"><v>-1</v></c></row>", .badSharedString),
    ("<row><c t=\"s\"><v>x</v></c></row>", .badSharedString),
    ("<row><c><v>x</v></c></row>", .badNumber), ("<row><c><v>1 2 x</v></c></row>", .badNumber),
    ("<row><c t=\"b\"><v>2</v></c></row>", .badNumber),
    ("<row><c t=\"d\"><v>2024-02-30</v></c></row>", .badNumber), ("<row><c><v>1</c></row>", .xmlMalformed),
    ("<row><c><v>&x;</v></c></row>", .xmlMalformed),
  ])
  func `refuses what cannot be meant`(rows: String, reason: SpreadsheetError.Reason) {
    for isStrictOnly in [false, true] {
      let error = #expect(throws: SpreadsheetError.self) {
        try Package(rows: rows).read { $0.isStrictOnly = isStrictOnly }
      }
      #expect(error?.reason == reason && error?.part == Package.sheetPart)
    }
  }

  @Test func `names the line of malformed XML`() {
    let error = #expect(throws: SpreadsheetError.self) { try Package(rows: "\n<row>\n<c>\n</row>").read() }
    #expect(error?.line == 4)
  }

  @Test func `passes over charts and is told when it has macros`() throws {
    var package = Package(sheets: [Package.worksheet(""), Package.worksheet("<row><c><v>1</v></c></row>")])
    package.relate([
      ("r1", "chartsheet", "worksheets/sheet1.xml"), ("r2", "worksheet", "worksheets/sheet2.xml"),
    ])
    package["[Content_Types].xml"] =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"
    let book = try package.read()
    #expect(
      book.format == .xlsm && book.sheets.map(\.name) == ["Лист2"]
        && book.notes.map(\.word) == [.notWorksheet])
  }
}
