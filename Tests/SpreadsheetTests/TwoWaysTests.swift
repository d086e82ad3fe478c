import Testing

@testable import Spreadsheet

/// The fast way takes a subset of what the strict way takes, and gives the same of it.
@Suite struct `The two ways through a sheet` {
  static let plain =
    "<row r=\"1\" spans=\"1:9\" ht=\"15\" customHeight=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45366</v></c>"
    + "<c r=\"C1\" t=\"str\"><f>A1&amp;\"x\"</f><v>да</v></c><c r=\"D1\" t=\"b\"><v>1</v></c></row>"
    + "<row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c><c r=\"B2\"><f>SUM(B1:B1)</f><v>2.5</v></c>"
    + "<c r=\"C2\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a &lt; б </t></is></c><c r=\"D2\" s=\"1\"/></row>"
    + "<row r=\"4\"/><row r=\"5\"><c r=\"A5\"><f t=\"shared\" si=\"0\" ref=\"A5:A6\">B5+1</f><v>-1e3</v></c>"
    + "<c r=\"B5\"><f/><v/></c><c r=\"C5\" t=\"n\"><v></v></c></row>"

  private func package(_ sheet: String) -> Package {
    var package = Package(sheet: sheet)
    package.styles("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>")
    return package
  }

  private func expectAgreement(_ package: Package, _ what: String, limits: Limits = Limits()) {
    let bytes = package.bytes
    for keepsFormulas in [true, false] {
      let fast = Outcome(bytes, isStrictOnly: false, limits: limits, keepsFormulas: keepsFormulas)
      let strict = Outcome(bytes, isStrictOnly: true, limits: limits, keepsFormulas: keepsFormulas)
      #expect(fast == strict, "\(what)")
      for piece in [13, 300, 1 << 20] {
        let pieces = Outcome(bytes, limits: limits, keepsFormulas: keepsFormulas, piece: piece)
        #expect(pieces == strict, "\(what), in pieces of \(piece)")
      }
    }
  }

  @Test(arguments: Fixtures.paths(["xlsx", "xlsm"]))
  func `agree on every workbook of the fixtures`(path: String) throws {
    let bytes = try Fixtures.bytes(path)
    let strict = Outcome(bytes, isStrictOnly: true)
    #expect(Outcome(bytes) == strict)
    #expect(Outcome(bytes, piece: 5000) == strict)
  }

