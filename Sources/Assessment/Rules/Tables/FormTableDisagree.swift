extension Rule {
  static let formTableDisagree = Rule(
    "TPL008", "form-table-disagree", .warning, .table,
    title: Text("Форма и таблица критериев расходятся", "The form and the criteria table differ"),
    message: Text(
      "Форма и таблица {work} расходятся в {count} {count|задании|заданиях|заданиях}: {difference}. Взята форма.",
      "The form and the table {work} differ in {count} {count|task|tasks}: {difference}. The form was taken."),
    why: Text(
      "Скачанная форма — лучший источник, но расхождение может значить, что это форма другой работы.",
      "A downloaded form is the best source, but a difference may mean that it is the form of another work."),
    mend: Text(
      "Убедитесь, что скачана форма этой работы. Если да, ничего делать не нужно.",
      "See that it is the form of this work. If it is, there is nothing to do."),
    basis: .form,
    accepts: [.plain],
    rejects: [
      .plain.with { $0.shipped = .twoParts },
      Example(
        """
        | Код | Вариант | 4К1 (3б) | 4К2 (2б) | Класс | Отм. |
        | 40001 | 1 | 2 | 1 | 1 | 4 |
        """
      ).with {
        $0.criteria = .dependent
        $0.shipped = .fourTasks
      },
    ]
  ) { examination, reporter in
    guard let form = examination.form, let shipped = examination.shipped, let work = shipped.work else {
      return
    }
    // A form of another work is TPL006; that it has other tasks is no wonder.
    let isOther = [
      form.name.season.map { $0 != work.season }, form.name.subject.map { $0 != work.subject },
      (form.gradeOfCodes ?? form.name.grade).map { $0 != work.grade },
    ]
    guard !isOther.contains(true) else { return }
    let differences = TaskDifference.all(form.criteria, shipped)
    guard let first = differences.first else { return }
    reporter.report(
      Place(source: examination.formSource, task: first.task),
      ["work": .text(work.id), "count": .number(differences.count), "difference": .words(first.words)],
      expected: first.table.map { Expectation("points", [String($0)]) },
      actual: first.form.map { Actual(raw: String($0), type: "number") })
  }
}

/// A task whose maximum is not the same in a form and in a table, or that one of them lacks.
private struct TaskDifference {
  let task: TaskID
  let form: Int?
  let table: Int?

  /// The differences, in the order of the form; then what only the table has.
  static func all(_ form: Criteria, _ table: Criteria) -> [TaskDifference] {
    func maximum(_ task: TaskID, _ criteria: Criteria) -> Int? {
      criteria.index(of: task).map { criteria.tasks[$0].maximum }
    }
    func isSame(_ a: TaskCriterion, _ b: TaskCriterion) -> Bool { a.id == b.id && a.maximum == b.maximum }
    if form.tasks.elementsEqual(table.tasks, by: isSame) { return [] }
    let ids = form.tasks.map(\.id) + table.tasks.map(\.id).filter { form.index(of: $0) == nil }
    return ids.map { TaskDifference(task: $0, form: maximum($0, form), table: maximum($0, table)) }
      .filter { $0.form != $0.table }
  }

  var words: Text {
    switch (form, table) {
    case (let form?, let table?):
      Text(
        "задание \(task) — максимум в форме \(form), в таблице \(table)",
        "task \(task) has a maximum of \(form) in the form and \(table) in the table")
    case (nil, _): Text("задания \(task) нет в форме", "the form lacks task \(task)")
    default: Text("задания \(task) нет в таблице", "the table lacks task \(task)")
    }
  }
}
