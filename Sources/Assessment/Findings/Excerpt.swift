internal import Spreadsheet

/// Some rows of a table as they were read, with the cells of a finding marked: codes and values, never a name.
///
/// A person who mends a cell wants to see it among its neighbours. Columns of names, of experts and of running numbers
/// are left out, and so is what nobody understands, unless it is marked itself.
public struct Excerpt: Sendable {
  /// A header, or a value as it was read.
  public struct Cell: Sendable, Hashable {
    /// What stands there; text that may be a name is withheld.
    public let content: Actual
    /// Whether the finding is about this cell.
    public let isMarked: Bool
  }

  /// A row of the table.
  public struct Row: Sendable {
    /// The number that the person sees beside it, from one.
    public let number: Int
    /// The cells, one under each header.
    public let cells: [Cell]
  }

  /// The source's place in ``Examination/sources``.
  public let source: Int
  /// The sheet's place in its workbook.
  public let sheet: Int
  /// The headers.
  public let headers: [Cell]
  /// The rows, from top to bottom.
  public let rows: [Row]
  /// How many more rows hold marked cells.
  public let more: Int
}

extension Examination {
  /// The rows in which a finding lies, table by table; empty when it lies in none.
  ///
  /// - Parameters:
  ///   - finding: one of this examination.
  ///   - limit: how many rows are shown of each table.
  public func excerpts(of finding: Finding, rows limit: Int) -> [Excerpt] {
    let cells = Set(([finding.place] + finding.related).compactMap(\.cell))
    return tables.compactMap { table in
      let marked = cells.filter { $0.source == table.source && $0.sheet == table.sheetIndex }
      return marked.isEmpty ? nil : Excerpt(table, Set(marked.map(\.cell)), limit: limit)
    }
  }
}

extension Excerpt {
  /// The excerpt of a table; `nil` when none of the cells lies in it.
  fileprivate init?(_ table: ProtocolTable, _ marked: Set<CellReference>, limit: Int) {
    let heads = Set(table.columns.map(\.cell)).intersection(marked)
    let wanted = Set(marked.map(\.row)).filter(table.holds).sorted()
    guard !heads.isEmpty || !wanted.isEmpty else { return nil }
    let markedColumns = Set(marked.map(\.column))
    let columns = table.columns.filter { $0.isShown || markedColumns.contains($0.index) && $0.mayBeShown }
    let touched = wanted.isEmpty ? table.rows.prefix(2).map(\.number) : wanted
    source = table.source
    sheet = table.sheetIndex
    headers = columns.map {
      Cell(content: Actual(raw: $0.shortHeader, type: "text"), isMarked: marked.contains($0.cell))
    }
    rows = touched.prefix(limit).map { row in
      Row(
        number: row + 1,
        cells: columns.map { column in
          let place = CellReference(row: row, column: column.index)
          return Cell(content: Actual(table.sheet, place), isMarked: marked.contains(place))
        })
    }
    more = touched.count - rows.count
  }
}

extension ProtocolTable {
  /// Whether a participant stands in a row; rows are in order, and a report asks for each of its findings.
  fileprivate func holds(row: Int) -> Bool {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].number == row
  }
}

extension ProtocolTable.Column {
  /// Whether people need the column to find their way.
  fileprivate var isShown: Bool {
    switch meaning {
    case nil, .name, .expert, .number, .classLetter: false
    default: true
    }
  }

  /// Whether the column may be shown at all.
  fileprivate var mayBeShown: Bool { meaning != .name && meaning != .expert }

  /// A header that leaves room for the others.
  fileprivate var shortHeader: String {
    let words = header.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch meaning {
    case .code: return "Код"
    case .variant(0): return "Вар."
    case .variant(let part): return "Вар. \(part)"
    case .schoolClass: return "Класс"
    case .sex: return "Пол"
    case .previousMark: return "Отм."
    case .statedMark: return "Отм. ВПР"
    default: return words.count > 24 ? words.prefix(23) + "…" : words
    }
  }
}
