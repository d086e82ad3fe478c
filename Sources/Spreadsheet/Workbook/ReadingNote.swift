/// Something unusual that was read all the same.
public struct ReadingNote: Hashable, Sendable {
  /// What was noticed; the words are stable and stand in the JSON of `oko sheet`.
  public enum Word: String, Sendable, CaseIterable {
    /// An entry of the archive has a name that no spreadsheet needs (`../`, a drive letter, an empty name).
    case badEntryName
    /// Something stands before the archive, or its headers differ in what no program minds.
    case zipMalformed
    /// A cell's address is empty or carries spaces.
    case badCellRef
    /// A relationship's target goes through `..`.
    case badRelTarget
    /// A number carries spaces around it, or a typed value does not parse and stays text.
    case badNumber
    /// A cell names another row than the one it stands in; its own address holds.
    case rowMismatch
    /// The same row number stands twice.
    case duplicateRow
    /// The same cell stands twice; the last one holds.
    case duplicateCell
    /// A cell holds an error of the spreadsheet.
    case errorCell
    /// A sheet is hidden.
    case hiddenSheet
    /// The encoding was inferred.
    case encodingGuess
    /// The separator is an unusual one.
    case delimiterGuess
    /// A quotation mark stands in the middle of a field.
    case csvBadQuote
    /// Rows differ in their number of fields.
    case csvRagged
    /// A long number was turned into `1,2E+11` by another program.
    case mangledCode
    /// The name's extension is not what the bytes are.
    case nameMismatch
    /// A style number is beyond the style sheet; the value is taken without a style.
    case badStyle
    /// A merged range, a column range or a declared size is not readable and was passed over.
    case badRange
    /// A chart or a dialog sheet, which has no cells.
    case notWorksheet
  }

  /// What was noticed.
  public let word: Word
  /// The sheet, if it was in one: its index in ``Workbook/sheets``.
  public let sheet: Int?
  /// The cell, if it was in one.
  public let cell: CellReference?

  init(_ word: Word, sheet: Int? = nil, cell: CellReference? = nil) {
    self.word = word
    self.sheet = sheet
    self.cell = cell
  }
}
