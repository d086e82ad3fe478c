internal import SchoolCalendar
internal import Spreadsheet

extension CalendarDay {
  /// A day as a cell holds it: a date, `15.04.2024`, `15.04.2024 г.` or `2024-04-15`; `nil` for anything else.
  init?(writtenIn value: CellValue) {
    switch value {
    case .date(let stamp): self.init(year: stamp.year, month: stamp.month, day: stamp.day)
    case .text(let text):
      let text = text.trimmedOfSpaces
      let bare = String(text.reversed().drop { !$0.isNumber }.reversed())
      guard let day = CalendarDay(iso: text) ?? CalendarDay(russian: bare) else { return nil }
      self = day
    default: return nil
    }
  }
}
