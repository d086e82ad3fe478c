internal import SchoolCalendar
internal import Spreadsheet

/// What stands above a table: school, subject, class, date, as `label: value` in one cell or in two.
struct TitleBlock: Sendable {
  /// A value of the block with its cell.
  struct Item<Value: Sendable>: Sendable {
    let value: Value
    let cell: CellReference
  }

  var login: Item<String>?
  /// The school's name as it is written.
  var school: Item<String>?
  var subject: Item<String>?
  var grade: Item<Int>?
  var held: Item<CalendarDay>?
  var season: Item<Int>?
  var expert: Item<String>?
  var isAdvanced = false
  /// The subject's name, when it is written but means nothing to us.
  var unknownSubject: Item<String>?

  /// Reads the rows above a header row, below the table before it if there is one.
  init(_ sheet: Sheet, after previous: Int = -1, above headerRow: Int) {
    for row in sheet.rows.prefix(while: { $0.number < headerRow }) where row.number > previous {
      let cells = sheet.cells[row.cells]
      for (offset, cell) in cells.enumerated() {
        let text = sheet.value(of: cell).description.composed
        noteTitle(text, cell.reference)
        guard let colon = text.firstIndex(of: ":") else {
          take(label: text, value: nil, next: cells.dropFirst(offset + 1).first, sheet, cell)
          continue
        }
        let value = String(text[text.index(after: colon)...]).trimmedOfSpaces
        take(
          label: String(text[..<colon]), value: value.isEmpty ? nil : value,
          next: cells.dropFirst(offset + 1).first, sheet,
          cell)
      }
    }
  }

  private mutating func noteTitle(_ text: String, _ cell: CellReference) {
    let folded = Folded(text).text
    if folded.contains("углубл"), !Self.namesSchool(folded) { isAdvanced = true }
    guard folded.contains("впр"), season == nil else { return }
    // Of «2023/2024 учебный год» the season is the later year.
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }.filter { (2015...2100).contains($0) }
    if let year = numbers.max() { season = Item(value: year, cell: cell) }
  }

  /// «СОШ с углублённым изучением предметов» says nothing of the work.
  private static func namesSchool(_ folded: String) -> Bool {
    ["школ", "сош", "боу", "коу", "аоу", "гимнази", "лице"].contains { folded.contains($0) }
  }

  private mutating func take(label: String, value: String?, next: Cell?, _ sheet: Sheet, _ cell: Cell) {
    let name = Folded(label).bare
    let found: CellValue = value.map { .text($0) } ?? next.map { sheet.value(of: $0) } ?? .empty
    let place = value == nil ? next?.reference ?? cell.reference : cell.reference
    let text = found.description.composed.trimmedOfSpaces
    // «Предмет:» beside «Учитель:» was left blank.
    guard !text.isEmpty, !text.hasSuffix(":") else { return }
    switch name {
    case "логин", "логин оо", "логин школы":
      login = login ?? Item(value: text.lowercased(), cell: place)
    case "оо", "школа", "наименование оо", "название оо", "наименование школы", "образовательная организация":
      school = school ?? Item(value: text, cell: place)
    case "предмет", "учебный предмет":
      if let code = Subject.code(in: text) {
        subject = subject ?? Item(value: code, cell: place)
      } else {
        unknownSubject = Item(value: text, cell: place)
      }
    case "класс", "параллель", "классы":
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      if let number = Int(digits), (1...11).contains(number) {
        grade = grade ?? Item(value: number, cell: place)
      }
    case "дата", "дата проведения", "дата впр", "дата проведения впр", "дата проведения работы":
      if let day = CalendarDay(writtenIn: found) { held = held ?? Item(value: day, cell: place) }
    case "эксперт", "фио эксперта", "эксперт (фио)":
      expert = expert ?? Item(value: text, cell: place)
    default: break
    }
  }
}
