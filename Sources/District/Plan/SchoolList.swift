public import Assessment
public import Spreadsheet

/// A list of schools, or of schools and works, as federal and regional systems give it out: made into a plan.
///
/// Two shapes are understood: a row for each work («Логин, Название ОО, Класс, Предмет, Дата»), and a row for each school
/// with a column for each work («Математика 5», «7 ГГ»), whose cells hold the day, the number of pupils, or a mark.
public struct SchoolList: Sendable {
  /// The plan that the list makes.
  public let plan: Plan

  /// Reads the visible sheets of a workbook.
  public init(_ workbook: Workbook) {
    var tables = PlanTable.tables(of: workbook)
    let works = tables.filter { $0.kind == .schools }.flatMap { Self.works(of: $0, in: workbook) }
    if !works.isEmpty { tables.append(PlanTable(.works, rows: works)) }
    tables = tables.map { $0.kind == .schools ? Self.withoutWorkColumns($0) : $0 }
    let known = Self.schools(of: tables.filter { $0.kind == .schools }.flatMap(\.rows))
    let named = Self.schools(of: tables.filter { $0.kind == .works }.flatMap(\.rows))
    // A school of the list keeps its own row; one that only the works name gets a row of theirs.
    let added = named.filter { school in !known.contains { $0.key == school.key } }
    if !added.isEmpty { tables.append(PlanTable(.schools, rows: added.map(\.row))) }
    plan = Plan(tables)
  }

  // MARK: Schools

  /// The schools of rows, each once, with a name even where it stands beside the login in one cell.
  private static func schools(of rows: [PlanTable.Row]) -> [(key: String, row: PlanTable.Row)] {
    var seen: Set<String> = []
    return rows.compactMap { row in
      let login = row.cells[.login]
      let name = row.cells[.schoolName] ?? login.flatMap { nameBeside($0) }
      let text = (login ?? name)?.value.description ?? ""
      let key = SchoolLogin(text)?.text ?? text.lowercased()
      guard !key.isEmpty, seen.insert(key).inserted else { return nil }
      var cells: [PlanColumn: PlanTable.Cell] = [:]
      cells[.login] = login
      cells[.schoolName] = name
      return (key, PlanTable.Row(cells: cells, places: row.places, place: row.place))
    }
  }

  /// «МКОУ СОШ № 1(edu380001)» holds the name too.
  private static func nameBeside(_ cell: PlanTable.Cell) -> PlanTable.Cell? {
    let text = cell.value.description
    guard SchoolLogin(text) != nil, let open = text.lastIndex(of: "("), open != text.startIndex else {
      return nil
    }
    let name = text[..<open].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return name.isEmpty ? nil : PlanTable.Cell(.text(name), at: cell.place)
  }

  // MARK: Works in columns

  private static func withoutWorkColumns(_ table: PlanTable) -> PlanTable {
    PlanTable(
      table.kind, rows: table.rows,
      unknownColumns: table.unknownColumns.filter { work(in: $0.header ?? "") == nil })
  }

  /// The works that stand as columns beside schools.
  private static func works(of table: PlanTable, in workbook: Workbook) -> [PlanTable.Row] {
    let columns = table.unknownColumns.compactMap { place in
      place.cell.flatMap { cell in work(in: place.header ?? "").map { (cell, $0) } }
    }
    return table.rows.flatMap { row in
      columns.compactMap { column, work -> PlanTable.Row? in
        guard let line = row.place.cell else { return nil }
        let reference = CellReference(row: line.cell.row, column: column.cell.column)
        let place = Place(
          cell: CellLocation(source: column.source, sheet: column.sheet, cell: reference), header: work.header
        )
        let value = workbook.sheets[column.sheet][reference]
        return self.row(value, place, work, row)
      }
    }
  }

  private static func row(
    _ value: CellValue, _ place: Place, _ work: WorkColumn, _ school: PlanTable.Row
  ) -> PlanTable.Row? {
    let text = value.description.lowercased()
    guard !text.allSatisfy(\.isWhitespace), !["-", "–", "—", "нет", "0"].contains(text) else { return nil }
    var cells: [PlanColumn: PlanTable.Cell] = [
      .grade: PlanTable.Cell(.text(work.grade), at: place),
      .subject: PlanTable.Cell(.text(work.subject), at: place),
    ]
    cells[.login] = school.cells[.login]
    cells[.schoolName] = school.cells[.schoolName]
    switch value {
    case .number: cells[.participants] = PlanTable.Cell(value, at: place)
    default:
      if !["+", "да", "x", "х", "v", "✓"].contains(text) { cells[.held] = PlanTable.Cell(value, at: place) }
    }
    return PlanTable.Row(cells: cells, places: [:], place: place)
  }

  private struct WorkColumn {
    let header: String
    let grade: String
    let subject: String
  }

  /// A header that names a subject and a grade: «Математика 5», «5 МА», «География, 7 класс», «МА5».
  private static func work(in header: String) -> WorkColumn? {
    let digits = header.filter { $0.isASCII && $0.isNumber }
    let words = header.filter { !($0.isASCII && $0.isNumber) }.replacing("класс", with: "")
    let bare = words.trimmingPrefix { $0.isWhitespace || ",.-".contains($0) }
      .reversed().drop { $0.isWhitespace || ",.-".contains($0) }.reversed()
    guard let grade = Int(digits), (1...11).contains(grade), let subject = Subject.code(in: String(bare))
    else {
      return nil
    }
    return WorkColumn(header: header, grade: digits, subject: subject)
  }
}
