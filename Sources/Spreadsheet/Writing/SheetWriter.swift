internal import CLate

/// A sheet of a workbook that is being made; handed out while ``WorkbookWriter/sheet(_:_:)`` fills it.
@safe public struct SheetWriter: ~Copyable {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let formats: [UnsafeMutablePointer<lxw_format>]
  private let name: String

  init(sheet: UnsafeMutablePointer<lxw_worksheet>, formats: [UnsafeMutablePointer<lxw_format>], name: String)
  {
    unsafe self.sheet = unsafe sheet
    unsafe self.formats = unsafe formats
    self.name = name
  }

  /// The value that a formula had when it was stored.
  public enum Stored: Sendable, Hashable {
    /// A number.
    case number(Double)
    /// Text; empty text for a formula that gives none.
    case text(String)
  }

  /// Writes a number.
  public func number(
    _ number: Double, at place: CellReference, _ style: CellStyle.ID? = nil
  ) throws(SpreadsheetError) {
    try check(place, number.isFinite) { (row, column) in
      unsafe worksheet_write_number(sheet, row, column, number, format(style))
    }
  }

  /// Writes a whole number.
  public func number(
    _ number: Int, at place: CellReference, _ style: CellStyle.ID? = nil
  ) throws(SpreadsheetError) {
    try self.number(Double(number), at: place, style)
  }

  /// Writes text as text, whatever it begins with; at most 32,767 characters.
  public func text(
    _ text: String, at place: CellReference, _ style: CellStyle.ID? = nil
  ) throws(SpreadsheetError) {
    let text = WrittenText.escaped(text)
    try check(place) { (row, column) in
      unsafe worksheet_write_string(sheet, row, column, text, format(style))
    }
  }

  /// Writes a cell that has a style and no value.
  public func blank(at place: CellReference, _ style: CellStyle.ID) throws(SpreadsheetError) {
    try check(place) { (row, column) in
      unsafe worksheet_write_blank(sheet, row, column, format(style))
    }
  }

  /// Writes a formula, without the equals sign, and the value it has.
  public func formula(
    _ formula: String, stored: Stored, at place: CellReference, _ style: CellStyle.ID? = nil
  ) throws(SpreadsheetError) {
    let formula = "=" + formula
    try check(place, !formula.utf8.contains(0)) { (row, column) in
      switch stored {
      case .number(let number):
        unsafe worksheet_write_formula_num(sheet, row, column, formula, format(style), number)
      case .text(let text):
        unsafe worksheet_write_formula_str(
          sheet, row, column, formula, format(style), WrittenText.escaped(text))
      }
    }
  }

  /// Writes text that leads to a cell of this workbook.
  public func link(
    _ text: String, to cell: CellReference, inSheet target: String, at place: CellReference,
    _ style: CellStyle.ID? = nil
  ) throws(SpreadsheetError) {
    let address = "internal:\(SheetName.quoted(target))!\(cell)"
    let text = WrittenText.escaped(text)
    try check(place) { (row, column) in
      unsafe worksheet_write_url_opt(sheet, row, column, address, format(style), text, nil)
    }
  }

  /// Puts a remark to a cell.
  public func remark(_ text: String, author: String = "oko", at place: CellReference) throws(SpreadsheetError)
  {
    try check(place) { (row, column) in
      unsafe withCStrings([author]) { texts in
        var options = unsafe lxw_comment_options()
        unsafe options.author = unsafe texts[0]
        return unsafe worksheet_write_comment_opt(sheet, row, column, WrittenText.escaped(text), &options)
      }
    }
  }

  /// Merges a rectangle of cells and writes text into it.
  public func merge(_ range: CellRange, _ text: String, _ style: CellStyle.ID? = nil) throws(SpreadsheetError)
  {
    try check(range.first) { (row, column) in
      unsafe worksheet_merge_range(
        sheet, row, column, UInt32(range.last.row), UInt16(range.last.column), WrittenText.escaped(text),
        format(style))
    }
  }

  // MARK: For the other files of this type

  /// The format of a style of this workbook.
  func format(_ style: CellStyle.ID?) -> UnsafeMutablePointer<lxw_format>? {
    guard let style, unsafe formats.indices.contains(style.index) else { return nil }
    return unsafe formats[style.index]
  }

  /// Calls the library for a place and turns its refusal into an error that names the cell.
  func check(
    _ place: CellReference, _ isPossible: Bool = true, _ write: (UInt32, UInt16) -> lxw_error
  ) throws(SpreadsheetError) {
    guard isPossible, (0...CellReference.last.row).contains(place.row),
      (0...CellReference.last.column).contains(place.column),
      write(UInt32(place.row), UInt16(place.column)) == LXW_NO_ERROR
    else { throw SpreadsheetError(.cannotWrite, part: "\(name)!\(place)") }
  }

  /// The same for a rectangle.
  func check(
    _ range: CellRange, _ write: (UInt32, UInt16, UInt32, UInt16) -> lxw_error
  ) throws(SpreadsheetError) {
    try check(range.last) { _, _ in LXW_NO_ERROR }
    try check(range.first) { (row, column) in
      write(row, column, UInt32(range.last.row), UInt16(range.last.column))
    }
  }
}
