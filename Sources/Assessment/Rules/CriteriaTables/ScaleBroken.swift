extension Rule {
  static let scaleBroken = Rule(
    "CRT002", "scale-broken", .error, .table,
    title: Text("Шкала отметок неполна", "The scale of marks is broken"),
    message: Text("{table}: в шкале отметок {fault}.", "{table}: in the scale of marks {fault}."),
    why: Text(
      "Каждой сумме баллов от 0 до максимума должна отвечать ровно одна отметка.",
      "Every sum from 0 to the total must give exactly one mark."),
    mend: Text(
      "Сверьте шкалу с описанием работы и исправьте границы.",
      "Compare the scale with the description of the work and mend its bounds."),
    basis: .practice, accepts: [], rejects: []
  ) { examination, reporter in
    for table in examination.criteriaTables { CriteriaLint.scale(table.criteria, table.place, &reporter) }
  }
}
