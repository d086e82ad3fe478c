internal import Spreadsheet

/// The codes that a school gave out; names are seen and left where they are.
public struct Roster: Sendable, Hashable {
  /// A code with its cell.
  public struct Entry: Sendable, Hashable {
    /// The code.
    public let code: Int
    /// Its cell.
    public let location: CellLocation
  }

  /// The codes in the order of the list.
  public let entries: [Entry]
  /// All codes.
  let codes: Set<Int>
  /// The columns of names that were left unread.
  let nameColumns: [CellLocation]

  /// Reads a code list by itself; `nil` when the file was refused or holds no column of codes.
  public init?(_ source: Source) {
    guard let workbook = source.workbook else { return nil }
    let isText = workbook.format == .csv || workbook.format == .tsv
    let tables = workbook.sheets.enumerated().filter { $1.visibility == .visible }.flatMap { index, sheet in
      TableFinder.tables(in: sheet, source: 0, sheetIndex: index, isText: isText, isRoster: true)
    }
    guard !tables.isEmpty else { return nil }
    self.init(tables)
  }

  /// Reads the tables of a code list.
  init(_ tables: [ProtocolTable]) {
    var entries: [Entry] = []
    for table in tables {
      guard let column = table.column(.code) else { continue }
      for row in table.rows {
        let reference = CellReference(row: row.number, column: column.index)
        let text = CellText(table.sheet.cell(at: reference), in: table.sheet) { _ in }
        guard case .whole(let code) = text else { continue }
        entries.append(Entry(code: code, location: table.location(row: row.number, column: column.index)))
      }
    }
    self.entries = entries
    codes = Set(entries.map(\.code))
    nameColumns = tables.flatMap { table in
      table.columns.filter { $0.meaning == .name }.map { table.location($0) }
    }
  }
}
