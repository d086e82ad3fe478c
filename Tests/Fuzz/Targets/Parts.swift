import Spreadsheet

/// Packages around one part that is fed, and what a reader tells of them.
enum Parts {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let sheetPart = "xl/worksheets/sheet1.xml"

  private static let types =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
  private static let relations = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="a" Type="\(links)/worksheet" Target="worksheets/sheet1.xml"/>\
    <Relationship Id="b" Type="\(links)/styles" Target="styles.xml"/>\
    <Relationship Id="c" Type="\(links)/sharedStrings" Target="sharedStrings.xml"/></Relationships>
    """
  private static let book = """
    <workbook xmlns="\(main)" xmlns:r="\(links)"><sheets><sheet name="Протокол" sheetId="1" r:id="a"/></sheets></workbook>
    """
  private static let styles = """
    <styleSheet xmlns="\(main)"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/>\
    </borders><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>
    """
  private static let strings = "<sst xmlns=\"\(main)\"><si><t>общая</t></si><si><t>м</t></si></sst>"
  private static let rows = worksheet(
    Array("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45000</v></c></row>".utf8))

  /// A worksheet part with these rows.
  static func worksheet(_ rows: [UInt8]) -> [UInt8] {
    Array("<worksheet xmlns=\"\(main)\" xmlns:r=\"\(links)\"><sheetData>".utf8) + rows
      + Array("</sheetData></worksheet>".utf8)
  }

  /// A workbook of one sheet in which parts are replaced.
  static func workbook(_ replaced: [String: [UInt8]]) -> [UInt8] {
    var writer = PackageWriter(level: 1)
    let parts: [(String, [UInt8])] = [
      ("[Content_Types].xml", Array(types.utf8)), ("xl/workbook.xml", Array(book.utf8)),
      ("xl/_rels/workbook.xml.rels", Array(relations.utf8)), ("xl/styles.xml", Array(styles.utf8)),
      ("xl/sharedStrings.xml", Array(strings.utf8)), (sheetPart, rows),
    ]
    for (name, bytes) in parts { writer.add(name, replaced[name] ?? bytes) }
    return writer.finish()
  }

  /// An OpenDocument spreadsheet with this content.
  static func openDocument(_ content: [UInt8]) -> [UInt8] {
    var writer = PackageWriter(level: 1)
    writer.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    writer.add("content.xml", content)
    return writer.finish()
  }

  /// Reads a file by every way that there is; all must tell the same.
  static func read(_ bytes: [UInt8]) {
    var options = ReadingOptions()
    options.keepsFormulas = true
    // Every way reads for itself; what is known again must tell the same.
    options.knowsRepeatedParts = false
    let usual = told(bytes, options)
    options.knowsRepeatedParts = true
    mustHold(usual == told(bytes, options), "a part known again tells another thing")
    options.isStrictOnly = true
    let strict = told(bytes, options)
    mustHold(usual == strict, "the two ways differ:\n\(usual)\n\(strict)")
    // Pieces differ from the whole at few places: one file in four will do.
    guard bytes.count % 4 == 0 else { return }
    options.isStrictOnly = false
    (options.wholePartBytes, options.pieceBytes) = (0, 64)
    let pieces = told(bytes, options)
    mustHold(pieces == strict, "pieces differ:\n\(pieces)\n\(strict)")
  }

  /// Everything that a workbook tells, or the reason of its refusal.
  static func told(_ bytes: [UInt8], _ options: ReadingOptions = ReadingOptions()) -> [String] {
    do throws(SpreadsheetError) {
      return lines(of: try Workbook(reading: bytes, options))
    } catch {
      return ["refused: \(error.reason)"]
    }
  }

  private static func lines(of book: Workbook) -> [String] {
    var lines = book.notes.map { "\($0.word) \($0.sheet ?? -1) \($0.cell?.description ?? "")" }.sorted()
    for sheet in book.sheets {
      lines.append("\(sheet.name) \(sheet.visibility) \(sheet.merges) \(sheet.hiddenColumns)")
      lines += sheet.rows.map { "\($0.number) \($0.cells) \($0.isHidden)" }
      for (index, cell) in sheet.cells.enumerated() {
        let formula = sheet.formula(of: index) ?? ""
        lines.append("\(cell.reference) \(cell.kind) \(sheet.value(of: cell)) \(cell.hasFormula) \(formula)")
      }
    }
    return lines
  }
}
