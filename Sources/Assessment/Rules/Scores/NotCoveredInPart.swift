extension Rule {
  static let notCoveredInPart = Rule(
    "SCR007", "not-covered-in-part", .query, .file,
    title: Text("«н/п» не у всего класса", "Not taught to a part of a class"),
    message: Text(
      "Задание {task}: «не пройд.» стоит у {count} из {present} {present|участника|участников|участников} класса {class}.",
      "Task {task}: «не пройд.» stands for {count} of {present} {present|pupil|pupils} of class {class}."),
    why: Text(
      "Тема пройдена всем классом или никем: часть значений, скорее всего, перепутана с X или нулём.",
      "A topic is taught to a whole class or to nobody: some of the values were probably meant as X or 0."),
    mend: Text(
      "Уточните у учителя класса {class}, пройдена ли тема задания {task}. Если да, замените «не пройд.» баллом или X; "
        + "если нет, поставьте его всем.",
      "Ask the teacher of class {class} whether the topic of task {task} was taught. If so, enter points or X instead; if "
        + "not, enter «не пройд.» for everybody."),
    basis: Basis(
      .heuristic, Text("практика заполнения форм", "practice of filling forms"), confidence: "medium"),
    accepts: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | н/п | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | н/п | 1 | 2 | 1 | ж | 5 |
        | 40003 | отсутствовал | | | | | | | |
        | 40004 | 1 | 0 | 2 | 1 | 1 | 2 | ж | 3 |
        """
      ).with { $0.criteria = .withNotCovered }
    ],
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | 1 | ↓н/п | X | 0 | 1 | м | 4 |
        | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
        | 40003 | 2 | 0 | ↓н/п | 1 | X | 1 | ж | 5 |
        """
      ).with { $0.criteria = .withNotCovered },
      Example(
        """
        | Код | Вар. | Класс | Пол | Отм. | 1 | 2 | 3(1) | ↓3(2) |
        | 40001 | 1 | 1 | м | 4 | 1 | н/п | X | ↓н/п |
        | 40002 | 2 | 1 | ж | 5 | 0 | н/п | 1 | X |
        | 40003 | 2 | 2 | ж | 5 | 0 | 2 | 1 | 1 |
        """
      ).with { $0.criteria = .withNotCovered },
    ]
  ) { examination, reporter in
    guard let record = examination.record, !record.criteria.terms.notCovered.isEmpty else { return }
    for (task, classes) in record.notCoveredByTask().sorted(by: { $0.key < $1.key }) {
      for schoolClass in classes.sorted() { record.report(notCovered: task, in: schoolClass, to: &reporter) }
    }
  }
}

extension AssessmentProtocol {
  /// For each task that offers «не пройд.» the classes in which it was entered.
  fileprivate func notCoveredByTask() -> [Int: Set<Int>] {
    var classes: [Int: Set<Int>] = [:]
    for (index, participant) in present {
      guard let schoolClass = participant.schoolClass.value else { continue }
      for (task, joined) in joined[index].enumerated()
      where joined.entry == .points(.notCovered) && criteria.terms.offersNotCovered(task) {
        classes[task, default: []].insert(schoolClass)
      }
    }
    return classes
  }

  /// Reports a task of a class when it has both «не пройд.» and points; the place is the column's header.
  fileprivate func report(notCovered task: Int, in schoolClass: Int, to reporter: inout Reporter) {
    let pupils = present.filter { $0.element.schoolClass.value == schoolClass }
      .filter { joined[$0.offset][task].entry.points != nil }
    let cells = pupils.filter { joined[$0.offset][task].entry == .points(.notCovered) }
      .map { self.place(of: $0.element, task: task, joined: joined[$0.offset][task]) }
    guard cells.count < pupils.count, let first = cells.first else { return }
    var place = Place(source: first.source, schoolClass: schoolClass, task: first.task, header: first.header)
    if let table = tables.first(where: { $0.source == first.source && $0.sheetIndex == first.cell?.sheet }) {
      place.cell = table.taskColumns.first { $0.task == first.task }.map { table.location($0.column) }
    }
    reporter.report(
      place,
      [
        "task": .text(criteria.tasks[task].id.description), "count": .number(cells.count),
        "present": .number(pupils.count), "class": .number(schoolClass),
      ],
      expected: Expectation("points", criteria.permitted(task)),
      actual: Actual(raw: Words.notCovered, type: "text"),
      related: cells)
  }
}
