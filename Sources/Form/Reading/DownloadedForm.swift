public import Assessment
internal import Spreadsheet

/// A form that a school downloaded: understood by header texts and lists, whatever the order of its columns.
public struct DownloadedForm: Sendable {
  /// What it says of itself.
  public let description: FormDescription
  /// How many participants it has prepared rows for: rows with a total formula, one after another.
  public let room: Int

  /// The file's name.
  public let name: String
  /// Whether it is a form of ФИС ОКО and no sheet to key into: it has rows with a total, and no title above the header.
  public var isGenuine: Bool { room > 0 && firstRow == 1 }

  let bytes: [UInt8]
  let workbook: Workbook
  let columns: FormColumns
  /// The first row of data, from zero.
  let firstRow: Int

  var sheet: Sheet { workbook.sheets[description.sheet] }

  /// Understands a form.
  ///
  /// - Parameters:
  ///   - bytes: the file as it was downloaded, or as another program saved it again.
  ///   - name: the file's name, which tells season, grade and subject.
  /// - Throws: ``FormError/unreadable(_:)`` and ``FormError/notAForm``.
  public init(_ bytes: [UInt8], name: String) throws(FormError) {
    var options = ReadingOptions()
    options.keepsFormulas = true
    let workbook: Workbook
    do throws(SpreadsheetError) {
      workbook = try Workbook(reading: bytes, options)
    } catch { throw .unreadable(error) }
    try self.init(bytes, workbook, name: name)
  }

  /// Reads a file as a form: as a source of an inspection, and as a form if it is one.
  public static func open(_ bytes: [UInt8], name: String) -> (source: Source, form: DownloadedForm?) {
    var options = ReadingOptions()
    options.keepsFormulas = true
    let source = Source(name: name, role: .form, bytes: bytes, options)
    return (source, source.workbook.flatMap { try? DownloadedForm(bytes, $0, name: name) })
  }

  /// Understands a form whose workbook was read already, with its formulas.
  init(_ bytes: [UInt8], _ workbook: Workbook, name: String) throws(FormError) {
    guard workbook.format == .xlsx || workbook.format == .xlsm, let found = Self.find(in: workbook) else {
      throw .notAForm
    }
    self.name = name
    self.bytes = bytes
    self.workbook = workbook
    columns = found.columns
    firstRow = found.row + 1
    let reader = FormReader(
      workbook, sheet: found.sheet, headerRow: found.row, columns: found.columns, name: name)
    description = reader.description()
    room = reader.room
  }

  /// The sheet «Протокол», or the first one whose upper rows hold a form's header.
  private static func find(in workbook: Workbook) -> (sheet: Int, row: Int, columns: FormColumns)? {
    let order = workbook.sheets.indices.sorted { a, b in
      let isA = workbook.sheets[a].name == "Протокол"
      let isB = workbook.sheets[b].name == "Протокол"
      return isA == isB ? a < b : isA
    }
    for index in order {
      for row in workbook.sheets[index].rows.prefix(10) {
        if let columns = FormColumns(row, of: workbook.sheets[index]) { return (index, row.number, columns) }
      }
    }
    return nil
  }
}
