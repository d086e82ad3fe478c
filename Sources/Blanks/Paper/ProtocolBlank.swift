internal import Assessment
internal import Form
public import Spreadsheet

/// The paper protocol of marking that the expert fills by hand: one class, A4, room to write.
///
/// Its headers are those of the electronic form: keyed in as it stands, it is read back as a sheet of scores.
public struct ProtocolBlank: Sendable {
  private let form: FormOutline
  private let heading: SheetHeading
  private let rows: SheetRows
  private let layout: PaperLayout

  /// The protocol of a class.
  public init(form: FormOutline, heading: SheetHeading, rows: SheetRows) {
    self.form = form
    self.heading = heading
    self.rows = rows
    layout = PaperLayout(form)
  }

  /// The row of the headers: below the title, three lines and the words on how to fill the table.
  private static let headerRow = 5

  /// The workbook; the same order gives the same bytes.
  public func workbook() throws(SpreadsheetError) -> [UInt8] {
    var book = try WorkbookWriter(
      DocumentProperties(
        title: "Протокол проверки, \(heading.workTitle)", comments: "Пустой бумажный протокол, сделан oko"))
    let styles = PaperStyles(&book)
    try book.sheet("Протокол") { sheet throws(SpreadsheetError) in
      try writeTitle(sheet, styles)
      try writeHeader(sheet, styles)
      for row in 0..<rows.count { try write(row, sheet, styles) }
      sheet.freeze(above: CellReference(row: Self.headerRow + 1, column: 0))
      sheet.hideGridlines()
      try sheet.page(page)
    }
    return try book.bytes()
  }

  private func writeTitle(_ sheet: borrowing SheetWriter, _ styles: PaperStyles) throws(SpreadsheetError) {
    try sheet.row(0, height: 24)
    try sheet.text(
      "Протокол проверки работ, \(heading.workTitle)", at: CellReference(row: 0, column: 0), styles.title)
    let number = heading.schoolClass.map { "\(heading.grade.map(String.init) ?? "") (№ \($0))" }
    let lines = [
      TitleLine(fields: [.init(label: "ОО:", value: .init(heading.school), room: 30)]),
      TitleLine(fields: [
        .init(label: "Предмет:", value: .init(heading.subject), room: 20),
        .init(label: "Класс:", value: number.map { .text($0) } ?? .init(heading.grade), room: 9),
        .init(label: "Дата проведения:", value: .init(heading.held), room: 12),
      ]),
      TitleLine(fields: [
        .init(label: "Эксперт:", value: .room, room: 34), .init(label: "Работ:", value: .room, room: 4),
        .init(label: "Отсутствовали:", value: .room, room: 4),
      ]),
    ]
    for (row, line) in lines.enumerated() {
      try sheet.row(row + 1, height: 20)
      try line.write(row: row + 1, widths: layout.widths, styles.block, sheet)
    }
    try sheet.row(4, height: wordsHeight)
    try sheet.merge(
      CellRange(
        CellReference(row: 4, column: 0), CellReference(row: 4, column: layout.columns.count - 1)),
      PaperWords(form).text, styles.words)
  }

  private func writeHeader(_ sheet: borrowing SheetWriter, _ styles: PaperStyles) throws(SpreadsheetError) {
    try sheet.row(Self.headerRow, height: headerHeight)
    for (index, column) in layout.columns.enumerated() {
      let isTask = if case .task = column.content { true } else { false }
      try sheet.text(
        column.header, at: CellReference(row: Self.headerRow, column: index),
        isTask && layout.isUpright ? styles.upright : styles.header)
      try sheet.columns(index...index, width: layout.widths[index])
    }
  }

  private func write(
    _ row: Int, _ sheet: borrowing SheetWriter, _ styles: PaperStyles
  ) throws(SpreadsheetError) {
    let line = Self.headerRow + 1 + row
    let isShaded = row % 2 == 1
    try sheet.row(line, height: rowHeight)
    for (index, column) in layout.columns.enumerated() {
      let place = CellReference(row: line, column: index)
      switch column.content {
      case .number: try sheet.number(row + 1, at: place, isShaded ? styles.numberShaded : styles.number)
      case .code:
        let style = isShaded ? styles.codeShaded : styles.code
        try sheet.put(rows.code(row).map { .number($0) }, at: place, style)
      case .variant, .task, .sum:
        try sheet.blank(at: place, isShaded ? styles.entryShaded : styles.entry)
      }
    }
  }

  // MARK: Heights, points

  private var headerHeight: Double { layout.isUpright ? 66 : 36 }

  /// As many lines of 9 points as the words take over the whole width.
  private var wordsHeight: Double {
    let perLine = layout.widths.reduce(0, +) * 1.15
    return 4 + 12.5 * (Double(PaperWords(form).text.count) / perLine).rounded(.up)
  }

  /// Rows of 6.3 to 8.5 mm, so high that the last page is not left with two of them.
  private var rowHeight: Double {
    let page = (layout.isLandscape ? 595.0 : 842.0) - 100
    let first = page - 84 - wordsHeight - headerHeight
    for pages in 1...SheetRows.most {
      let height = (first + Double(pages - 1) * (page - headerHeight - 24)) / Double(rows.count)
      if height >= 18 { return min(24, (height * 4).rounded(.down) / 4) }
    }
    return 21
  }

  private var page: PageSetup {
    var page = PageSetup()
    page.isLandscape = layout.isLandscape
    page.isCentered = true
    page.repeatedRows = Self.headerRow...Self.headerRow
    page.sideMargin = 1
    page.endMargin = 1.7
    page.header = PageSetup.Line(right: heading.classTitle)
    page.footer = PageSetup.Line(
      left: "Эксперт (подпись) ____________________   Дата ______________", right: "стр. {page} из {pages}")
    return page
  }
}
