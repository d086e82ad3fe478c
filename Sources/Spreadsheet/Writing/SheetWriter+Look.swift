internal import CLate

extension SheetWriter {
  /// Sets the width (characters) of columns and whether they are hidden.
  public func columns(
    _ columns: ClosedRange<Int>, width: Double, isHidden: Bool = false, _ style: CellStyle.ID? = nil
  ) throws(SpreadsheetError) {
    let range = CellRange(
      CellReference(row: 0, column: columns.lowerBound), CellReference(row: 0, column: columns.upperBound))
    try check(range) { (_, first, _, last) in
      var options = lxw_row_col_options(hidden: isHidden ? 1 : 0, level: 0, collapsed: 0)
      return unsafe worksheet_set_column_opt(sheet, first, last, width, format(style), &options)
    }
  }

  /// Sets the height (points) of a row and whether it is hidden.
  public func row(
    _ row: Int, height: Double = 15, isHidden: Bool = false, _ style: CellStyle.ID? = nil
  ) throws(SpreadsheetError) {
    try check(CellReference(row: row, column: 0)) { (row, _) in
      var options = lxw_row_col_options(hidden: isHidden ? 1 : 0, level: 0, collapsed: 0)
      return unsafe worksheet_set_row_opt(sheet, row, height, format(style), &options)
    }
  }

  /// Keeps the rows above and the columns left of a cell in sight.
  public func freeze(above place: CellReference) {
    unsafe worksheet_freeze_panes(
      sheet, UInt32(clamping: place.row), UInt16(clamping: place.column))
  }

  /// Hides the sheet.
  public func hide() { unsafe worksheet_hide(sheet) }

  /// Makes the sheet the one that is seen when the workbook is opened.
  public func activate() { unsafe worksheet_activate(sheet) }

  /// Leaves out the lines between cells, on screen and on paper.
  public func hideGridlines() { unsafe worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }

  /// Colours the tab.
  public func tab(_ colour: CellStyle.Colour) { unsafe worksheet_set_tab_color(sheet, colour.code) }

  /// Puts arrows to filter by over a table with its header row.
  public func filter(_ range: CellRange) throws(SpreadsheetError) {
    try check(range) { (top, left, bottom, right) in
      unsafe worksheet_autofilter(sheet, top, left, bottom, right)
    }
  }

  /// Sets how the sheet is printed.
  public func page(_ setup: PageSetup) throws(SpreadsheetError) {
    let inch = 2.54
    unsafe worksheet_set_paper(sheet, 9)  // A4
    if setup.isLandscape { unsafe worksheet_set_landscape(sheet) }
    if setup.fitsWidth { unsafe worksheet_fit_to_pages(sheet, 1, 0) }
    if setup.isCentered { unsafe worksheet_center_horizontally(sheet) }
    let (sides, ends) = (setup.sideMargin / inch, setup.endMargin / inch)
    unsafe worksheet_set_margins(sheet, sides, sides, ends, ends)
    if let rows = setup.repeatedRows {
      let range = CellRange(
        CellReference(row: rows.lowerBound, column: 0), CellReference(row: rows.upperBound, column: 0))
      try check(range) { (first, _, last, _) in unsafe worksheet_repeat_rows(sheet, first, last) }
    }
    if let area = setup.area {
      try check(area) { (top, left, bottom, right) in
        unsafe worksheet_print_area(sheet, top, left, bottom, right)
      }
    }
    try printed(setup.header) { text in unsafe worksheet_set_header(sheet, text) }
    try printed(setup.footer) { text in unsafe worksheet_set_footer(sheet, text) }
  }

  private func printed(_ line: PageSetup.Line, _ set: (String) -> lxw_error) throws(SpreadsheetError) {
    let code = line.code
    guard !code.isEmpty else { return }
    try check(CellReference(row: 0, column: 0), code.utf16.count <= 255) { _, _ in set(code) }
  }
}
