public import Spreadsheet

extension PlanTable {
  /// The tables of a workbook's visible sheets, wherever they stand and in whatever order.
  public static func tables(of workbook: Workbook, source: Int = 0) -> [PlanTable] {
    workbook.sheets.enumerated().flatMap { index, sheet in
      sheet.visibility == .visible ? PlanSheet(sheet, source: source, index: index).tables : []
    }
  }
}

/// Finds the tables of a plan in one sheet: a header row that tells what is listed, the entries below it.
private struct PlanSheet {
  let sheet: Sheet
  let source: Int
  let index: Int

  init(_ sheet: Sheet, source: Int, index: Int) {
    self.sheet = sheet
    self.source = source
    self.index = index
  }

  private struct Header {
    let row: Int
    let kind: PlanTable.Kind
    let columns: [PlanColumn: Int]
    let unknown: [Int]
  }

  var tables: [PlanTable] {
    let headers = sheet.rows.compactMap { header($0) }
    return headers.enumerated().map { number, header in
      let end = number + 1 < headers.count ? headers[number + 1].row : Int.max
      return table(header, sheet.rows.filter { $0.number > header.row && $0.number < end })
    }
  }

  private func header(_ row: SheetRow) -> Header? {
    var columns: [PlanColumn: Int] = [:]
    var unknown: [Int] = []
    for cell in sheet.cells[row.cells] where cell.kind == .text {
      let text = sheet.text(of: cell).trimmedOfSpaces
      guard let column = PlanColumn(header: text) else {
        if !text.isEmpty { unknown.append(Int(cell.column)) }
        continue
      }
      if columns[column] == nil, column != .ignored { columns[column] = Int(cell.column) }
    }
    return PlanTable.Kind(columns: Set(columns.keys), sheet: sheet.name).map {
      Header(row: row.number, kind: $0, columns: columns, unknown: unknown)
    }
  }

  private func table(_ header: Header, _ rows: [SheetRow]) -> PlanTable {
    var previous = header.row
    var entries: [PlanTable.Row] = []
    for row in rows {
      let entry = entry(row, header)
      // A signature or a note below the table, behind a gap.
      let isNote = row.number > previous + 1 && entry.cells.count < 2 && header.columns.count > 2
      guard !entry.cells.isEmpty, !isNote else { continue }
      entries.append(entry)
      previous = row.number
    }
    let unknown = header.unknown.filter { column in
      rows.contains { row in
        sheet.cell(at: CellReference(row: row.number, column: column)).map(hasValue) ?? false
      }
    }
    return PlanTable(
      header.kind, rows: entries,
      unknownColumns: unknown.map { column in
        let cell = CellReference(row: header.row, column: column)
        let header = sheet[cell].description.composed.trimmedOfSpaces
        return place(cell, PersonName.isLikely(header) ? Actual.withheld : header)
      })
  }

  private func entry(_ row: SheetRow, _ header: Header) -> PlanTable.Row {
    var cells: [PlanColumn: PlanTable.Cell] = [:]
    var places: [PlanColumn: Place] = [:]
    for (column, number) in header.columns {
      let reference = CellReference(row: row.number, column: number)
      let title = sheet[CellReference(row: header.row, column: number)].description.composed.trimmedOfSpaces
      let place = place(reference, title)
      places[column] = place
      guard let cell = sheet.cell(at: reference), hasValue(cell) else { continue }
      let value: CellValue = cell.kind == .pending ? .failure("=") : sheet.value(of: cell)
      cells[column] = PlanTable.Cell(value, at: place)
    }
    let first = header.columns.values.min() ?? 0
    return PlanTable.Row(
      cells: cells, places: places, place: place(CellReference(row: row.number, column: first), nil))
  }

  private func hasValue(_ cell: Cell) -> Bool {
    cell.kind != .text || !sheet.text(of: cell).trimmedOfSpaces.isEmpty
  }

  private func place(_ cell: CellReference, _ header: String?) -> Place {
    Place(cell: CellLocation(source: source, sheet: index, cell: cell), header: header)
  }
}
