internal import Assessment
internal import Spreadsheet

/// A workbook of a check: its result, the findings, and what was checked and what was not.
struct FindingWorkbook {
  private let inspection: Inspection
  private let language: Language
  private let facts: ReportFacts

  init(_ inspection: Inspection, _ language: Language, version: String) {
    self.inspection = inspection
    self.language = language
    facts = ReportFacts(inspection, language, version: version)
  }

  func bytes() throws(SpreadsheetError) -> [UInt8] {
    var book = try WorkbookWriter(DocumentProperties(title: facts.title))
    let looks = Looks(&book)
    try writeResult(&book, looks)
    try writeFindings(&book, looks)
    try writeChecked(&book, looks)
    return try book.bytes()
  }

  private func say(_ ru: String, _ en: String) -> String { language.say(ru, en) }

  // MARK: The result

  private func writeResult(_ book: inout WorkbookWriter, _ looks: Looks) throws(SpreadsheetError) {
    let lines = resultLines(looks)
    try book.sheet(say("Итог", "Result")) { sheet throws(SpreadsheetError) in
      try sheet.write(lines, widths: [24, 52, 68])
      sheet.hideGridlines()
      try sheet.page(page(isLandscape: true))
    }
  }

  private func resultLines(_ looks: Looks) -> [SheetLine] {
    var lines = [
      SheetLine(words: [facts.title], looks.title), SheetLine(words: [facts.verdict], looks.bold), .empty,
    ]
    lines += facts.pairs.map { SheetLine(words: [$0.name, $0.value], looks.wrapped) }
    lines += [
      .empty, SheetLine(words: [say("Замечания", "Findings"), say("Сколько", "How many")], looks.header),
    ]
    for severity in Severity.allCases.reversed() {
      let count = Double(inspection.count(severity))
      lines.append(
        SheetLine(
          [.text(severity.word[language]), .number(count)], looks.cell,
          count > 0 ? [0: looks.severity[severity] ?? looks.cell] : [:]))
    }
    lines += [
      .empty, SheetLine(words: [say("Файл", "File"), say("Что это", "What it is"), "SHA-256"], looks.header),
    ]
    return lines
      + inspection.examination.sources.map {
        SheetLine(words: [$0.name, $0.role.word[language], $0.digest], looks.wrapped)
      }
  }

  // MARK: The findings

  private func writeFindings(_ book: inout WorkbookWriter, _ looks: Looks) throws(SpreadsheetError) {
    let table = FindingTable(inspection, language, cellsShown: 1000)
    let lines = table.items.map { item in
      item.cause == nil
        ? SheetLine(
          table.row(item), looks.wrapped, [1: looks.severity[item.finding.severity] ?? looks.wrapped])
        : SheetLine(table.row(item), looks.echo)
    }
    try book.sheet(say("Замечания", "Findings")) { sheet throws(SpreadsheetError) in
      try sheet.write(
        [SheetLine(words: table.header, looks.header)] + lines,
        widths: FindingTable.Column.allCases.map(\.width))
      sheet.freeze(above: CellReference(row: 1, column: 3))
      try sheet.filter(Self.table(rows: lines.count, columns: table.header.count))
      var setup = page(isLandscape: true, repeating: true)
      // What only programs and other sheets need stays off the paper.
      setup.area = Self.table(rows: lines.count, columns: FindingTable.Column.printed)
      try sheet.page(setup)
    }
  }

  // MARK: What was checked

  private func writeChecked(_ book: inout WorkbookWriter, _ looks: Looks) throws(SpreadsheetError) {
    let head = [say("Шаг", "Step"), say("Код", "Code"), say("Правило", "Rule"), say("Итог", "Result")]
    let lines = facts.checked.map { line in
      SheetLine([.text(line.phase), .text(line.code), .text(line.rule), line.result], looks.wrapped)
    }
    try book.sheet(say("Что проверено", "What was checked")) { sheet throws(SpreadsheetError) in
      try sheet.write([SheetLine(words: head, looks.header)] + lines, widths: [24, 9, 46, 36])
      sheet.freeze(above: CellReference(row: 1, column: 0))
      try sheet.filter(Self.table(rows: lines.count, columns: head.count))
      try sheet.page(page(repeating: true))
    }
  }

  private static func table(rows: Int, columns: Int) -> CellRange {
    CellRange(CellReference(row: 0, column: 0), CellReference(row: rows, column: columns - 1))
  }

  private func page(isLandscape: Bool = false, repeating: Bool = false) -> PageSetup {
    var page = PageSetup()
    page.isLandscape = isLandscape
    if repeating { page.repeatedRows = 0...0 }
    page.footer = PageSetup.Line(
      left: facts.maker, right: say("с. {page} из {pages}", "page {page} of {pages}"))
    return page
  }
}
