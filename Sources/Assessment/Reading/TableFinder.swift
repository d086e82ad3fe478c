internal import Spreadsheet

/// Finds the protocol's table in a sheet: the header row, one or two rows high, and the rows of participants below it.
struct TableFinder {
  private let sheet: Sheet
  private let source: Int
  private let sheetIndex: Int
  private let isText: Bool
  /// Whether a header of nothing but the code will do, as a code list has it.
  private let isRoster: Bool

  /// A header is looked for in this many rows that hold cells; a title block is far shorter.
  private static let rowsToSearch = 60

  /// The tables of a sheet, one below another; none when no row looks like a protocol's header.
  static func tables(in sheet: Sheet, source: Int, sheetIndex: Int, isText: Bool, isRoster: Bool = false)
    -> [ProtocolTable]
  {
    let finder = TableFinder(
      sheet: sheet, source: source, sheetIndex: sheetIndex, isText: isText, isRoster: isRoster)
    var tables: [ProtocolTable] = []
    var header = sheet.rows.indices.prefix(rowsToSearch).lazy.compactMap { finder.header(at: $0) }.first
    var previous = -1
    while let found = header {
      let body = finder.rows(below: found)
      tables.append(finder.table(found, body, titleAfter: previous))
      previous = body.rows.last?.number ?? found.row
      header = body.next
    }
    return tables
  }

  private func table(_ header: Header, _ body: Body, titleAfter previous: Int) -> ProtocolTable {
    ProtocolTable(
      source: source, sheetIndex: sheetIndex, sheet: sheet, headerRow: header.row, columns: header.columns,
      title: TitleBlock(sheet, after: previous, above: sheet.rows[header.position].number),
      rows: body.rows, leftOut: body.leftOut, isText: isText,
      namelessColumns: nameless(body.rows, header.columns))
  }

  // MARK: The header

  /// A header of one row or two.
  private struct Header {
    /// The place of its upper row among the rows of the sheet.
    let position: Int
    /// The number of its lower row, from zero.
    let row: Int
    let columns: [ProtocolTable.Column]

    /// Whether another header reads every column as this one does.
    func reads(as other: Header) -> Bool {
      func meanings(_ columns: [ProtocolTable.Column]) -> [Int: HeaderMeaning] {
        columns.reduce(into: [:]) { $0[$1.index] = $1.kind }
      }
      return meanings(columns) == meanings(other.columns)
    }
  }

  private func header(at position: Int) -> Header? {
    let row = sheet.rows[position]
    guard holdsCode(row) else { return nil }
    let upper = columns(of: row)
    guard hasTasksBelow(upper, position) else {
      return isHeader(upper) ? Header(position: position, row: row.number, columns: upper) : nil
    }
    let lower = sheet.rows[position + 1]
    return Header(position: position, row: lower.number, columns: merged(upper, columns(of: lower)))
  }

  private func holdsCode(_ row: SheetRow) -> Bool {
    sheet.cells[row.cells].contains { cell in
      cell.kind == .text && cell.text.count < 120 && HeaderMeaning(sheet.text(of: cell)) == .code
    }
  }

  private func columns(of row: SheetRow) -> [ProtocolTable.Column] {
    sheet.cells[row.cells].compactMap { cell in
      let header = headerText(cell)
      guard !header.isEmpty else { return nil }
      let meaning = HeaderMeaning(header)
      let shown = meaning == nil && PersonName.isLikely(header) ? Actual.withheld : header
      return ProtocolTable.Column(
        index: Int(cell.column), header: shown, cell: cell.reference, meaning: meaning)
    }
  }

  /// A task's name that a spreadsheet took for a number or a date is given back: 5,1 and 5 January are `5.1`, also where
  /// the date was saved as text.
  private func headerText(_ cell: Cell) -> String {
    switch sheet.value(of: cell) {
    case .date(let stamp): return "\(stamp.day).\(stamp.month)"
    case let value:
      let text = value.description.composed.trimmedOfSpaces
      return cell.kind == .text ? Self.dayAndMonth(text) ?? text : text
    }
  }

