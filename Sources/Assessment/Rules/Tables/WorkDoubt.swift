internal import Spreadsheet

/// A sign that a whole table belongs to another work: so much of it does not fit that nobody should mend cell by cell.
struct WorkDoubt {
  /// What does not fit.
  enum Sign {
    /// Several columns are tasks that the work does not have.
    case tasks([ProtocolTable.Column])
    /// Several headers state other maxima.
    case maxima([ProtocolTable.Column])
    /// Points above the maximum in several columns and for every second pupil.
    case points([ProtocolTable.Column], pupils: Int)
    /// The codes are those of another grade.
    case codes(ProtocolTable.Column, grade: Int, count: Int)
  }

  let sign: Sign
  /// The place of the table in ``Examination/tables``.
  let table: Int
  /// The only known work that the table fits in every task and maximum.
  let likely: Work?

  /// Fewer are slips, to be mended one by one.
  private static let fewest = 3

  /// The signs of all tables, the plainest one of each.
  static func all(in examination: Examination) -> [WorkDoubt] {
    // What two people keyed, or the system took, is held against each other, not against the criteria.
    guard let criteria = examination.criteria, examination.purpose == .check else { return [] }
    return examination.tables.indices.flatMap { index in
      let rows = examination.record.map { $0.allRows.filter { $0.table == index } } ?? []
      let table = examination.tables[index]
      let signs = [codes(of: table, rows, criteria), columns(of: table, rows, criteria, examination.record)]
      return signs.compactMap { $0 }.map { sign in
        let fitting = examination.otherWorks.filter { table.fits($0) }
        return WorkDoubt(sign: sign, table: index, likely: fitting.count == 1 ? fitting[0].work : nil)
      }
    }
  }

  private static func codes(of table: ProtocolTable, _ rows: [Participant], _ criteria: Criteria) -> Sign? {
    guard let range = criteria.terms.codes, let column = table.column(.code) else { return nil }
    let codes = rows.compactMap(\.code.value)
    let foreign = codes.filter { !range.contains($0) }
    guard foreign.count >= fewest, 5 * foreign.count >= 4 * codes.count,
      let grade = foreign.first.flatMap(EntryTerms.grade(ofCode:)),
      foreign.allSatisfy({ EntryTerms.grade(ofCode: $0) == grade })
    else { return nil }
    return .codes(column, grade: grade, count: foreign.count)
  }

  private static func columns(
    of table: ProtocolTable, _ rows: [Participant], _ criteria: Criteria, _ record: AssessmentProtocol?
  ) -> Sign? {
    let tasks = table.taskColumns
    if !table.hasExactlyTheTasks(of: criteria) {
      let beyond = tasks.filter {
        criteria.index(of: $0.task) == nil && table.hasData(inColumn: $0.column.index)
      }
      if beyond.count >= fewest { return .tasks(beyond.map(\.column)) }
    }
    let stated = tasks.filter { task in
      guard let stated = task.stated, let index = criteria.index(of: task.task) else { return false }
      return criteria.tasks[index].maximum != stated
    }
    if isMuch(stated.count, of: tasks.count) { return .maxima(stated.map(\.column)) }
    guard let record else { return nil }
    return points(of: table, rows, record)
  }

  private static func isMuch(_ count: Int, of all: Int) -> Bool { count >= fewest && 4 * count >= all }

  /// Points above the maximum; where a shift of columns explains them, they are no sign.
  private static func points(of table: ProtocolTable, _ rows: [Participant], _ record: AssessmentProtocol)
    -> Sign?
  {
    let criteria = record.criteria
    var excess: Set<Int> = []
    var pupils = 0
    for row in rows {
      let above = row.points.indices.filter {
        (row.points[$0].points?.counted ?? 0) > criteria.tasks[$0].maximum
      }
      excess.formUnion(above)
      if !above.isEmpty { pupils += 1 }
    }
    let written = rows.count { $0.hasPoints }
    guard isMuch(excess.count, of: criteria.tasks.count), pupils >= fewest, 2 * pupils >= written,
      let index = rows.first?.table, !ColumnShift.shifts(in: record).contains(where: { $0.table == index })
    else { return nil }
    let ids = Set(excess.map { criteria.tasks[$0].id })
    return .points(table.taskColumns.filter { ids.contains($0.task) }.map(\.column), pupils: pupils)
  }
}

