import Foundation
import Testing

@testable import Spreadsheet

@Suite struct `An annotated workbook` {
  private static let styles = """
    <fonts count="2"><font><sz val="11"/></font><font><b/></font></fonts>\
    <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
    <fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/></patternFill></fill></fills>\
    <borders count="1"><border/></borders>\
    <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>\
    <xf numFmtId="9" fontId="1" fillId="0" borderId="0"/><xf numFmtId="0" fontId="0" fillId="2" borderId="0"/></cellXfs>
    """
  private static let red: CellStyle.Colour = 0xF9CDC8

  private func package(_ rows: String, head: String = "", shell: String = "") -> Package {
    var package = Package(
      sheet:
        "<worksheet xmlns=\"\(Package.main)\" xmlns:r=\"\(Package.links)\">\(head)<sheetData>\(rows)</sheetData>"
        + "\(shell)</worksheet>")
    package.styles(Self.styles)
    return package
  }

  private func annotated(
    _ bytes: [UInt8], _ marks: [String: String?], former: Int? = nil
  ) throws -> [UInt8] {
    let list = marks.sorted { $0.key < $1.key }.compactMap { place, note in
      CellReference(place).map { WorkbookAnnotations.Mark(cell: $0, colour: Self.red, note: note) }
    }
    let sheet = AddedSheet(name: "Найдено", columns: [.init(width: 9)], rows: [[.text("=1", CellStyle())]])
    let annotations = WorkbookAnnotations(
      marks: [0: list], sheet: sheet, former: former, palette: [Self.red], author: "oko")
    return try WorkbookAnnotator(bytes, try Workbook(reading: bytes), annotations).bytes()
  }

  private func part(_ name: String, of bytes: [UInt8]) throws -> String {
    var package = try PackageEditor(bytes)
    return String(decoding: try #require(try package.bytes(of: name)), as: UTF8.self)
  }

  /// The format of a cell, by its number among the formats.
  private func format(of cell: String, in bytes: [UInt8]) throws -> String {
    let sheet = try part(Package.sheetPart, of: bytes)
    let head = try #require(sheet.components(separatedBy: "r=\"\(cell)\"").dropFirst().first)
    let number = try #require(
      head.components(separatedBy: "s=\"").dropFirst().first.map { $0.prefix(while: \.isNumber) })
    let formats = try part("xl/styles.xml", of: bytes).components(separatedBy: "<cellXfs").last ?? ""
    let list = formats.components(separatedBy: "<xf ").dropFirst()
    return String(list[list.startIndex + (Int(number) ?? 0)].prefix { $0 != ">" })
  }

  @Test func `keeps values and looks of a marked cell but for what is behind it`() throws {
    let bytes = try annotated(
      package("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>7</v></c><c r=\"B1\"><f>A1</f><v>7</v></c></row>").bytes,
      ["A1": "много"])
    #expect(try format(of: "A1", in: bytes).hasPrefix("numFmtId=\"9\" fontId=\"1\""))
    #expect(try part(Package.sheetPart, of: bytes).contains("<c r=\"B1\"><f>A1</f><v>7</v></c>"))
    let book = try Workbook(reading: bytes)
    #expect(book.sheets.map(\.name) == ["Лист1", "Найдено"])
    #expect(book.sheets[1][CellReference(row: 0, column: 0)] == .text("=1"))
  }

  @Test(arguments: [
    (
      "<cols><col min=\"2\" max=\"3\" width=\"9\" style=\"1\"/></cols>",
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
    ),
    ("", "<row r=\"1\" s=\"1\" customFormat=\"1\"><c r=\"A1\"><v>1</v></c></row>"),
    ("", "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\" s=\"1\"/></row>"),
  ])
  func `marks a blank cell in the looks of its row or column`(head: String, rows: String) throws {
    let bytes = try annotated(package(rows, head: head).bytes, ["C1": nil])
    #expect(try format(of: "C1", in: bytes).hasPrefix("numFmtId=\"9\" fontId=\"1\""))
    #expect(try Workbook(reading: bytes).sheets[0].cells.filter { $0.kind == .number }.count == 1)
  }

