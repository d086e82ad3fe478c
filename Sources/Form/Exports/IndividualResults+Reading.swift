internal import Assessment
internal import Spreadsheet

extension IndividualResults {
  /// Reads Ф1 «Индивидуальные результаты» of a workbook.
  ///
  /// - Throws: ``ExportError``; a row whose code is no whole number is damage, for it can be no participant's.
  init(_ table: ExportSheet) throws(ExportError) {
    let title = try ExportTitle(table)
    let columns = try ResultColumns(table)
    var reader = ResultReader(table: table, columns: columns)
    for row in table.rows(below: table.headerRow) { try reader.take(row) }
    guard !reader.rows.isEmpty else { throw .empty }
    self.init(
      sheet: table.index, title: title, tasks: columns.tasks.map(\.task), schools: reader.schools,
      rows: reader.rows)
  }

  /// Whether a header row is that of Ф1.
  static func isHeader(_ texts: [String]) -> Bool {
    texts.contains("первичный балл") && texts.contains { HeaderMeaning($0) == .code }
  }
}

/// The columns of Ф1, by their headers.
private struct ResultColumns {
  let school: Int
  let name: Int?
  let code: Int
  let schoolClass: Int
  let variants: [Int]
  let tasks: [(column: Int, task: IndividualResults.Task)]
  let score: Int
  let mark: Int
  let journalMark: Int

  init(_ table: ExportSheet) throws(ExportError) {
    school = try table.column("ОО") { $0 == "оо" || $0 == "логин оо" || $0 == "логин" }
    name = try table.optionalColumn { $0 == "название оо" || $0 == "наименование оо" }
    code = try table.column("Код участника") { HeaderMeaning($0) == .code }
    schoolClass = try table.column("Класс") { HeaderMeaning($0) == .schoolClass }
    score = try table.column("Первичный балл") { $0 == "первичный балл" }
    mark = try table.column("Отметка") { $0 == "отметка" || $0 == "отметка за впр" }
    journalMark = try table.column("Отметка по журналу") { $0.hasPrefix("отметка по журналу") }
    variants = table.headers.filter { $0.text.hasPrefix("вариант") }.map(\.column)
    guard !variants.isEmpty else { throw .columnMissing("Вариант") }
    tasks = try Self.tasks(table, variants)
  }

  private static func tasks(
    _ table: ExportSheet, _ variants: [Int]
  ) throws(ExportError) -> [(column: Int, task: IndividualResults.Task)] {
    var tasks: [(column: Int, task: IndividualResults.Task)] = []
    for (column, _) in table.headers {
      let cell = table.reference(table.headerRow, column)
      let header = table.text(table.headerRow, column)
      guard case .task(let id, let maximum?) = HeaderMeaning(header) else { continue }
      if tasks.contains(where: { $0.task.criterion.id == id }) { throw .columnTwice(cell: cell) }
      let part = max(1, variants.count { $0 < column })
      let difficulty = table.headerRow > 0 ? table.text(table.headerRow - 1, column) : ""
      tasks.append(
        (
          column,
          IndividualResults.Task(
            criterion: TaskCriterion(id: id, maximum: maximum, part: part),
            difficulty: difficulty.count <= 2 ? difficulty : "", header: Located(header, at: cell))
        ))
    }
    guard !tasks.isEmpty else { throw .columnMissing("1 (1б)") }
    return tasks
  }
}

/// Reads the rows below the header: a line for each school, then its participants.
private struct ResultReader {
  let table: ExportSheet
  let columns: ResultColumns
  private(set) var schools: [IndividualResults.School] = []
  private(set) var rows: [IndividualResults.Row] = []

  init(table: ExportSheet, columns: ResultColumns) {
    self.table = table
    self.columns = columns
  }

  mutating func take(_ row: Int) throws(ExportError) {
    let code = table.whole(row, columns.code)
    if code.value != nil {
      rows.append(participant(row, code))
    } else if !code.isBlank || holdsResults(row) {
      throw .damaged(cell: code.cell)
    } else if let line = SchoolLine(
      table.text(row, columns.school), at: table.reference(row, columns.school))
    {
      schools.append(line.school)
    }
  }

  /// Whether a row without a code holds what only participants have; a remark below the table does not.
  private func holdsResults(_ row: Int) -> Bool {
    (columns.tasks.map(\.column) + [columns.score, columns.mark]).contains {
      !table.text(row, $0).isEmpty
    }
  }

  private mutating func participant(_ row: Int, _ code: Located<Int>) -> IndividualResults.Row {
    let ignored: ValueReader.Note = { _ in }
    return IndividualResults.Row(
      school: school(of: row), code: code, schoolClass: table.whole(row, columns.schoolClass),
      variants: columns.variants.map { column in
        table.located(row, column) { ValueReader.variant($0, ignored) }
      },
      points: columns.tasks.map { points(row, $0.column) }, score: table.whole(row, columns.score),
      mark: table.whole(row, columns.mark),
      journalMark: table.located(row, columns.journalMark) { ValueReader.previousMark($0, ignored) })
  }

  private func points(_ row: Int, _ column: Int) -> Located<Points> {
    table.located(row, column) { text in
      switch ValueReader.points(text, { _ in }) {
      case .points(let points): .value(points)
      case .blank: .blank
      default: .unclear
      }
    }
  }

  /// The school of a row: by the login in its own cell, else that of the line above.
  private mutating func school(of row: Int) -> Int {
    let own = table.text(row, columns.school)
    let login = Login.school(in: own)
    if let login, let known = schools.lastIndex(where: { $0.login == login }) { return known }
    if login == nil, !schools.isEmpty { return schools.count - 1 }
    let name = columns.name.map { table.text(row, $0) } ?? own
    schools.append(IndividualResults.School(login: login, name: name, stated: nil))
    return schools.count - 1
  }
}

/// `МБОУ СОШ № 1(edu123456) | Кол-во участников: 24`
private struct SchoolLine {
  let school: IndividualResults.School

  init?(_ text: String, at cell: CellReference) {
    guard let login = Login.school(in: text) else { return nil }
    let name = text.prefix { $0 != "(" && $0 != "|" }
    let count = text.split(separator: ":").last.flatMap { Int(String($0).trimmedOfSpaces) }
    school = IndividualResults.School(
      login: login, name: String(name).trimmedOfSpaces, stated: count.map { Located($0, at: cell) })
  }
}
