internal import Assessment
internal import Spreadsheet

/// Fills the protocol sheet of a made form: headers, prepared rows, checks on input, and the pupils if there are any.
struct ProtocolSheetMaker {
  let plan: FormPlan
  let styles: FormStyles
  let rows: [AcceptedRow]
  let page: PageSetup

  func fill(_ sheet: borrowing SheetWriter) throws(SpreadsheetError) {
    try writeHeader(sheet)
    for (place, row) in plan.layout.rows.enumerated() {
      try write(place < rows.count ? rows[place] : nil, row: row, sheet)
    }
    try writePairs(sheet)
    try writeRules(sheet)
    sheet.freeze(above: CellReference(row: plan.headerRow + 1, column: 1))
    sheet.activate()
    try sheet.page(page)
  }

  private func writeHeader(_ sheet: borrowing SheetWriter) throws(SpreadsheetError) {
    try sheet.row(plan.headerRow, height: 78)
    for column in plan.columns {
      try sheet.text(
        column.header, at: CellReference(row: plan.headerRow, column: column.index), styles.header)
      try sheet.columns(column.index...column.index, width: width(of: column.content))
    }
  }

  /// Wide enough for the longest word of the column's list, characters.
  private func width(of content: ProtocolColumn.Content) -> Double {
    switch content {
    case .code: 13
    case .variant: 14
    case .task(let index): plan.criteria.terms.offersNotCovered(index) ? 9.5 : 7
    case .schoolClass: 16
    case .sex: 6
    case .mark: 19
    case .total: 9
    }
  }

  private func write(
    _ pupil: AcceptedRow?, row: Int, _ sheet: borrowing SheetWriter
  ) throws(SpreadsheetError) {
    for column in plan.columns {
      let place = CellReference(row: row - 1, column: column.index)
      if column.content == .total {
        let sum = pupil.flatMap { $0.isAbsent ? nil : SheetWriter.Stored.number(Double($0.sum)) }
        try sheet.formula(
          plan.total.text(row: row), stored: sum ?? plan.total.empty, at: place, styles.total)
      } else {
        try sheet.put(pupil?.value(column.content), at: place, styles.style(column.content))
      }
    }
  }

  private func writePairs(_ sheet: borrowing SheetWriter) throws(SpreadsheetError) {
    for list in plan.pairs {
      try sheet.columns(list.column...list.column + 1, width: 6, isHidden: true)
      for (place, pair) in list.pairs.enumerated() {
        let row = plan.headerRow + 1 + place
        try sheet.put(pair.value, at: CellReference(row: row, column: list.column), styles.number)
        try sheet.put(pair.controller, at: CellReference(row: row, column: list.column + 1), styles.number)
      }
    }
  }

  private func writeRules(_ sheet: borrowing SheetWriter) throws(SpreadsheetError) {
    for column in plan.columns {
      let range = cells(column.index...column.index)
      if let rule = plan.rule(of: column) { try sheet.rule(rule, for: range) }
      if column.content == .code { try sheet.highlight(range, where: .duplicates, styles.duplicate) }
      if column.content == .variant(1) {
        let first = "$\(CellReference.letters(ofColumn: column.index))\(plan.layout.rows.lowerBound)"
        try sheet.highlight(
          cells(0...plan.columns.count - 1), where: .formula("\(first)=\"\(Words.absent)\""), styles.absent)
      }
    }
  }

  /// The prepared rows of some columns.
  private func cells(_ columns: ClosedRange<Int>) -> CellRange {
    CellRange(
      CellReference(row: plan.layout.rows.lowerBound - 1, column: columns.lowerBound),
      CellReference(row: plan.layout.rows.upperBound - 1, column: columns.upperBound))
  }
}
