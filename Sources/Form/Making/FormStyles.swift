internal import Spreadsheet

/// How the cells of a made form look.
struct FormStyles {
  let header: CellStyle.ID
  let total: CellStyle.ID
  let number: CellStyle.ID
  let duplicate: CellStyle.ID
  let absent: CellStyle.ID
  private let code: CellStyle.ID
  private let points: CellStyle.ID
  private let pupil: CellStyle.ID

  init(_ book: inout WorkbookWriter) {
    var cell = CellStyle()
    cell.hasBorder = true
    cell.borderColour = 0xA6A6A6
    cell.horizontal = .center
    cell.vertical = .center
    let entry = cell.with { $0.isLocked = false }
    header = book.style(
      cell.with {
        $0.isBold = true
        $0.wraps = true
        $0.fontSize = 10
        $0.fill = 0xDDEBF7
      })
    total = book.style(
      cell.with {
        $0.isBold = true
        $0.fill = 0xF2F2F2
      })
    code = book.style(
      entry.with {
        $0.numberFormat = "0"
        $0.horizontal = .left
      })
    points = book.style(entry)
    pupil = book.style(entry.with { $0.fill = 0xFFF8E5 })
    number = book.style(cell)
    duplicate = book.style(CellStyle().with { $0.fill = 0xFFC7CE })
    absent = book.style(CellStyle().with { $0.fill = 0xEDEDED })
  }

  /// The style of a column's cells.
  func style(_ content: ProtocolColumn.Content) -> CellStyle.ID {
    switch content {
    case .code: code
    case .variant, .task: points
    case .schoolClass, .sex, .mark: pupil
    case .total: total
    }
  }
}
