extension Rule {
  static let columnsShifted = Rule(
    "PLS003", "columns-shifted", .error, .plausibility,
    title: Text("Баллы в чужих столбцах", "Points in the wrong columns"),
    message: Text(
      "Похоже, баллы стоят не в своих столбцах: {evidence}. Наименьшая правка: {change}.",
      "The points seem to stand in the wrong columns: {evidence}. The smallest mend: {change}."),
    why: Text(
      "При вводе пропустили или переставили столбец: баллы верны, но отнесены к чужим заданиям.",
      "A column was skipped or exchanged in keying: the points are right, but they count for other tasks."),
    mend: Text(
      "Сверьте две-три работы с бумажным протоколом от первого до последнего задания. Если так и есть, сделайте эту правку.",
      "Compare two or three works with the paper protocol from the first task to the last. If it is so, make this change."
    ),
    steps: .movingCells,
    basis: .practice,
    accepts: [
      .plain,
      // Not keyed yet, and one slip beside it: no shift.
      Example(
        """
        | Код | Вариант | 1 (2б) | 2 (1б) | 3 (3б) | 4 (1б) | 5 (2б) | 6 (1б) | 7 (1б) | 8 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 2 | 1 | 3 | 1 | 2 | X | 0 | 2 | 1 | м | 4 |
        | 40002 | 2 | 1 | 0 | 2 | 1 | 1 | 1 | 1 | 1 | 1 | ж | 4 |
        | 40003 | 1 | 0 | 0 | 3 | 0 | 0 | 0 | 1 | X | 1 | ж | 5 |
        """
      ).with { $0.criteria = .eightTasks },
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (2б) | 2 (1б) | ↓3 (3б) | 4 (1б) | 5 (2б) | 6 (1б) | 7 (1б) | 8 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 2 | 1 | ↓ | ↓3 | 1 | ↓2 | X | 2 | 1 | м | 4 |
        | 40002 | 2 | 1 | 0 | ↓ | 2 | 1 | 1 | 1 | 1 | 1 | ж | 4 |
        | 40003 | 1 | 0 | 1 | ↓ | 1 | 0 | 2 | 0 | X | 1 | ж | 5 |
        | 40004 | 2 | 2 | 0 | ↓ | 3 | X | 0 | 1 | 2 | 1 | м | 3 |
        """
      ).with { $0.criteria = .eightTasks },
      Example(
        """
        | № п/п | Код | Вар. | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | Класс | Пол | Отм. |
        | 1 | 40001 | 1 | 1 | ↓3 | 1 | 2 | ↓ | 1 | 0 | 2 | 1 | м | 4 |
        | 2 | 40002 | 2 | 0 | 2 | 0 | 1 | ↓ | 0 | 1 | 1 | 1 | ж | 4 |
        | 3 | 40003 | 1 | 1 | 1 | 1 | 0 | ↓ | x | 1 | 0 | 1 | ж | 5 |
        """
      ).with { $0.criteria = .eightTasks },
      Example(
        """
        | Код | Вариант | 1 (2б) | 2 (1б) | ↓3 (3б) | 4 (1б) | 5 (2б) | 6 (1б) | 7 (1б) | 8 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 2 | 1 | 1 | ↓3 | 1 | 1 | X | 2 | 1 | м | 4 |
        | 40002 | 2 | 1 | 0 | 0 | ↓2 | 1 | 1 | 1 | 1 | 1 | ж | 4 |
        | 40003 | 1 | 0 | 1 | 1 | ↓3 | 0 | 0 | 0 | X | 1 | ж | 5 |
        | 40004 | 2 | 2 | 0 | X | 0 | X | 0 | 1 | 2 | 1 | м | 3 |
        | 40005 | 2 | 1 | 1 | 1 | 1 | 2 | 1 | 1 | 0 | 1 | ж | 3 |
        """
      ).with { $0.criteria = .eightTasks },
    ]
  ) { examination, reporter in
    guard let record = examination.record else { return }
    let known = ColumnShift.shifts(in: record)
    let tails = TailShift.shifts(in: record, beside: known)
    for tail in tails { reporter.report(tail, record) }
    for shift in known where !tails.contains(where: { $0.explains(shift) }) {
      let table = record.tables[shift.table]
      guard let first = shift.columns.first else { continue }
      let cells = shift.rows.flatMap { row in
        shift.columns.map { column in
          var place = record.place(of: row)
          place.cell = table.location(row: row.row, column: column.index)
          place.task = record.criteria.tasks[column.task].id
          place.header = table.header(of: column.index)
          return place
        }
      }
      let header = table.columns.first { $0.index == first.index }
      reporter.report(
        Place(
          cell: header.map { table.location($0) }, task: record.criteria.tasks[first.task].id,
          header: header?.header),
        [
          "evidence": .words(shift.evidence(record.criteria)),
          "change": .words(shift.change(record.criteria)),
        ],
        related: cells)
    }
  }
}

extension Reporter {
  /// One finding for a shift that reaches to the end of the table.
  fileprivate mutating func report(_ shift: TailShift, _ record: AssessmentProtocol) {
    guard let first = shift.columns.first else { return }
    let table = record.tables[shift.table]
    var place = Place(cell: table.location(first), header: first.header)
    if case .task(let task, _) = first.meaning { place.task = task }
    report(
      place, ["evidence": .words(shift.evidence), "change": .words(shift.change)],
      related: shift.cells.filter { $0 != place.cell }.map { Place(cell: $0) })
  }
}

extension ColumnShift {
  /// What shows that the columns are shifted.
  fileprivate func evidence(_ criteria: Criteria) -> Text {
    let names = columns.map { criteria.tasks[$0.task].id.description }
    let points = "\(misfits) \(Plural.word(misfits, "балл", "балла", "баллов"))"
    let values = "\(misfits) \(misfits == 1 ? "value" : "values")"
    if case .scores = evidence {
      return kind == .swapped
        ? Text(
          "в столбцах заданий \(names.joined(separator: " и ")) \(points) не те, что у комиссии, а если поменять столбцы местами, сходится всё",
          "in the columns of tasks \(names.joined(separator: " and ")) \(values) are not the commission's, and all agree when exchanged"
        )
        : Text(
          "в столбцах заданий \(names.first ?? "")–\(names.last ?? "") \(points) не те, что у комиссии, а со сдвигом на столбец сходится всё",
          "in the columns of tasks \(names.first ?? "")–\(names.last ?? "") \(values) are not the commission's, and all agree one column off"
        )
    }
    guard let blank, kind != .swapped else {
      return Text(
        "в столбцах заданий \(names.joined(separator: " и ")) \(points) больше максимума, а если поменять столбцы местами, подходит всё",
        "in the columns of tasks \(names.joined(separator: " and ")) \(values) exceed the maximum, and all fit when exchanged"
      )
    }
    let task = criteria.tasks[blank.task].id
    let side = kind == .right ? Text("левее", "to the left") : Text("правее", "to the right")
    let (span, isOne) = moved(criteria)
    return Text(
      "столбец задания \(task) пуст у всех, а \(isOne ? "в столбце" : "в столбцах") \(span) \(points) больше максимума;"
        + " для заданий на столбец \(side.ru) подходит всё",
      "the column of task \(task) is blank for everybody, and in \(isOne ? "column" : "columns") \(span) \(values) exceed"
        + " the maximum; all fit the tasks one column \(side.en)")
  }

  /// The smallest mend.
  fileprivate func change(_ criteria: Criteria) -> Text {
    let names = columns.map { criteria.tasks[$0.task].id.description }
    let (span, isOne) = moved(criteria)
    switch kind {
    case .swapped:
      return Text(
        "поменяйте местами баллы заданий \(names.joined(separator: " и "))",
        "exchange the points of tasks \(names.joined(separator: " and "))")
    case .right:
      let last = names.last ?? ""
      return Text(
        "сдвиньте баллы \(isOne ? "задания" : "заданий") \(span) на один столбец влево и введите задание \(last) заново",
        "move the points of \(isOne ? "task" : "tasks") \(span) one column to the left and key task \(last) again"
      )
    case .left:
      let first = names.first ?? ""
      return Text(
        "сдвиньте баллы \(isOne ? "задания" : "заданий") \(span) на один столбец вправо и введите задание \(first) заново",
        "move the points of \(isOne ? "task" : "tasks") \(span) one column to the right and key task \(first) again"
      )
    }
  }

  /// The columns that hold the moved points: «2–8», and whether it is one.
  private func moved(_ criteria: Criteria) -> (span: String, isOne: Bool) {
    let moved = kind == .right ? columns.dropFirst() : columns.dropLast()
    let names = [moved.first, moved.last].compactMap { $0.map { criteria.tasks[$0.task].id.description } }
    return moved.count == 1 ? (names[0], true) : (names.joined(separator: "–"), false)
  }
}