  @Test func `agree on plain rows, and the fast one takes them`() throws {
    expectAgreement(package(Package.worksheet(Self.plain)), "plain")
    let sheet = Array(Package.worksheet(Self.plain).utf8)
    let shell = try #require(SheetShell(of: sheet))
    let empty = SheetBuilder(sheet: 0, arena: TextArena(), limits: Limits(), roomForCells: 100)
    var builder = empty
    let context = SheetContext(
      strings: [1], dateStyles: [false, true], dateOffset: 0, keepsFormulas: false)
    let end = try sheet.withView { view throws(SpreadsheetError) in
      try PlainRows.scan(view, in: shell, context: context, into: &builder)
    }
    #expect(end != nil && builder.cells.count == 9)
    let archive = try Archive(package(Package.worksheet(Self.plain)).bytes, limits: Limits())
    let entry = archive.entry(Package.sheetPart)
    let stream = try archive.stream(#require(entry))
    let large = LargeSheet(stream, context: context, limits: Limits(), piece: 50)
    #expect(try large.read(into: empty)?.cells.count == 9)
  }

  @Test(arguments: [
    // Rows: attributes.
    "<rowr=\"1\"></row>", "<rowspans=\"1:2\" r=\"1\"></row>", "<row r=\"1\"spans=\"1:2\"></row>",
    "<row spans=\"1:2\"r=\"1\"></row>", "<row spans=\"1\" spans=\"1\"/>", "<row hidden=\"1\" hidden=\"0\"/>",
    "<row r=\"1\" r=\"2\"/>", "<row r=\"1048577\"><c><v>1</v></c></row>", "<row r=\"999999999\"/>",
    "<row r=\"0\"/>",
    "<row r=\"01\"><c><v>1</v></c></row>", "<row r=\"+1\"><c><v>1</v></c></row>", "<row r=\"\"/>",
    "<row r=\"1\" xmlns=\"x\"><c><v>1</v></c></row>", "<row a:b=\"1\"><c><v>1</v></c></row>",
    "<row r:r=\"5\"><c><v>1</v></c></row>", "<row r:hidden=\"1\"><c><v>1</v></c></row>",
    "<row xml:space=\"preserve\"><c><v>1</v></c></row>", "<row 1a=\"1\"><c><v>1</v></c></row>",
    "<row -a=\"1\"/>", "<row .a=\"1\"/>", "<row :a=\"1\"/>", "<row a:=\"1\"/>", "<row a:b:c=\"1\"/>",
    "<row x14ac:dyDescent=\"0.25\"><c><v>1</v></c></row>", "<row ht='15'><c><v>1</v></c></row>",
    "<row ht=\"1>5\"><c><v>1</v></c></row>", "<row ht=\"1<5\"><c><v>1</v></c></row>",
    "<row ht=\"&foo;\"/>", "<row ht=\"&lt;\"/>", "<row ht=15/>", "<row ht/>", "<row ht = \"15\"/>",
    "<row hidden=\"12\"><c><v>1</v></c></row>", "<row hidden=\"t\"><c><v>1</v></c></row>",
    "<row hidden=\"true\"><c><v>1</v></c></row>", "<row hidden=\"on\"><c><v>1</v></c></row>",
    "<row hidden=\"false\"><c><v>1</v></c></row>", "<row hidden=\"\"><c><v>1</v></c></row>",
    "<row hidden=\" 1\"><c><v>1</v></c></row>",
    // Rows: what is around them.
    "<row r=\"1\"><c><v>1</v></c></c>", "<row r=\"1\"></c></row>", "<row><c/></rows>", "<row/ >",
    "<row></row >",
    "<row ><c ><v >1</v></c ></row>", "text<row/>", "<row>text</row>", "<row><!-- c --><c><v>1</v></c></row>",
    "<row><?p i?><c><v>1</v></c></row>", "<row><c><v>1</v></c></row>text", "<col/>", "<row><row/></row>",
    "<rows/>", "<row r=\"3\"><c><v>1</v></c></row><row r=\"1\"><c><v>2</v></c></row>",
    "<row r=\"1\"><c><v>1</v></c></row><row r=\"1\"><c><v>2</v></c></row>", "<row><c><v>1</v></row>",
    "<x:row/>", "<row><r:c/><c><v>1</v></c><r:c/></row>", "<row><c><v>1</v></c></row><r:row/>",
    // Cells: attributes.
    "<row><cr=\"A1\"><v>1</v></c></row>", "<row><c r=\"A1\"r=\"B1\"><v>1</v></c></row>",
    "<row><c r=\"A1\" r=\"B1\"><v>1</v></c></row>", "<row><c t=\"s\" t=\"n\"><v>0</v></c></row>",
    "<row><c s=\"0\" s=\"1\"><v>0</v></c></row>", "<row><c cm=\"0\" cm=\"1\"><v>0</v></c></row>",
    "<row><c r=\"A1\"s=\"1\"><v>0</v></c></row>", "<row><c r=\"A1\" s=\"99\"><v>0</v></c></row>",
    "<row><c r=\"A1\" s=\"-1\"><v>0</v></c></row>", "<row><c r=\"A1\" s=\"x\"><v>0</v></c></row>",
    "<row><c r=\"A1\" s=\"9999999999\"><v>0</v></c></row>", "<row><c r=\"a1\"><v>0</v></c></row>",
    "<row><c r=\"$A$1\"><v>0</v></c></row>", "<row><c r=\"A0\"><v>0</v></c></row>",
    "<row><c r=\"\"><v>0</v></c></row>",
    "<row><c r=\" A1\"><v>0</v></c></row>", "<row><c r=\"XFD1\"><v>0</v></c></row>",
    "<row><c r=\"XFE1\"><v>0</v></c></row>",
    "<row><c r=\"ZZZ1\"><v>0</v></c></row>", "<row><c r=\"A1048577\"><v>0</v></c></row>",
    "<row><c r=\"A01\"><v>0</v></c></row>",
    "<row><c r=\"B1\"><v>0</v></c><c r=\"A1\"><v>1</v></c></row>", "<row><c r=\"A7\"><v>0</v></c></row>",
    "<row><c r=\"A1\"><v>0</v></c><c r=\"A1\"><v>1</v></c></row>", "<row><c r:t=\"s\"><v>0</v></c></row>",
    "<row><c t=\"\"><v>0</v></c></row>", "<row><c t=\"d\"><v>2024-01-01</v></c></row>",
    "<row><c t=\"d\"><v>x</v></c></row>",
    "<row><c t=\"q\"><v>7</v></c></row>", "<row><c t=\"str \"><v>7</v></c></row>",
    "<row><c xmlns=\"\"><v>7</v></c></row>",
    // Values.
    "<row><c><v>1e400</v></c></row>", "<row><c><v>NaN</v></c></row>", "<row><c><v>INF</v></c></row>",
    "<row><c><v>0x10</v></c></row>", "<row><c><v>12345678901234567890</v></c></row>",
    "<row><c><v> 1 </v></c></row>",
    "<row><c><v>1\n</v></c></row>", "<row><c><v>１</v></c></row>", "<row><c><v>1,5</v></c></row>",
    "<row><c><v>-</v></c></row>",
    "<row><c><v>.</v></c></row>", "<row><c><v>1</v>text</c></row>", "<row><c>text<v>1</v></c></row>",
    "<row><c><v>1</v><v>2</v></c></row>", "<row><c><v>&#49;</v></c></row>", "<row><c><v>1</v></c>text</row>",
    "<row><c><v a=\"1\">1</v></c></row>", "<row><c><v>1<x/></v></c></row>", "<row><c><vv>1</vv></c></row>",
    "<row><c t=\"s\"><v>7</v></c></row>", "<row><c t=\"s\"><v>-1</v></c></row>",
    "<row><c t=\"s\"><v></v></c></row>",
    "<row><c t=\"s\"><v/></c></row>", "<row><c t=\"s\"><f>1</f><v/></c></row>",
    "<row><c t=\"s\"><v>1.0</v></c></row>",
    "<row><c t=\"s\"><v>00000000000</v></c></row>", "<row><c t=\"b\"><v/></c></row>",
    "<row><c t=\"b\"><v>true</v></c></row>",
    "<row><c t=\"b\"><v>2</v></c></row>", "<row><c t=\"b\"><v></v></c></row>",
    "<row><c t=\"b\"><f>1</f><v/></c></row>",
    "<row><c t=\"e\"><v/></c></row>", "<row><c t=\"e\"><v></v></c></row>",
    "<row><c t=\"e\"><f>1</f><v/></c></row>",
    "<row><c t=\"e\"><f>1</f><v></v></c></row>", "<row><c t=\"e\"><v>]]></v></c></row>",
    "<row><c t=\"e\"><v>_x0041_</v></c></row>", "<row><c t=\"e\"><v>#N/A </v></c></row>",
    "<row><c t=\"e\"><v>a&amp;b</v></c></row>",
    "<row><c t=\"str\"><v/></c></row>", "<row><c t=\"str\"><f>1</f><v/></c></row>",
    "<row><c t=\"str\"><v>]]></v></c></row>",
    "<row><c t=\"str\"><v>]]</v></c></row>", "<row><c t=\"str\"><v>_x000D_</v></c></row>",
    "<row><c t=\"str\"><v>&#95;x000D_</v></c></row>", "<row><c t=\"str\"><v>_&#120;000D_</v></c></row>",
    "<row><c t=\"str\"><v>_x&#48;00D_</v></c></row>", "<row><c t=\"str\"><v>_x+00D_</v></c></row>",
    "<row><c t=\"str\"><v>a\r\nb</v></c></row>", "<row><c t=\"str\"><v>a&#13;b</v></c></row>",
    "<row><c t=\"str\"><v>&#0;</v></c></row>",
    "<row><c t=\"str\"><v>&#x1F600;&#x41;&#65;</v></c></row>", "<row><c t=\"str\"><v>&#xD800;</v></c></row>",
    "<row><c t=\"str\"><v>&#x110000;</v></c></row>", "<row><c t=\"str\"><v>&#xFFFE;</v></c></row>",
    "<row><c t=\"str\"><v>&#X41;</v></c></row>",
    "<row><c t=\"str\"><v>&#;</v></c></row>", "<row><c t=\"str\"><v>&#x;</v></c></row>",
    "<row><c t=\"str\"><v>&nbsp;</v></c></row>",
    "<row><c t=\"str\"><v>&</v></c></row>", "<row><c t=\"str\"><v>&#00000000000000000065;</v></c></row>",
    "<row><c t=\"str\"><v>\u{7F}\u{85}</v></c></row>", "<row><c t=\"str\"><v>\u{1}</v></c></row>",
    "<row><c t=\"str\"><v>\u{FFFE}</v></c></row>",
    "<row><c t=\"str\"><v xml:space=\"preserve\"> a </v></c></row>",
    "<row><c t=\"str\"><v xml:space=\"default\"> a </v></c></row>",
    "<row><c t=\"str\"><v><![CDATA[a]]></v></c></row>", "<row><c t=\"str\"><v>a<!-- b -->c</v></c></row>",
    // Inline text.
    "<row><c t=\"inlineStr\"><is/></c></row>", "<row><c t=\"inlineStr\"><is><t/></is></c></row>",
    "<row><c t=\"inlineStr\"><is><t></t></is></c></row>",
    "<row><c t=\"inlineStr\"><is><t>a</t><t>b</t></is></c></row>",
    "<row><c t=\"inlineStr\"><is><r><t>a</t></r><rPh><t>x</t></rPh></is></c></row>",
    "<row><c t=\"inlineStr\"><v>a</v></c></row>",
    "<row><c t=\"inlineStr\"><is><t>a</t></is><v>b</v></c></row>", "<row><c><is><t>a</t></is></c></row>",
    "<row><c t=\"inlineStr\"><f>1</f><is><t></t></is></c></row>",
    "<row><c t=\"inlineStr\"><is><tt>a</tt></is></c></row>",
    "<row><c t=\"inlineStr\"><is><t xml:space='preserve'> a</t></is></c></row>",
    "<row><c t=\"inlineStr\"></c></row>",
    // Formulas.
    "<row><c><f>a &amp; b</f></c></row>", "<row><c><f>a & b</f><v>1</v></c></row>",
    "<row><c><f>&foo;</f><v>1</v></c></row>",
    "<row><c><f>]]></f><v>1</v></c></row>", "<row><c><f>a\rb</f><v>1</v></c></row>",
    "<row><c><f>_xlfn.STDEV.S(A1)</f><v>1</v></c></row>",
    "<row><c><f t=\"shared\"t=\"x\">1</f><v>1</v></c></row>",
    "<row><c><f t=\"a\" t=\"b\">1</f><v>1</v></c></row>",
    "<row><c><f a:b=\"1\">1</f><v>1</v></c></row>", "<row><c><foo>1</foo><v>1</v></c></row>",
    "<row><c><f><x/></f><v>1</v></c></row>",
    "<row><c><f></f><v>1</v></c></row>", "<row><c><f/></c></row>", "<row><c><f /></c></row>",
    "<row><c><f>1</f> <v>1</v></c></row>",
    "<row><c><v>1</v><f>1</f></c></row>", "<row><c><f>1</f><f>2</f><v>1</v></c></row>",
    "<row><c><f xmlns=\"x\">1</f><v>1</v></c></row>",
    "<row><c><f>&#95;x0041_</f><v>1</v></c></row>", "<row><c t=\"s\"><f>1</f><v>2</v></c></row>",
  ])
  func `agree on rows that are not quite plain`(rows: String) {
    let more = "<row r=\"9\"><c r=\"B9\"><v>9</v></c></row>"
    expectAgreement(package(Package.worksheet(rows + more)), rows)
  }

  @Test(arguments: [
    "<worksheet xmlns=\"x\"><sheetData>#</sheetData></worksheet>",
    "<worksheet><sheetData>#</sheetData></worksheet>",
    "<w:worksheet xmlns:w=\"\(Package.main)\"><sheetData>#</sheetData></w:worksheet>",
    "<worksheet xmlns=\"\(Package.main)\"><?a <sheetData>#</sheetData>?></worksheet>",
    "<?a <worksheet ?><worksheet xmlns=\"\(Package.main)\"><?a <sheetData>#</sheetData>?></worksheet>",
    "<worksheet xmlns=\"\(Package.main)\"><x><sheetData>#</sheetData></x></worksheet>",
    "<worksheet xmlns=\"\(Package.main)\"><x xmlns=\"x\"><sheetData>#</sheetData></x></worksheet>",
    "<worksheet xmlns=\"\(Package.main)\"><sheetData>#</sheetData><sheetData>#</sheetData></worksheet>",
    "<worksheet xmlns=\"\(Package.main)\"><sheetData>#</sheetData></worksheet>text",
    "<worksheet xmlns=\"\(Package.main)\"><sheetData>#</sheetData>", "<sheetData>#</sheetData>",
    "<worksheet xmlns=\"\(Package.main)\"><sheetData>#</sheetData></worksheet><worksheet/>",
    "<worksheet xmlns=\"\(Package.main)\" xmlns=\"\"><sheetData>#</sheetData></worksheet>",
    "<worksheet xmlns=\"\(Package.main)\" xmlns:x14ac=\"y\"><sheetData>#</sheetData></worksheet>",
    "<worksheet xmlns=\"\(Package.main)\" a=' xmlns:x14ac=\"y\"'><sheetData>#</sheetData></worksheet>",
    "<worksheet xmlns=\"\(Package.main)\"><x xmlns:x14ac=\"y\"/><sheetData>#</sheetData></worksheet>",
    "<?xml version=\"1.0\" encoding = \"ISO-8859-1\"?><worksheet xmlns=\"\(Package.main)\"><sheetData>#</sheetData></worksheet>",
    "<?xml version=\"utf-8\" encoding=\"ISO-8859-1\"?><worksheet xmlns=\"\(Package.main)\"><sheetData>#</sheetData></worksheet>",
    "<?xml version=\"1.0\" encoding=\"windows-1251\"?><worksheet xmlns=\"\(Package.main)\"><sheetData>#</sheetData></worksheet>",
    "<?xml version=\"1.0\" encoding=\"us-ascii\"?><worksheet xmlns=\"\(Package.main)\"><sheetData>#</sheetData></worksheet>",
    "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?><worksheet xmlns=\"\(Package.main)\"><sheetData>#</sheetData></worksheet>",
    " <?xml version=\"1.0\"?><worksheet xmlns=\"\(Package.main)\"><sheetData>#</sheetData></worksheet>",
    "<!DOCTYPE a><worksheet xmlns=\"\(Package.main)\"><sheetData>#</sheetData></worksheet>",
    "<worksheet xmlns=\"\(Package.main)\"><!-- <sheetData> --><sheetData>#</sheetData></worksheet>",
    "<worksheet xmlns=\"\(Package.main)\"><a b=\"<sheetData>\"/><sheetData>#</sheetData></worksheet>",
    "<worksheet xmlns=\"\(Package.main)\"><sheetData>#</sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>",
    "<worksheet xmlns=\"\(Package.main)\"><sheetData>#</sheetData><mergeCells><mergeCell ref=\"A1:B2\"></mergeCells></worksheet>",
  ])
  func `agree on shells that are not quite plain`(shell: String) {
    let rows = Self.plain + "<row x14ac:dyDescent=\"1\"><c t=\"str\"><v>ёж</v></c></row>"
    expectAgreement(package(shell.replacing("#", with: Self.plain)), shell)
    expectAgreement(package(shell.replacing("#", with: rows)), shell)
  }

  @Test(arguments: [
    "<sst xmlns=\"#\"><si><t>a</t></si></sst>", "<sst xmlns=\"#\" xmlns=\"#\"><si><t>a</t></si></sst>",
    "<sst><si><t>a</t></si></sst>", "<sstx xmlns=\"#\"><si><t>a</t></si></sst>",
    "<sst xmlns=\"#\"><si><t>a</t></si></sst>x",
    "<sst xmlns=\"#\" a=1><si><t>a</t></si></sst>", "<sst xmlns=\"#\"><si><t>&#95;x0041_</t></si></sst>",
    "<sst xmlns=\"#\"><si><t>_&#120;0041_</t></si></sst>", "<sst xmlns=\"#\"><si><t>a]]></t></si></sst>",
    "<sst xmlns=\"#\"><si><t>a</t><t>b</t></si></sst>",
    "<sst xmlns=\"#\"><si><r><t>a</t></r><r><t>b</t></r></si></sst>",
    "<sst xmlns=\"#\"><si><t>a</t><rPh sb=\"0\" eb=\"1\"><t>b</t></rPh></si></sst>",
    "<sst xmlns=\"#\"><si/></sst>",
    "<?xml version=\"1.0\" encoding = \"ISO-8859-1\"?><sst xmlns=\"#\"><si><t>ёж</t></si></sst>",
    "<?a <sst xmlns=\"#\" ?><sst xmlns=\"#\"><si><t>a</t></si></sst>", "<sst xmlns=\"#\"/>",
    "<sst xmlns=\"#\"><si><t>a</t></si>",
    "<?a?><sst xmlns=\"#\"><si><t>a</t></si></sst>", "<sst xmlns=\"#\"><si><t>a\r\nb</t></si></sst>",
    "<a><sst xmlns=\"#\"><si><t>a</t></si></sst></a>", "<sst xmlns=\"#\"><si><t>&#1;</t></si></sst>",
  ])
  func `give one answer on shared strings, whoever reads them`(part: String) throws {
    // The strict reader of strings is reached through a comment, which changes nothing else.
    let plain = part.replacing("#", with: Package.main)
    var bytes = Array(plain.utf8)
    var arena = TextArena()
    let fast = outcome(bytes, &arena)
    bytes += Array("<!-- -->".utf8)
    #expect(fast == outcome(bytes, &arena))
  }

  private func outcome(_ bytes: [UInt8], _ arena: inout TextArena) -> [String] {
    do throws(SpreadsheetError) {
      let strings = try SharedStrings.read(bytes, into: &arena, limits: Limits())
      return strings.map { bits in
        arena.string(Cell(row: 0, column: 0, kind: .text, hasFormula: false, bits: bits).text)
      }
    } catch {
      return ["refused: \(error.reason)"]
    }
  }

  @Test func `agree when a limit is met`() {
    var limits = Limits()
    limits.cells = 8
    expectAgreement(package(Package.worksheet(Self.plain)), "cells", limits: limits)
    expectAgreement(package(Package.worksheet(Self.plain) + "<"), "cells before malformed", limits: limits)
    expectAgreement(package("<x" + Package.worksheet(Self.plain)), "malformed before cells", limits: limits)
    for depth in 1...8 {
      limits = Limits()
      limits.depth = depth
      expectAgreement(package(Package.worksheet(Self.plain)), "depth \(depth)", limits: limits)
    }
    for attributes in 1...4 {
      limits = Limits()
      limits.attributes = attributes
      expectAgreement(package(Package.worksheet(Self.plain)), "attributes \(attributes)", limits: limits)
    }
    limits = Limits()
    limits.tokenBytes = 20
    let long = String(repeating: "я", count: 30)
    for row in [
      "<row spans=\"\(long)\"/>", "<row><c><f>\(long)</f></c></row>",
      "<row><c t=\"str\"><v>\(long)</v></c></row>",
    ] {
      expectAgreement(package(Package.worksheet(row)), row, limits: limits)
    }
    let many = (0..<70).map {
      "a\(String(UnicodeScalar(UInt8(97 + $0 % 26))))\(String(repeating: "b", count: $0))=\"1\""
    }
    expectAgreement(package(Package.worksheet("<row \(many.joined(separator: " "))/>")), "70 attributes")
  }

  @Test func `agree when bytes are changed at random`() {
    var random = Seeded(1)
    let tokens = [
      "<row>", "</row>", "<c>", "</c>", "<v>", "</v>", "<f>", "</f>", "<row r=\"1\"", " r=\"1\"", " r=\"B2\"",
      " t=\"s\"", " t=\"str\"",
      " t=\"e\"", " s=\"1\"", "\"", "'", "<", ">", "/", "=", " ", "&", "&amp;", "&#95;", "]]>", "_x000D_",
      "\r", "\n", "\t", "<!-- -->",
      "<![CDATA[x]]>", "<is><t>", "</t></is>", "xml:space=\"preserve\"", "<v/>", "<f/>", "/>", "0", "1e5",
      "-", "</sheetData>",
      "<sheetData>", "x14ac:dyDescent=\"1\"", "hidden=\"1\"", "<x:c/>", "\u{0}", "\u{1}", "ё", "inlineStr",
    ].map { Array($0.utf8) }
    let head = " xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\"><sheetData>"
    let start = Array(Package.worksheet(Self.plain).replacing("><sheetData>", with: head).utf8)
    var taken = 0
    for round in 0..<1500 {
      var sheet = start
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 0..<sheet.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: sheet[place] = UInt8.random(in: 0...255, using: &random)
        case 1: sheet.removeSubrange(place..<min(sheet.count, place + Int.random(in: 1...12, using: &random)))
        case 2: sheet.insert(contentsOf: tokens.randomElement(using: &random) ?? [], at: place)
        case 3:
          let end = min(sheet.count, place + Int.random(in: 1...30, using: &random))
          sheet.insert(
            contentsOf: Array(sheet[place..<end]), at: Int.random(in: 0..<sheet.count, using: &random))
        default:
          let token = tokens.randomElement(using: &random) ?? []
          sheet.replaceSubrange(place..<min(sheet.count, place + token.count), with: token)
        }
      }
      var package = package("")
      package.put(sheet, as: Package.sheetPart)
      let bytes = package.bytes
      let fast = Outcome(bytes, isStrictOnly: false, keepsFormulas: round % 2 == 0)
      let strict = Outcome(bytes, isStrictOnly: true, keepsFormulas: round % 2 == 0)
      #expect(fast == strict, "\(String(decoding: sheet, as: UTF8.self))")
      let piece = Int.random(in: 1...400, using: &random)
      let pieces = Outcome(bytes, keepsFormulas: round % 2 == 0, piece: piece)
      #expect(pieces == strict, "\(piece): \(String(decoding: sheet, as: UTF8.self))")
      if case .cells = strict { taken += 1 }
    }
    #expect(taken > 100, "the mutations are too wild to say anything: \(taken)")
  }
}
