internal import Form
internal import Spreadsheet

/// How the cells of the keyed sheet look.
struct TranscriptionStyles {
  let title: CellStyle.ID
  let block: TitleLine.Styles
  let header: CellStyle.ID
  let upright: CellStyle.ID
  let entry: CellStyle.ID
  let word: CellStyle.ID
  let sum: CellStyle.ID
  let text: CellStyle.ID
  let absent: CellStyle.ID
  let wrong: CellStyle.ID
  let missing: CellStyle.ID
  let red: CellStyle.ID
  let yellow: CellStyle.ID
  let grey: CellStyle.ID

  init(_ book: inout WorkbookWriter) {
    var cell = CellStyle()
    cell.hasBorder = true
    cell.borderColour = 0x8C8C8C
    cell.horizontal = .center
    cell.vertical = .center
    let head = cell.with {
      $0.isBold = true
      $0.wraps = true
      $0.fontSize = 10
      $0.fill = 0xDDEBF7
    }
    header = book.style(head)
    upright = book.style(head.with { $0.rotation = 90 })
    entry = book.style(cell)
    word = book.style(cell.with { $0.shrinks = true })
    sum = book.style(
      cell.with {
        $0.isBold = true
        $0.fill = 0xF2F2F2
      })
    text = book.style(
      CellStyle().with {
        $0.wraps = true
        $0.vertical = .top
      })
    title = book.style(
      CellStyle().with {
        $0.isBold = true
        $0.fontSize = 14
      })
    block = TitleLine.Styles(&book)
    let (absentFill, wrongFill, missingFill): (CellStyle.Colour, CellStyle.Colour, CellStyle.Colour) = (
      0xD9D9D9, 0xFF9999, 0xFFEB9C
    )
    absent = book.style(CellStyle().with { $0.fill = absentFill })
    wrong = book.style(
      CellStyle().with {
        $0.fill = wrongFill
        $0.textColour = 0x9C0006
      })
    missing = book.style(CellStyle().with { $0.fill = missingFill })
    red = book.style(cell.with { $0.fill = wrongFill })
    yellow = book.style(cell.with { $0.fill = missingFill })
    grey = book.style(cell.with { $0.fill = absentFill })
  }
}

extension TitleLine.Styles {
  /// Labels at the right, values over a line.
  init(_ book: inout WorkbookWriter) {
    let value = CellStyle().with {
      $0.hasLineBelow = true
      $0.horizontal = .left
      $0.shrinks = true
    }
    label = book.style(
      CellStyle().with {
        $0.horizontal = .right
        $0.fontSize = 10
        $0.textColour = 0x404040
      })
    self.value = book.style(value)
    day = book.style(value.with { $0.numberFormat = "dd.mm.yyyy" })
  }
}
