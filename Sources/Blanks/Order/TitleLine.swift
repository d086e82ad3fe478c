internal import SchoolCalendar
internal import Spreadsheet

/// One line of a title block: labels with their values or with room to write, laid over the columns of the table.
struct TitleLine {
  /// What stands beside a label.
  enum Value {
    case room
    case text(String)
    case number(Int)
    case day(CalendarDay)

    init(_ text: String?) { self = text.map { .text($0) } ?? .room }
    init(_ number: Int?) { self = number.map { .number($0) } ?? .room }
    init(_ day: CalendarDay?) { self = day.map { .day($0) } ?? .room }
  }

  /// A label with its value and the room that the value wants, characters.
  struct Field {
    let label: String
    let value: Value
    let room: Double
  }

  /// How labels, values and days look.
  struct Styles {
    let label: CellStyle.ID
    let value: CellStyle.ID
    let day: CellStyle.ID
  }

  let fields: [Field]

  /// Writes the line: each label and each value takes as many columns as it needs; the last value takes the rest.
  func write(row: Int, widths: [Double], _ styles: Styles, _ sheet: borrowing SheetWriter)
    throws(SpreadsheetError)
  {
    var column = 0
    func take(_ room: Double) -> CellRange {
      let first = column
      var width = 0.0
      repeat {
        // Beside the table columns have the program's own width.
        width += widths.indices.contains(column) ? widths[column] : 8.43
        column += 1
      } while width < room
      return CellRange(
        CellReference(row: row, column: first), CellReference(row: row, column: column - 1))
    }
    for (place, field) in fields.enumerated() {
      try sheet.fill(take(Double(field.label.count)), .text(field.label), styles.label, styles)
      var range = take(field.room)
      if place == fields.count - 1, column < widths.count {
        range = CellRange(range.first, CellReference(row: row, column: widths.count - 1))
      }
      try sheet.fill(range, field.value, styles.value, styles)
    }
  }
}

extension SheetWriter {
  /// Writes a value over a rectangle of cells, merged where it is more than one.
  fileprivate func fill(
    _ range: CellRange, _ value: TitleLine.Value, _ style: CellStyle.ID, _ styles: TitleLine.Styles
  ) throws(SpreadsheetError) {
    let isDay = if case .day = value { true } else { false }
    let style = isDay ? styles.day : style
    if range.first != range.last { try merge(range, "", style) }
    switch value {
    case .room: try blank(at: range.first, style)
    case .text(let text): try self.text(text, at: range.first, style)
    case .number(let number): try self.number(number, at: range.first, style)
    // Serial number 25569 is 1970-01-01.
    case .day(let day): try self.number(day.daysSince1970 + 25_569, at: range.first, style)
    }
  }
}
