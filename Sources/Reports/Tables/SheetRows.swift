package import Assessment
package import Spreadsheet

/// The looks of a workbook of findings.
package struct Looks {
  /// The size of the text in tables, points.
  package static let size = 10.0

  /// A cell of a workbook holds no longer text.
  static let longest = 32_000

  package let title: CellStyle.ID
  package let bold: CellStyle.ID
  package let header: CellStyle.ID
  package let cell: CellStyle.ID
  package let wrapped: CellStyle.ID
  package let echo: CellStyle.ID
  package let severity: [Severity: CellStyle.ID]

  package init(_ book: inout WorkbookWriter) {
    let plain = CellStyle().with {
      $0.hasBorder = true
      $0.borderColour = 0xBFC5CC
      $0.vertical = .top
      $0.fontSize = Self.size
    }
    let wrapping = plain.with { $0.wraps = true }
    title = book.style(
      CellStyle().with {
        $0.isBold = true
        $0.fontSize = 15
      })
    bold = book.style(CellStyle().with { $0.isBold = true })
    header = book.style(
      wrapping.with {
        $0.isBold = true
        $0.fill = 0xE9EDF1
        $0.vertical = .center
      })
    cell = book.style(plain)
    wrapped = book.style(wrapping)
    echo = book.style(wrapping.with { $0.textColour = 0x5F6770 })
    severity = Dictionary(
      uniqueKeysWithValues: Severity.allCases.map { severity in
        (severity, book.style(wrapping.with { $0.fill = severity.markColour }))
      })
  }
}

/// A row of a sheet that is being made.
package struct SheetLine {
  package let values: [CellValue]
  package let look: CellStyle.ID?
  /// Looks of single cells, by column.
  package var looks: [Int: CellStyle.ID] = [:]
  /// How many columns a paragraph runs over; such a line holds nothing else.
  package var span = 1
  /// Whether the last value runs on over the empty cells beside it, and does not wrap.
  package var runsOn = false

  package static let empty = SheetLine([], nil)

  package init(_ values: [CellValue], _ look: CellStyle.ID?, _ looks: [Int: CellStyle.ID] = [:]) {
    self.values = values
    self.look = look
    self.looks = looks
  }

  package init(words: [String], _ look: CellStyle.ID) { self.init(words.map { .text($0) }, look) }
}

extension SheetWriter {
  /// Writes rows from the top into columns of these widths; text stays text, whatever it begins with.
  package func write(_ lines: [SheetLine], widths: [Double]) throws(SpreadsheetError) {
    for (column, width) in widths.enumerated() { try columns(column...column, width: width) }
    for (row, line) in lines.enumerated() {
      if line.span > 1 {
        try paragraph(line, row: row, width: widths.prefix(line.span).reduce(0, +))
        continue
      }
      // A number is shown with fewer digits than it has, and never wraps.
      let wrapped = zip(line.runsOn ? line.values.dropLast() : line.values[...], widths).map { value, width in
        if case .number = value { ("", width, Looks.size) } else { (value.description, width, Looks.size) }
      }
      if line.values.count > 1, let height = RowHeight.points(wrapped) {
        try self.row(row, height: Double(height))
      }
      for (column, value) in line.values.enumerated() {
        let place = CellReference(row: row, column: column)
        let look = line.looks[column] ?? line.look
        switch value {
        case .number(let number): try self.number(number, at: place, look)
        case .empty: if let look { try blank(at: place, look) }
        default: try text(String(value.description.prefix(Looks.longest)), at: place, look)
        }
      }
    }
  }

  private func paragraph(_ line: SheetLine, row: Int, width: Double) throws(SpreadsheetError) {
    let words = String((line.values.first?.description ?? "").prefix(Looks.longest))
    if let height = RowHeight.points([(words, width, Looks.size)]) {
      try self.row(row, height: Double(height))
    }
    let last = CellReference(row: row, column: line.span - 1)
    try merge(CellRange(CellReference(row: row, column: 0), last), words, line.look)
  }
}
