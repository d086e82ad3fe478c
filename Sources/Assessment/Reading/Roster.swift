internal import Spreadsheet

/// The codes that a school gave out; names are seen, told apart, and left where they are.
public struct Roster: Sendable, Hashable {
  /// A code with its cell.
  public struct Entry: Sendable, Hashable {
    /// The code.
    public let code: Int
    /// Its cell.
    public let location: CellLocation
    /// Tells whether the same name stands at another code: a number of this run, from which no name can be had back.
    let person: Int?
  }

  /// The codes in the order of the list.
  public let entries: [Entry]
  /// Cells of codes that are missing beside a name, or are no codes.
  public let unclear: [CellLocation]
  /// All codes.
  let codes: Set<Int>
  /// Whether the list holds any name: then a code without one was given to nobody yet.
  let hasNames: Bool
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
    var unclear: [CellLocation] = []
    for table in tables {
      guard let column = table.column(.code)?.index else { continue }
      let names = table.columns.filter { $0.meaning == .name }.map(\.index)
      for row in table.rows {
        let place = table.location(row: row.number, column: column)
        let text = CellText(table.sheet.cell(at: place.cell), in: table.sheet) { _ in }
        guard case .whole(let code) = text else {
          unclear.append(place)
          continue
        }
        let person = Self.person(names, row.number, table)
        entries.append(Entry(code: code, location: place, person: person))
      }
      unclear += table.leftOut.map { table.location(row: $0, column: column) }
    }
    self.entries = entries
    self.unclear = unclear
    codes = Set(entries.map(\.code))
    hasNames = entries.contains { $0.person != nil }
    nameColumns = tables.flatMap { table in
      table.columns.filter { $0.meaning == .name }.map { table.location($0) }
    }
  }

  private static func person(_ columns: [Int], _ row: Int, _ table: ProtocolTable) -> Int? {
    let words = columns.map { Folded(table.value(row: row, column: $0).description).text }
    let name = words.filter { !$0.isEmpty }.joined(separator: " ")
    return name.isEmpty ? nil : name.hashValue
  }
}
