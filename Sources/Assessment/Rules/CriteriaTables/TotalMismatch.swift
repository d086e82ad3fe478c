extension Rule {
  static let totalMismatch = Rule(
    "CRT001", "total-mismatch", .error, .table,
    title: Text("Сумма максимумов не сходится", "The maxima do not sum to the total"),
    message: Text(
      "{table}: сумма максимумов заданий — {sum} {sum|балл|балла|баллов}, а максимум за работу указан {total}.",
      "{table}: the maxima of the tasks sum to {sum} {sum|point|points}, but the total is given as {total}."),
    why: Text(
      "Неверен либо максимум какого-то задания, либо итог: по такой таблице нельзя ни проверить баллы, ни поставить отметку.",
      "Either a task's maximum or the total is wrong: such a table can neither check points nor give marks."),
    mend: Text(
      "Сверьте таблицу с критериями работы и исправьте максимум задания или итог.",
      "Compare the table with the criteria of the work and mend the task's maximum or the total."),
    basis: .form, accepts: [], rejects: []
  ) { examination, reporter in
    for table in examination.criteriaTables { CriteriaLint.total(table.criteria, table.place, &reporter) }
  }
}
