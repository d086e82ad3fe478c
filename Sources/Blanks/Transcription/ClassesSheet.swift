internal import Spreadsheet

/// The class map: which letter has which ordinal number in the form; `check` reads it.
struct ClassesSheet {
  static let name = "Классы"

  let classes: [(letter: String, number: Int)]
  let numbers: ClosedRange<Int>

  /// Without given letters so many numbers wait for theirs.
  private static let prepared = 12

  func fill(_ sheet: borrowing SheetWriter, _ styles: TranscriptionStyles) throws(SpreadsheetError) {
    try sheet.columns(0...0, width: 12)
    try sheet.columns(1...1, width: 20)
    try sheet.columns(3...3, width: 60)
    try sheet.row(0, height: 34)
    try sheet.text("Буква", at: CellReference(row: 0, column: 0), styles.header)
    try sheet.text("Порядковый номер класса", at: CellReference(row: 0, column: 1), styles.header)
    try sheet.text(
      "Заполните, если в протоколе удобнее писать букву класса: программа подставит её номер. Номера — те же, что в форме.",
      at: CellReference(row: 0, column: 3), styles.text)
    let free = Set(numbers).subtracting(classes.map(\.number)).sorted()
    let waiting = free.prefix(max(0, Self.prepared - classes.count)).map { (letter: "", number: $0) }
    for (row, line) in (classes + waiting).enumerated() {
      let letter = CellReference(row: row + 1, column: 0)
      if line.letter.isEmpty {
        try sheet.blank(at: letter, styles.entry)
      } else {
        try sheet.text(line.letter, at: letter, styles.entry)
      }
      try sheet.number(line.number, at: CellReference(row: row + 1, column: 1), styles.entry)
    }
    sheet.freeze(above: CellReference(row: 1, column: 0))
    try sheet.page(PageSetup())
  }
}
