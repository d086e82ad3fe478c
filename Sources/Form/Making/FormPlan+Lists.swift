internal import Assessment
internal import Spreadsheet

extension FormPlan {
  /// Fills the hidden sheet: one column for each list that the protocol sheet points to.
  func fillLists(_ sheet: borrowing SheetWriter) throws(SpreadsheetError) {
    for (place, column) in listed.enumerated() {
      try fill(criteria.list(column.content), column: place, firstRow: 0, nil, sheet)
    }
  }

  /// Fills the sheet of the ordinal numbers of classes.
  func fillClassNumbers(_ sheet: borrowing SheetWriter) throws(SpreadsheetError) {
    try fill(criteria.list(.schoolClass), column: 0, firstRow: 0, nil, sheet)
  }

  /// Fills the sheet on which a school notes its classes; without known headers the numbers stand alone.
  func fillClasses(
    _ sheet: borrowing SheetWriter, headers: [String], _ styles: FormStyles
  ) throws(SpreadsheetError) {
    let headers = headers.isEmpty ? ["Порядковый номер класса"] : headers
    for (column, header) in headers.enumerated() {
      try sheet.text(header, at: CellReference(row: 0, column: column), styles.header)
      try sheet.columns(column...column, width: column == 0 ? 16 : 30)
    }
    try sheet.row(0, height: 36)
    let numbers = criteria.list(.schoolClass)
    try fill(numbers, column: 0, firstRow: 1, styles.number, sheet)
    for row in numbers.indices {
      for column in headers.indices.dropFirst() {
        try sheet.blank(at: CellReference(row: row + 1, column: column), styles.style(.sex))
      }
    }
    sheet.freeze(above: CellReference(row: 1, column: 1))
    var page = PageSetup()
    page.repeatedRows = 0...0
    try sheet.page(page)
  }

  private func fill(
    _ values: [FormValue], column: Int, firstRow: Int, _ style: CellStyle.ID?, _ sheet: borrowing SheetWriter
  ) throws(SpreadsheetError) {
    for (place, value) in values.enumerated() {
      let cell = CellReference(row: firstRow + place, column: column)
      switch value {
      case .number(let number): try sheet.number(number, at: cell, style)
      case .word(let word): try sheet.text(word, at: cell, style)
      }
    }
  }
}
