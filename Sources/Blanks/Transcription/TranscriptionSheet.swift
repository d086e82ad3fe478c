internal import Assessment
internal import Form
internal import Spreadsheet

/// Fills the sheet «Протокол»: title block, headers, rows with codes and sums, checks on input, colours.
struct TranscriptionSheet {
  static let name = "Протокол"
  static let headerRow = 3

  let blank: TranscriptionBlank
  let styles: TranscriptionStyles
  let lists: ListsSheet

  init(_ blank: TranscriptionBlank, styles: TranscriptionStyles, lists: ListsSheet) {
    self.blank = blank
    self.styles = styles
    self.lists = lists
  }

  var form: FormOutline { blank.form }
  private var heading: SheetHeading { blank.heading }
  private var firstRow: Int { Self.headerRow + 1 }
  private var lastRow: Int { Self.headerRow + blank.rows.count }
  /// So many tasks do not fit a page in comfort: columns get narrower and their headers stand upright.
  private var isDense: Bool { form.tasks.count > 20 }

  func fill(_ sheet: borrowing SheetWriter) throws(SpreadsheetError) {
    try writeTitle(sheet)
    try writeHeader(sheet)
    for row in 0..<blank.rows.count { try write(row, sheet) }
    try InputChecks(self).write(sheet)
    try RowColours(self).write(sheet)
    sheet.freeze(above: CellReference(row: firstRow, column: 1))
    sheet.activate()
    try sheet.page(page)
  }

  /// The cells of a column, or of several side by side, in all rows of participants.
  func cells(_ columns: ClosedRange<Int>) -> CellRange {
    CellRange(
      CellReference(row: firstRow, column: columns.lowerBound),
      CellReference(row: lastRow, column: columns.upperBound))
  }

  /// A column's cell in the first row of participants, bound to its column: `$B5`.
  func first(_ column: ProtocolColumn) -> String {
    "$\(CellReference.letters(ofColumn: column.index))\(firstRow + 1)"
  }

  // MARK: Above the rows

  private func writeTitle(_ sheet: borrowing SheetWriter) throws(SpreadsheetError) {
    try sheet.row(0, height: 22)
    try sheet.text(
      "Запись протокола проверки \(heading.classTitle)", at: CellReference(row: 0, column: 0),
      styles.title)
    let lines = [
      TitleLine(fields: [
        .init(label: "ОО:", value: .init(heading.school), room: 48),
        .init(label: "Логин:", value: .init(heading.login), room: 14),
      ]),
      TitleLine(fields: [
        .init(label: "Предмет:", value: .init(heading.subject), room: 24),
        .init(label: "Класс:", value: .init(heading.grade), room: 6),
        .init(label: "Дата проведения:", value: .init(heading.held), room: 12),
      ]),
    ]
    let widths = form.columns.map { width(of: $0.content) }
    for (row, line) in lines.enumerated() {
      try sheet.row(row + 1, height: 18)
      try line.write(row: row + 1, widths: widths, styles.block, sheet)
    }
  }

  private func writeHeader(_ sheet: borrowing SheetWriter) throws(SpreadsheetError) {
    try sheet.row(Self.headerRow, height: isDense ? 96 : 66)
    for column in form.columns {
      try sheet.text(
        column.header, at: CellReference(row: Self.headerRow, column: column.index),
        isDense && column.content.standsUpright ? styles.upright : styles.header)
      try sheet.columns(column.index...column.index, width: width(of: column.content))
    }
  }

  /// Characters; wide enough for the words of the column's list, but for «не пройд.», which is shown smaller.
  private func width(of content: ProtocolColumn.Content) -> Double {
    switch content {
    case .code: isDense ? 10 : 13
    case .variant: 13.5
    case .task(let task): isDense ? 3.9 : form.criteria.terms.offersNotCovered(task) ? 6.5 : 5.5
    case .schoolClass: isDense ? 7.5 : 14
    case .sex: 5
    case .mark: isDense ? 12.5 : 18
    case .total: isDense ? 7 : 8
    }
  }

  // MARK: Rows

  private func write(_ row: Int, _ sheet: borrowing SheetWriter) throws(SpreadsheetError) {
    try sheet.row(firstRow + row, height: 15.5)
    let code = blank.rows.code(row)
    for column in form.columns {
      let place = CellReference(row: firstRow + row, column: column.index)
      switch column.content {
      case .total:
        try sheet.formula(sum(row: firstRow + row), stored: .text(""), at: place, styles.sum)
      case .code: try sheet.put(code.map { .number($0) }, at: place, styles.entry)
      // A class in a row without a code would make a participant of it.
      case .schoolClass:
        let number = code == nil ? nil : heading.schoolClass
        try sheet.put(number.map { .number($0) }, at: place, styles.entry)
      case .task: try sheet.blank(at: place, styles.word)
      case .variant, .sex, .mark: try sheet.blank(at: place, styles.entry)
      }
    }
  }

  /// The sum of a row, from zero; nothing before the first points are there.
  private func sum(row: Int) -> String {
    let spans = form.tasks.map(\.column.index).reduce(into: [ClosedRange<Int>]()) { spans, column in
      if let last = spans.last, last.upperBound + 1 == column {
        spans[spans.count - 1] = last.lowerBound...column
      } else {
        spans.append(column...column)
      }
    }
    let cells = spans.map { span in
      "\(CellRange(CellReference(row: row, column: span.lowerBound), CellReference(row: row, column: span.upperBound)))"
    }.joined(separator: ",")
    return "IF(COUNTA(\(cells))=0,\"\",SUM(\(cells)))"
  }

  // MARK: Paper

  private var page: PageSetup {
    var page = PageSetup()
    page.isLandscape = true
    page.repeatedRows = Self.headerRow...Self.headerRow
    page.area = CellRange(
      CellReference(row: 0, column: 0), CellReference(row: lastRow, column: form.columns.count - 1))
    page.sideMargin = 1
    page.endMargin = 1.4
    // The number of pages would count those of the other sheets too, where a program prints them all.
    page.footer = PageSetup.Line(
      left: "Ввёл(а) ____________________   Сверил(а) ____________________", right: "стр. {page}")
    return page
  }
}

extension ProtocolColumn.Content {
  /// Whether the header stands upright where there is no room for it to lie.
  fileprivate var standsUpright: Bool {
    switch self {
    case .task, .schoolClass, .mark: true
    case .code, .variant, .sex, .total: false
    }
  }
}