  @Test func `gives a mended cell its owner's colour back`() throws {
    let first = try annotated(
      package("<row r=\"1\"><c r=\"A1\" s=\"2\"><v>7</v></c></row>").bytes, ["A1": nil])
    #expect(try !format(of: "A1", in: first).contains("fillId=\"2\""))
    let second = try annotated(first, [:], former: 1)
    #expect(try format(of: "A1", in: second).contains("fillId=\"2\""))
    #expect(try Workbook(reading: second).sheets.count == 2)
  }

  @Test func `keeps the notes of its owner, and renews its own`() throws {
    var package = package(
      "<row r=\"1\"><c r=\"A1\"><v>7</v></c><c r=\"B1\"><v>8</v></c></row>",
      shell: "<legacyDrawing r:id=\"r2\"/>")
    package["xl/worksheets/_rels/sheet1.xml.rels"] =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"\(Package.links)/comments\" Target=\"../comments7.xml\"/><Relationship Id=\"r2\" Type=\"\(Package.links)/vmlDrawing\" Target=\"../drawings/v.vml\"/></Relationships>"
    let own = "<comment ref=\"A1\" authorId=\"0\"><text><t>своё</t></text></comment>"
    package["xl/comments7.xml"] =
      "<comments xmlns=\"\(Package.main)\"><authors><author>Завуч</author></authors><commentList>\(own)</commentList></comments>"
    let shape =
      "<v:shape id=\"_x0000_s1025\"><x:ClientData ObjectType=\"Note\"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>"
    package["xl/drawings/v.vml"] = "<xml xmlns:v=\"urn:v\" xmlns:x=\"urn:x\">\(shape)</xml>"
    let first = try annotated(package.bytes, ["A1": "первое", "B1": "второе"])
    var notes = try part("xl/comments7.xml", of: first)
    #expect(notes.contains(own) && !notes.contains("первое") && notes.contains("второе"))
    let second = try annotated(first, ["B1": "третье"], former: 1)
    notes = try part("xl/comments7.xml", of: second)
    #expect(notes.contains(own) && !notes.contains("второе") && notes.contains("третье"))
    let drawing = try part("xl/drawings/v.vml", of: second)
    #expect(drawing.contains(shape) && drawing.components(separatedBy: "ClientData ObjectType").count == 3)
  }

  @Test func `copies every other part byte for byte`() throws {
    var package = package("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>")
    package.put([0, 1, 2, 255], as: "xl/vbaProject.bin")
    package["xl/worksheets/_rels/sheet9.xml.rels"] = "<!-- своё --><Relationships/>"
    let bytes = try annotated(package.bytes, ["A1": "много"])
    var copy = try PackageEditor(bytes)
    let changed: Set = [
      "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
      Package.sheetPart,
    ]
    for name in package.names where !changed.contains(name) {
      var original = try PackageEditor(package.bytes)
      #expect(try copy.bytes(of: name) == original.bytes(of: name), "\(name)")
    }
    #expect(try annotated(package.bytes, ["A1": "много"]) == bytes)
  }

  @Test func `finds a free name for its sheet`() throws {
    var package = package("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>")
    package.book("<sheets><sheet name=\"НАЙДЕНО\" sheetId=\"1\" r:id=\"r1\"/></sheets>")
    #expect(
      try Workbook(reading: annotated(package.bytes, [:])).sheets.map(\.name) == ["НАЙДЕНО", "Найдено (2)"])
  }

  @Test func `is refused where looks cannot be added safely`() throws {
    var bare = package("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>")
    bare.styles("<cellXfs count=\"1\"><xf numFmtId=\"0\"/></cellXfs>")
    let strange = package("<row r=\"1\"><!-- мимо --><c r=\"A1\"><v>7</v></c></row>")
    for package in [bare, strange] {
      let error = #expect(throws: SpreadsheetError.self) { try annotated(package.bytes, ["A1": nil]) }
      #expect(error?.reason == .cannotWrite)
    }
  }
}