extension ProtocolTable {
  /// Whether the table has the tasks of a work, all and none else, with points within their maxima.
  fileprivate func fits(_ criteria: Criteria) -> Bool {
    let tasks = taskColumns.filter { $0.stated != nil || hasData(inColumn: $0.column.index) }
    guard Set(tasks.map(\.task)) == Set(criteria.tasks.map(\.id)) else { return false }
    return tasks.allSatisfy { column, task, stated in
      guard let index = criteria.index(of: task) else { return false }
      let maximum = criteria.tasks[index].maximum
      guard stated == nil || stated == maximum else { return false }
      return rows.allSatisfy { row in
        switch value(row: row.number, column: column.index) {
        case .number(let number): number <= Double(maximum)
        default: true
        }
      }
    }
  }
}

extension WorkDoubt {
  /// The headers that show it, the first one first.
  var columns: [ProtocolTable.Column] {
    switch sign {
    case .tasks(let columns), .maxima(let columns), .points(let columns, _): columns
    case .codes(let column, _, _): [column]
    }
  }

  /// The grade whose codes the table has, where that is the sign.
  var grade: Int? {
    if case .codes(_, let grade, _) = sign { grade } else { nil }
  }

  /// What does not fit, in words.
  func words(_ criteria: Criteria) -> Text {
    let own = sign.words(criteria)
    guard let likely else { return own }
    let title = Subject.title(likely.subject)
    let level = likely.level == .advanced ? Text(", углублённый уровень", ", advanced") : Text("", "")
    return Text(
      "\(own.ru). По заданиям и максимумам подходит «\(title), \(likely.grade) класс\(level.ru)»",
      "\(own.en). By its tasks and maxima it is «\(title), grade \(likely.grade)\(level.en)»")
  }
}

extension WorkDoubt.Sign {
  fileprivate func words(_ criteria: Criteria) -> Text {
    let (ru, en) = criteria.origin == .form ? ("в форме", "the form") : ("в критериях", "the criteria")
    switch self {
    case .tasks(let columns):
      let names = columns.prefix(5).compactMap(\.task?.description).joined(separator: ", ")
      let more = columns.count - 5
      return Text(
        "заданий \(names)\(more > 0 ? " и ещё \(more)" : "") \(ru) нет",
        "\(en) \(en == "the form" ? "has" : "have") no tasks \(names)\(more > 0 ? " and \(more) more" : "")")
    case .maxima(let columns):
      return Text(
        "в \(columns.count) \(Plural.word(columns.count, "заголовке", "заголовках", "заголовках")) максимум не тот, что \(ru)",
        "\(columns.count) headers state other maxima than \(en)")
    case .points(let columns, let pupils):
      return Text(
        "в \(columns.count) \(Plural.word(columns.count, "столбце", "столбцах", "столбцах")) у \(pupils) \(Plural.word(pupils, "участника", "участников", "участников")) баллы больше максимума",
        "in \(columns.count) columns \(pupils) participants have more points than the maximum")
    case .codes(_, let grade, let count):
      return Text(
        "\(count) \(Plural.word(count, "код", "кода", "кодов")) здесь — \(grade) класса, а \(criteria.origin == .form ? "форма" : "таблица критериев") другого",
        "\(count) codes here are of grade \(grade), \(en) of another one")
    }
  }
}

extension ProtocolTable.Column {
  /// The task that the column is for.
  var task: TaskID? {
    if case .task(let task, _) = meaning { task } else { nil }
  }
}
