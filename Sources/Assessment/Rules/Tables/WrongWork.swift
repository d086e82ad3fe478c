internal import SchoolCalendar

extension Rule {
  static let wrongWork = Rule(
    "TPL006", "wrong-work", .error, .table,
    title: Text("Источники о разных работах", "The sources are of different works"),
    message: Text(
      "Похоже на другую работу: {disagreement}.", "This looks like another work: {disagreement}."),
    why: Text(
      "Форма, протокол и баллы должны быть одной работы: иначе баллы лягут не в те задания или не в ту форму.",
      "Form, protocol and scores must be of one work: otherwise points reach the wrong tasks or the wrong form."
    ),
    mend: Text(
      "Проверьте, те ли форма и файлы выбраны. Если те, исправьте надпись или заголовки, в которых указана другая работа.",
      "Check that these are the right form and files. If they are, mend the text or the headers that speak of another work."
    ),
    basis: .form,
    accepts: [
      .plain.with {
        $0.title = [
          "Протокол проверки ВПР 2023/2024 учебного года",
          "ОО: МКОУ «СОШ № 3 с углублённым изучением предметов»",
          "Предмет: математика", "Класс: 4А", "Дата проведения: 15.04.2024",
        ]
      },
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | 4 | 5 | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | | | 1 | м | 4 |
        """),
    ],
    rejects: [
      .plain.with { $0.title = ["Протокол проверки ВПР", "↓Предмет: Биология", "Класс: 4"] },
      .plain.with { $0.title = ["↓Всероссийские проверочные работы (ВПР), 2023 год", "↓Параллель: 5"] },
      .plain.with { $0.title = ["Предмет: Математика", "↓Дата проведения: 16.04.2024"] },
      .plain.with { $0.title = ["↓Предмет: Музыка"] },
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | ↓4 (2б) | ↓5К1 | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | 2 | X | 0 | 2 | 1 | 1 | м | 4 |
        """),
    ]
  ) { examination, reporter in
    // Without criteria nothing is checked, and CRT004 says so.
    guard let criteria = examination.criteria else { return }
    reporter.reportStrangers(examination)
    let contradictions = WorkClaim.contradictions(in: examination)
    let export = examination.export?.source ?? -1
    reporter.reportExport(contradictions.filter { $0.claim.place.source == export })
    for contradiction in contradictions where contradiction.claim.place.source != export {
      let claim = contradiction.claim
      reporter.report(
        claim.place, ["disagreement": .words(contradiction.words)],
        expected: Expectation(claim.aspect.rawValue, [contradiction.held.value]),
        actual: Actual(raw: claim.value, type: "text"))
    }
    if contradictions.isEmpty, let export = examination.export, let results = export.results,
      results.differsInTasks(from: criteria)
    {
      reporter.reportTasks(of: export, results, criteria)
    }
    let doubts = WorkDoubt.all(in: examination)
    for doubt in doubts { reporter.report(doubt, examination, criteria) }
    for (index, table) in examination.tables.enumerated() {
      if examination.sources[table.source].role == .transcription, let stated = examination.statedDay {
        reporter.reportDay(of: table, stated: stated)
      }
      if !doubts.contains(where: { $0.table == index }) { reporter.reportTasks(of: table, beyond: criteria) }
    }
  }
}

extension Reporter {
  /// Two records of one work have participants in common; those of two works, or of two classes, have none.
  fileprivate mutating func reportStrangers(_ examination: Examination) {
    guard let keyings = examination.keyings, let record = examination.record, keyings.areStrangers(in: record)
    else {
      return
    }
    let first = keyings.onlySecond[0]
    report(
      record.place(of: first, column: first.code.column),
      [
        "disagreement": .words(
          Text(
            "общих участников у двух записей нет, или это два класса одной работы",
            "the two records have no participant in common, or they are of two classes"))
      ],
      expected: Expectation("participant", []))
  }