  /// `5.1` for «05.янв», which Excel makes of it in a CSV file.
  private static func dayAndMonth(_ text: String) -> String? {
    guard (8...9).contains(text.utf8.count), case let parts = text.split(separator: "."), parts.count == 2,
      (1...2).contains(parts[0].utf8.count), let day = Int(parts[0]),
      (1...31).contains(day),
      let month = months.firstIndex(of: parts[1].lowercased().replacing("мая", with: "май"))
    else { return nil }
    return "\(day).\(month + 1)"
  }

  /// As Excel abbreviates them.
  private static let months = [
    "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
  ]

  /// A header has the code and one more column of a protocol, a scores sheet or a code list.
  private func isHeader(_ columns: [ProtocolTable.Column]) -> Bool {
    isRoster
      || columns.contains { column in
        switch column.meaning {
        case nil, .code, .number, .sum: false
        default: true
        }
      }
  }

  /// Whether the next row is the lower half of the header: task names only, where the upper half names nothing.
  private func hasTasksBelow(_ upper: [ProtocolTable.Column], _ position: Int) -> Bool {
    guard position + 1 < sheet.rows.count, sheet.rows[position + 1].number == sheet.rows[position].number + 1
    else { return false }
    // «Баллы» above a task's name is the title of all of them.
    let named = Set(upper.filter { $0.meaning != nil && $0.meaning != .sum }.map(\.index))
    let lower = columns(of: sheet.rows[position + 1]).filter { !named.contains($0.index) }
    let all = sheet.cells[sheet.rows[position + 1].cells].allSatisfy {
      !named.contains(Int($0.column)) || headerText($0).isEmpty
    }
    let tasks = lower.filter { if case .task = $0.meaning { true } else { false } }
    return all && tasks.count >= 2 && tasks.count == lower.count
  }

  private func merged(_ upper: [ProtocolTable.Column], _ lower: [ProtocolTable.Column]) -> [ProtocolTable
    .Column]
  {
    guard !lower.isEmpty else { return upper }
    let below = Set(lower.map(\.index))
    return
      (upper.filter { !below.contains($0.index) && ($0.meaning != nil || !isTitle($0, above: below)) } + lower)
      .sorted { $0.index < $1.index }
  }

  /// A merged «Задания» above the task names is a title, not a column.
  private func isTitle(_ column: ProtocolTable.Column, above below: Set<Int>) -> Bool {
    sheet.merges.contains {
      $0.contains(column.cell) && !below.isDisjoint(with: $0.first.column...$0.last.column)
    }
  }

  // MARK: The rows

  /// What stands below a header.
  private struct Body {
    var rows: [SheetRow] = []
    /// Rows that name a pupil and hold nothing else, from zero.
    var leftOut: [Int] = []
    /// The next header, when it reads its columns otherwise.
    var next: Header?
  }

  /// The rows of participants below a header, down to the next header that reads its columns otherwise.
  ///
  /// A header that is only repeated, as at the top of a page, is passed over.
  private func rows(below header: Header) -> Body {
    let judge = RowJudge(sheet: sheet, columns: header.columns)
    var body = Body()
    var previous = header.row
    for (position, row) in sheet.rows.enumerated() where row.number > previous {
      if judge.hasCode(row) {
        body.rows.append(row)
      } else if let next = self.header(at: position) {
        guard next.reads(as: header) else {
          body.next = next
          return body
        }
        previous = next.row
        continue
      } else if judge.isParticipant(row, afterGap: row.number > previous + 1) {
        body.rows.append(row)
      } else if judge.isEmpty(row) {
        continue
      } else if judge.onlyNames(row), row.number == previous + 1 {
        body.leftOut.append(row.number)
      }
      previous = row.number
    }
    return body
  }

  private func nameless(_ rows: [SheetRow], _ columns: [ProtocolTable.Column]) -> [Int] {
    let named = Set(columns.map(\.index))
    var found: Set<Int> = []
    for row in rows {
      for cell in sheet.cells[row.cells] where !named.contains(Int(cell.column)) {
        if cell.kind != .text || !cell.text.isEmpty { found.insert(Int(cell.column)) }
      }
    }
    return found.sorted()
  }
}
