internal import Form
public import Spreadsheet

/// The sheet that tells who got which code; it stays in the school and says so on every page.
public struct RosterBlank: Sendable {
  private let heading: SheetHeading
  private let rows: SheetRows

  /// The list of a class.
  public init(heading: SheetHeading, rows: SheetRows) {
    self.heading = heading
    self.rows = rows
  }

  private static let headerRow = 5
  private static let columns: [(header: String, width: Double)] = [
    ("№", 5), ("Код", 11), ("ФИО", 62), ("Класс", 12),
  ]
  private static let warning =
    "ОСТАЁТСЯ В ШКОЛЕ. Не отправлять, не копировать, не прикладывать к работам и протоколам."

  /// The workbook; the same order gives the same bytes.
  public func workbook() throws(SpreadsheetError) -> [UInt8] {
    var book = try WorkbookWriter(
      DocumentProperties(title: "Список кодов, \(heading.workTitle)", comments: Self.warning))
    let styles = PaperStyles(&book)
    try book.sheet("Список кодов") { sheet throws(SpreadsheetError) in
      try writeTop(sheet, styles)
      for row in 0..<rows.count { try write(row, sheet, styles) }
      let end = Self.headerRow + rows.count + 2
      try sheet.row(end, height: 24)
      try TitleLine(fields: [.init(label: "Ответственный:", value: .room, room: 40)]).write(
        row: end, widths: Self.columns.map(\.width), styles.block, sheet)
      sheet.freeze(above: CellReference(row: Self.headerRow + 1, column: 0))
      sheet.hideGridlines()
      try sheet.page(page)
    }
    return try book.bytes()
  }

  private func writeTop(_ sheet: borrowing SheetWriter, _ styles: PaperStyles) throws(SpreadsheetError) {
    let widths = Self.columns.map(\.width)
    try sheet.row(0, height: 24)
    try sheet.text(
      "Список кодов участников, \(heading.workTitle)", at: CellReference(row: 0, column: 0), styles.title)
    try sheet.row(1, height: 20)
    try sheet.merge(
      CellRange(CellReference(row: 1, column: 0), CellReference(row: 1, column: widths.count - 1)),
      Self.warning, styles.warning)
    let lines = [
      TitleLine(fields: [.init(label: "ОО:", value: .init(heading.school), room: 60)]),
      TitleLine(fields: [.init(label: "Дата проведения:", value: .init(heading.held), room: 40)]),
    ]
    for (row, line) in lines.enumerated() {
      try sheet.row(row + 2, height: 20)
      try line.write(row: row + 2, widths: widths, styles.block, sheet)
    }
    try sheet.row(Self.headerRow - 1, height: 8)
    try sheet.row(Self.headerRow, height: 20)
    for (index, column) in Self.columns.enumerated() {
      try sheet.text(column.header, at: CellReference(row: Self.headerRow, column: index), styles.header)
      try sheet.columns(index...index, width: column.width)
    }
  }

  private func write(
    _ row: Int, _ sheet: borrowing SheetWriter, _ styles: PaperStyles
  ) throws(SpreadsheetError) {
    let line = Self.headerRow + 1 + row
    let isShaded = row % 2 == 1
    func place(_ column: Int) -> CellReference { CellReference(row: line, column: column) }
    try sheet.row(line, height: 18)
    try sheet.number(row + 1, at: place(0), isShaded ? styles.numberShaded : styles.number)
    try sheet.put(
      rows.code(row).map { .number($0) }, at: place(1), isShaded ? styles.codeShaded : styles.code)
    try sheet.blank(at: place(2), isShaded ? styles.nameShaded : styles.name)
    let number = rows.code(row) == nil ? nil : heading.schoolClass
    try sheet.put(
      number.map { .number($0) }, at: place(3), isShaded ? styles.entryShaded : styles.entry)
  }

  private var page: PageSetup {
    var page = PageSetup()
    page.isCentered = true
    page.repeatedRows = Self.headerRow...Self.headerRow
    page.sideMargin = 1.2
    page.endMargin = 1.8
    page.header = PageSetup.Line(center: Self.warning)
    page.footer = PageSetup.Line(left: heading.workTitle, right: "стр. {page} из {pages}")
    return page
  }
}
