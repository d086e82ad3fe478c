internal import Spreadsheet

/// How the sheets look that are printed and filled by hand.
struct PaperStyles {
  let title: CellStyle.ID
  let block: TitleLine.Styles
  let words: CellStyle.ID
  let warning: CellStyle.ID
  let header: CellStyle.ID
  let upright: CellStyle.ID
  let number: CellStyle.ID
  let numberShaded: CellStyle.ID
  let code: CellStyle.ID
  let codeShaded: CellStyle.ID
  let entry: CellStyle.ID
  let entryShaded: CellStyle.ID
  let name: CellStyle.ID
  let nameShaded: CellStyle.ID

  init(_ book: inout WorkbookWriter) {
    var cell = CellStyle()
    cell.hasBorder = true
    cell.horizontal = .center
    cell.vertical = .center
    // Every other line has a light ground, which a copier keeps: an eye does not slip into the next one.
    func pair(_ change: (inout CellStyle) -> Void) -> (CellStyle.ID, CellStyle.ID) {
      let style = cell.with(change)
      return (book.style(style), book.style(style.with { $0.fill = 0xEFEFEF }))
    }
    (number, numberShaded) = pair {
      $0.fontSize = 9
      $0.textColour = 0x595959
    }
    (code, codeShaded) = pair { $0.isBold = true }
    (entry, entryShaded) = pair { _ in }
    (name, nameShaded) = pair { $0.horizontal = .left }
    let head = cell.with {
      $0.isBold = true
      $0.wraps = true
      $0.fontSize = 9
      $0.fill = 0xE2E2E2
    }
    header = book.style(head)
    upright = book.style(head.with { $0.rotation = 90 })
    title = book.style(
      CellStyle().with {
        $0.isBold = true
        $0.fontSize = 14
      })
    words = book.style(
      CellStyle().with {
        $0.wraps = true
        $0.fontSize = 9
        $0.vertical = .center
      })
    warning = book.style(
      CellStyle().with {
        $0.isBold = true
        $0.wraps = true
        $0.textColour = 0xC00000
        $0.vertical = .center
      })
    block = TitleLine.Styles(&book)
  }
}