  /// All that an export says of another work: one cause, one finding.
  fileprivate mutating func reportExport(_ contradictions: [WorkClaim.Contradiction]) {
    guard let first = contradictions.first, first.claim.place.cell != nil else { return }
    report(
      first.claim.place,
      [
        "disagreement": .words(
          Text(
            contradictions.map(\.words.ru).joined(separator: "; "),
            contradictions.map(\.words.en).joined(separator: "; ")))
      ],
      expected: Expectation(first.claim.aspect.rawValue, [first.held.value]),
      actual: Actual(raw: first.claim.value, type: "text"))
  }

  /// Tasks, maxima or total of an export that are not the form's.
  fileprivate mutating func reportTasks(
    of export: SystemExport, _ results: IndividualResults, _ criteria: Criteria
  ) {
    let own = results.tasks.first { task in
      !criteria.tasks.contains { $0.id == task.criterion.id && $0.maximum == task.criterion.maximum }
    }
    let cell = own?.header.cell ?? results.title.maximum?.cell ?? results.title.work.cell
    let task = own.map { "«\($0.header.value ?? "")»" }
    report(
      Place(cell: export.location(cell), task: own?.criterion.id, header: own?.header.value),
      [
        "disagreement": .words(
          Text(
            "задания или баллы выгрузки не те, что в форме" + (task.map { ": \($0)" } ?? ""),
            "the export has other tasks or points than the form" + (task.map { ": \($0)" } ?? "")))
      ],
      expected: Expectation("task", criteria.tasks.map { "\($0.id) (\($0.maximum)б)" }))
  }

  /// The day of a scores sheet may be that of the marking; that of a protocol is the day of the test.
  fileprivate mutating func reportDay(of table: ProtocolTable, stated: CalendarDay) {
    guard let held = table.title.held, held.value != stated else { return }
    let (here, given) = (DeadlineWords.day(held.value), DeadlineWords.day(stated))
    report(
      Place(cell: CellLocation(source: table.source, sheet: table.sheetIndex, cell: held.cell)),
      [
        "disagreement": .words(
          Text(
            "день проведения здесь — \(here.text(.ru)), а указан \(given.text(.ru))",
            "the day of the test is \(here.text(.en)) here and was given as \(given.text(.en))"))
      ],
      expected: Expectation("day", [stated.description]),
      actual: Actual(raw: held.value.description, type: "date"))
  }

  /// One finding for a table that belongs to another work; all that does not fit is folded under it.
  fileprivate mutating func report(_ doubt: WorkDoubt, _ examination: Examination, _ criteria: Criteria) {
    let table = examination.tables[doubt.table]
    let places = doubt.columns.map { column in
      Place(cell: table.location(column), task: column.task, header: column.header)
    }
    guard let first = places.first else { return }
    report(
      first, ["disagreement": .words(doubt.words(criteria))],
      expected: Expectation("work", [criteria.work?.id].compactMap { $0 }),
      actual: Actual(raw: doubt.likely?.id ?? first.header ?? "", type: "text"),
      related: Array(places.dropFirst()))
  }

  /// One finding for all tasks that a work does not have; the columns that are then missing are folded under it.
  fileprivate mutating func reportTasks(of table: ProtocolTable, beyond criteria: Criteria) {
    guard !table.hasExactlyTheTasks(of: criteria) else { return }
    let places = table.taskColumns.filter {
      criteria.index(of: $0.task) == nil && table.hasData(inColumn: $0.column.index)
    }
    .map { Place(cell: table.location($0.column), task: $0.task, header: $0.column.header) }
    guard let first = places.first else { return }
    let names = places.prefix(5).compactMap(\.task?.description).joined(separator: ", ")
    let more = places.count - 5
    let (ru, en) = criteria.origin == .form ? ("в форме", "the form") : ("в критериях", "the criteria")
    let words =
      places.count == 1
      ? Text("задания \(names) \(ru) нет", "\(en) \(en == "the form" ? "has" : "have") no task \(names)")
      : Text(
        "заданий \(names)\(more > 0 ? " и ещё \(more)" : "") \(ru) нет",
        "\(en) \(en == "the form" ? "has" : "have") no tasks \(names)\(more > 0 ? " and \(more) more" : "")")
    report(
      first, ["disagreement": .words(words)],
      expected: Expectation("task", criteria.tasks.map(\.id.description)),
      actual: Actual(raw: first.header ?? "", type: "text"), related: Array(places.dropFirst()))
  }
}
