/// An added sheet as a worksheet part (ECMA-376, part 1, 18.3).
extension AddedSheet {
  /// The part; looks become cell formats of the workbook's own styles.
  func part(_ styles: inout StyleEditor, _ dialect: PackageDialect) -> [UInt8] {
    var links = ""
    var data = ""
    for (row, items) in rows.enumerated() {
      data += "<row r=\"\(row + 1)\"\(height(of: items).map { " ht=\"\($0)\"" } ?? "")>"
      for (column, item) in items.enumerated() {
        let place = CellReference(row: row, column: column)
        data += Self.cell(item, at: place, &styles)
        if case .link(let text, let sheet, let target, _) = item {
          links +=
            "<hyperlink ref=\"\(place)\" location=\"\(XMLText.escaped("\(SheetName.quoted(sheet))!\(target)"))\""
            + " display=\"\(XMLText.escaped(text))\"/>"
        }
      }
      data += "</row>"
    }
    return Array(
      (Self.head(dialect) + view + "<sheetFormatPr defaultRowHeight=\"15\"/>" + widths
        + "<sheetData>\(data)</sheetData>"
        + (filter.map { "<autoFilter ref=\"\($0)\"/>" } ?? "")
        + (links.isEmpty ? "" : "<hyperlinks>\(links)</hyperlinks>") + Self.page + "</worksheet>").utf8)
  }

  private static func head(_ dialect: PackageDialect) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <worksheet xmlns="\(dialect.main)"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>
    """
  }

  /// A4, landscape, all columns on the width of one page, with numbers.
  private static let page = """
    <pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>\
    <pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>\
    <headerFooter><oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter>
    """

  private var view: String {
    guard frozenRows > 0 else { return "<sheetViews><sheetView workbookViewId=\"0\"/></sheetViews>" }
    return "<sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\"><pane ySplit=\"\(frozenRows)\""
      + " topLeftCell=\"A\(frozenRows + 1)\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
  }

  private var widths: String {
    let columns = columns.enumerated().map { number, column in
      "<col min=\"\(number + 1)\" max=\"\(number + 1)\" width=\"\(CellValue.shortest(column.width))\""
        + "\(column.isHidden ? " hidden=\"1\"" : "") customWidth=\"1\"/>"
    }
    return columns.isEmpty ? "" : "<cols>\(columns.joined())</cols>"
  }

  /// The height of a row whose texts go on in new lines, points; `nil` for one line.
  private func height(of items: [Item]) -> Int? {
    RowHeight.points(
      zip(items, columns).compactMap { item, column in
        guard case .text(let text, let look) = item, look.wraps else { return nil }
        return (text, column.width, look.fontSize)
      })
  }

  private static func cell(_ item: Item, at place: CellReference, _ styles: inout StyleEditor) -> String {
    func text(_ text: String, _ look: CellStyle) -> String {
      "<c r=\"\(place)\" s=\"\(styles.format(look))\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        + "\(XMLText.escaped(WrittenText.escaped(text)))</t></is></c>"
    }
    switch item {
    case .blank(nil): return ""
    case .blank(let look?): return "<c r=\"\(place)\" s=\"\(styles.format(look))\"/>"
    case .text(let word, let look): return text(word, look)
    case .link(let word, _, _, let look): return text(word, look)
    case .number(let number, let look):
      return "<c r=\"\(place)\" s=\"\(styles.format(look))\"><v>\(number)</v></c>"
    }
  }
}
