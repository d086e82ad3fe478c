/// What stood behind marked cells before they were marked: kept in hidden columns of the added sheet, so that the next
/// copy gives it back, also after another program has saved the workbook.
///
/// Most marked cells had nothing behind them, and then nothing is kept.
struct FormerFills {
  private struct Place: Hashable {
    let sheet: String
    let cell: CellReference
  }

  private var fills: [Place: String] = [:]

  /// Stands above the columns in which the fills are kept.
  private static let heading = "oko:fills"

  /// Reads what the sheet of an earlier copy keeps; `nil` begins with nothing.
  init(_ sheet: Sheet?) {
    guard let sheet, let row = sheet.rows.first,
      let first = sheet.cells[row.cells].first(where: { sheet.text(of: $0) == Self.heading })
    else { return }
    let column = Int(first.column)
    for row in sheet.rows.dropFirst() {
      func text(_ offset: Int) -> String {
        sheet[CellReference(row: row.number, column: column + offset)].description
      }
      if let cell = CellReference(text(1)), !text(2).isEmpty {
        fills[Place(sheet: text(0), cell: cell)] = text(2)
      }
    }
  }

  /// The fill that stood behind a cell.
  subscript(sheet: String, cell: CellReference) -> String? { fills[Place(sheet: sheet, cell: cell)] }

  /// Keeps what stood behind a cell that is marked now.
  mutating func keep(_ fill: String, _ sheet: String, _ cell: CellReference) {
    fills[Place(sheet: sheet, cell: cell)] = fill
  }

  /// Writes all of it into hidden columns behind the last one.
  func write(to sheet: inout AddedSheet) {
    guard !fills.isEmpty else { return }
    let column = sheet.columns.count
    sheet.columns += (0..<3).map { _ in AddedSheet.Column(width: 9, isHidden: true) }
    let look = CellStyle()
    var lines: [[AddedSheet.Item]] = [[.text(Self.heading, look)]]
    for (place, fill) in fills.sorted(by: { ($0.key.sheet, $0.key.cell) < ($1.key.sheet, $1.key.cell) }) {
      lines.append([.text(place.sheet, look), .text(place.cell.description, look), .text(fill, look)])
    }
    for (row, items) in lines.enumerated() {
      if row == sheet.rows.count { sheet.rows.append([]) }
      let gap = max(0, column - sheet.rows[row].count)
      sheet.rows[row] += Array(repeating: .blank(nil), count: gap) + items
    }
  }
}
