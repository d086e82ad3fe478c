internal import Spreadsheet

extension Rule {
  static let columnMissing = Rule(
    "TPL003", "column-missing", .error, .table,
    title: Text("Не хватает столбца", "A column is missing"),
    message: Text("{role}: не хватает {column}.", "{role}: {column} missing."),
    why: Text(
      "Форма требует этих сведений о каждом участнике; взять их больше неоткуда.",
      "The form asks for this of every participant, and there is no other place to take it from."),
    mend: Text(
      "Добавьте недостающее с заголовком, как в форме, и заполните по бумажному протоколу. Если столбец есть, но назван "
        + "иначе, исправьте его заголовок.",
      "Add what is missing under the form's own header and fill it in from the paper protocol. If the column is there "
        + "under another name, mend its header."),
    basis: .form,
    accepts: [
      .plain,
      Example(
        """
        | Код | Вариант | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | м | 4 |
        """
      ).with { $0.scores = ["| Код | 1 | 2 | 3.1 | 3.2 |\n| 40001 | 1 | 2 | x | 0 |"] },
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | 0 | 1 | м | 4 |
        """),
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 1 | 4 |
        """),
      Example(
        """
        | Код | Вариант (часть 1) | 1 (1б) | 2 (2б) | 3 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | 1 | 1 | м | 4 |
        """
      ).with { $0.criteria = .twoParts },
    ]
  ) { examination, reporter in
    guard let criteria = examination.criteria else { return }
    let scores = examination.tables(.scores)
    let withTasks = scores.filter { !$0.taskColumns.isEmpty }
    let inScores = Set(withTasks.flatMap(\.taskColumns).map(\.task))
    for table in scores where table.taskColumns.isEmpty { reporter.report(.allTasks, of: table, examination) }
    var isLeftToScores = false
    for table in examination.tables(.transcription) {
      var missing = table.missingDetails(criteria)
      if !table.hasExactlyTheTasks(of: criteria) {
        let own = Set(table.taskColumns.map(\.task))
        let held = own.union(inScores)
        if own.isEmpty {
          if scores.isEmpty { missing.append(.allTasks) } else { isLeftToScores = true }
        } else {
          missing += criteria.tasks.filter { !held.contains($0.id) }.map { MissingColumn(task: $0) }
        }
      }
      for column in missing { reporter.report(column, of: table, examination) }
    }
    guard isLeftToScores, let table = withTasks.first else { return }
    for task in criteria.tasks where !inScores.contains(task.id) {
      reporter.report(MissingColumn(task: task), of: table, examination)
    }
  }
}

/// A column, or all columns of points, that a table lacks.
private struct MissingColumn {
  let words: Text
  let header: String?
  var place = Place()

  init(header: String) {
    words = Text("столбца «\(header)»", "column «\(header)» is")
    self.header = header
    place.header = header
  }

  init(task: TaskCriterion) {
    self.init(header: "\(task.id) (\(task.maximum)б)")
    place.task = task.id
    place.header = nil
  }

  private init(words: Text) {
    self.words = words
    header = nil
  }

  static let allTasks = MissingColumn(
    words: Text(
      "столбцов с баллами: нет ни одного задания", "the columns of points (there is not one task) are"))
}

extension Reporter {
  /// Reports a missing column where it would be added: beside the last header.
  fileprivate mutating func report(
    _ column: MissingColumn, of table: ProtocolTable, _ examination: Examination
  ) {
    var place = column.place
    place.source = table.source
    place.cell = table.location(row: table.headerRow, column: (table.columns.last?.index ?? -1) + 1)
    report(
      place, ["role": .words(examination.sources[table.source].role.title), "column": .words(column.words)],
      expected: column.header.map { Expectation("header", [$0]) }, actual: Actual(raw: "", type: "empty"))
  }
}

extension ProtocolTable {
  /// What a transcription lacks beside tasks: each holds pupils of its own, so each is asked.
  fileprivate func missingDetails(_ criteria: Criteria) -> [MissingColumn] {
    var missing = missingVariants(parts: criteria.parts)
    if column(.schoolClass) == nil { missing.append(MissingColumn(header: "Класс")) }
    if criteria.terms.asksSex, column(.sex) == nil { missing.append(MissingColumn(header: "Пол")) }
    if column(.previousMark) == nil { missing.append(MissingColumn(header: "Отметка за предыдущий период")) }
    return missing
  }

  /// The parts without a variant; columns that name no part fill what the others leave.
  private func missingVariants(parts: Int) -> [MissingColumn] {
    let named = columns.compactMap { column in
      if case .variant(let part) = column.meaning, part <= parts { part } else { nil }
    }
    guard named.count < parts else { return [] }
    let open = (1...parts).filter { !named.contains($0) }.dropFirst(named.count { $0 == 0 })
    return open.map { MissingColumn(header: parts == 1 ? "Вариант" : "Вариант (часть \($0))") }
  }
}
