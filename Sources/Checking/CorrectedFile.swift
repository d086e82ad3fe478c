internal import Assessment
public import Spreadsheet

/// A file in which a person has put another value into one cell.
///
/// An XLSX workbook keeps everything else byte for byte. ODS and text files cannot be changed in place: they become an
/// XLSX workbook with the same sheets and cells first.
public struct CorrectedFile: Sendable {
  /// The whole file, an XLSX workbook.
  public let bytes: [UInt8]
  /// The name of the sheet; empty for text files.
  public let sheet: String
  /// What stood in the cell; a word that may be a name is not repeated.
  public let before: String

  /// A file that was corrected elsewhere.
  package init(bytes: [UInt8], sheet: String, before: String) {
    self.bytes = bytes
    self.sheet = sheet
    self.before = before
  }

  /// Puts a value into a cell: a whole number as a number, anything else as text, nothing for an empty text.
  ///
  /// `nil` when there is no such sheet, or the text names no cell.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - index: the place of the sheet in its workbook.
  ///   - cell: `H17`.
  ///   - value: what shall stand there.
  /// - Throws: `SpreadsheetError` when the file cannot be read or changed safely.
  public init?(_ bytes: [UInt8], sheet index: Int, cell: String, value: String) throws(SpreadsheetError) {
    let own = try Workbook(reading: bytes)
    guard own.sheets.indices.contains(index), let place = CellReference(cell) else { return nil }
    let isXLSX = own.format == .xlsx || own.format == .xlsm
    let package = isXLSX ? bytes : try own.copiedAsXLSX()
    let part = isXLSX ? own.sheets[index].part : try Workbook(reading: package).sheets[index].part
    let edit = Int(value).map { CellEdit.number($0) } ?? .text(value)
    let edits = SheetEdits([.init(number: place.row, cells: [(column: place.column, edit: edit)])])
    let edited = try PackageEditor(package).applying(edits, toPart: part)
    self.bytes = try Self.plain(edited, sheet: index, part: part, place)
    self.sheet = own.sheets[index].name
    before = Actual.travelling(own.sheets[index][place]).description
  }

  /// A number in a cell that shows dates would be a day of 1900: the cell takes the workbook's first format instead.
  private static func plain(
    _ bytes: [UInt8], sheet index: Int, part: String, _ place: CellReference
  ) throws(SpreadsheetError) -> [UInt8] {
    guard case .date = try Workbook(reading: bytes).sheets[index][place] else { return bytes }
    let edits = SheetEdits([.init(number: place.row, cells: [(column: place.column, edit: .style(0))])])
    return try PackageEditor(bytes).applying(edits, toPart: part)
  }
}
