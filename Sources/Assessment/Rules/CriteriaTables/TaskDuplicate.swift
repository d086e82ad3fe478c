extension Rule {
  static let taskDuplicate = Rule(
    "CRT003", "task-duplicate", .error, .table,
    title: Text("Задание повторяется", "A task stands twice"),
    message: Text(
      "{table}: задание {task} указано {count} {count|раз|раза|раз}.",
      "{table}: task {task} stands {count} {count|time|times}."),
    why: Text(
      "По двум заданиям с одним номером нельзя понять, к какому относятся баллы столбца.",
      "Of two tasks with one number nobody knows to which the points of a column belong."),
    mend: Text(
      "Сверьте номера с критериями работы; запись 3(1), 3.1 и № 3.1 — одно и то же задание.",
      "Compare the numbers with the criteria of the work; 3(1), 3.1 and № 3.1 are one task."),
    basis: .form, accepts: [], rejects: []
  ) { examination, reporter in
    for table in examination.criteriaTables { CriteriaLint.tasks(table.criteria, table.place, &reporter) }
  }
}
