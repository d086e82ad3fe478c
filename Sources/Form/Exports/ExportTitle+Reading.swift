internal import Assessment
internal import SchoolCalendar
internal import Spreadsheet

extension ExportTitle {
  /// Reads the block above a header row.
  ///
  /// - Throws: ``ExportError/titleMissing``, ``ExportError/titleContradicts(cell:)``.
  init(_ table: ExportSheet) throws(ExportError) {
    var work: Located<Work>?
    var subject: Located<String>?
    var maximum: Located<Int>?
    var day: Located<CalendarDay>?
    for row in table.sheet.rows.prefix(while: { $0.number < table.headerRow }) {
      for cell in table.sheet.cells[row.cells] {
        let line = TitleLine(cell, table)
        if work == nil, let named = line.work { work = Located(named, at: cell.reference) }
        switch line.label {
        case "предмет": subject = Located(Subject.code(in: line.value.description), at: line.place)
        case "максимальный первичный балл": maximum = line.whole
        case "дата": day = line.day
        default: break
        }
      }
    }
    guard let work else { throw .titleMissing }
    if let subject, let named = subject.value, named != work.value?.subject {
      throw .titleContradicts(cell: subject.cell)
    }
    self.init(work: work, maximum: maximum, day: day)
  }
}

/// A cell above the table: `label: value` in one cell, or the value in the next one.
private struct TitleLine {
  let label: String
  let value: CellValue
  let place: CellReference
  /// The work that «ВПР 2024 Математика 4 класс» names.
  let work: Work?

  init(_ cell: Cell, _ table: ExportSheet) {
    let text = table.sheet.value(of: cell).description.composed.trimmedOfSpaces
    let name = FormName(text)
    work =
      if Folded(text).text.hasPrefix("впр"), let season = name.season, let grade = name.grade,
        let subject = name.subject
      {
        Work(season: season, grade: grade, subject: subject, level: name.level)
      } else { nil }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    label = Folded(String(parts[0])).bare
    let rest = parts.count > 1 ? String(parts[1]).trimmedOfSpaces : ""
    let next = CellReference(row: Int(cell.row), column: Int(cell.column) + 1)
    place = rest.isEmpty ? next : cell.reference
    value = rest.isEmpty ? table.sheet[next] : .text(rest)
  }

  var whole: Located<Int> {
    switch value {
    case .number(let number): Located(Int(exactly: number), at: place)
    default: Located(Int(value.description.trimmedOfSpaces), at: place)
    }
  }

  /// A day; of «с 19.03.2024 по 30.03.2024» there is none.
  var day: Located<CalendarDay> {
    switch value {
    case .date(let stamp):
      return Located(CalendarDay(year: stamp.year, month: stamp.month, day: stamp.day), at: place)
    default:
      let text = value.description.trimmedOfSpaces
      return Located(CalendarDay(russian: text) ?? CalendarDay(iso: text), at: place)
    }
  }
}
