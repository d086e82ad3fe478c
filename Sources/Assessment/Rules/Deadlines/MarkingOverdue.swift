internal import SchoolCalendar

extension Rule {
  static let markingOverdue = Rule(
    "DDL003", "marking-overdue", .warning, .deadline,
    title: Text("Срок проверки прошёл, а баллов нет", "The marking term is over and there are no points"),
    message: Text(
      "Срок проверки работ экспертом кончился {expert}, а ни одного балла не введено. Загрузить нужно до {cutoff} {due}.",
      "The expert's term ended on {expert}, and not one point was entered. The upload is due {due} at {cutoff}."
    ),
    why: Text(
      "Эксперт проверяет работы в течение 2-х рабочих дней; без баллов форму не загрузить.",
      "The expert marks within 2 working days; without points there is nothing to upload."),
    mend: Text(
      "Узнайте у муниципального координатора, где протокол проверки, и введите баллы.",
      "Ask the municipal coordinator where the marking protocol is, and enter the points."),
    basis: .procedure("11.8"),
    accepts: [.plain.with { $0.now = "2024-04-18T12:00:00+08:00" }],
    // Of a sheet without points the rules of tables and points speak too: it cannot become a form.
    rejects: [
      Example(
        """
        | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
        | 40001 | 1 | | | | | 1 | м | 4 |
        | 40002 | 2 | | | | | 1 | ж | 5 |
        """
      ).with { $0.now = "2024-04-18T12:00:00+08:00" },
      Example(
        """
        | № п/п | Код | Вар. | Класс | Пол | Отм. |
        | 1 | 40001 | 1 | 1 | м | 4 |
        | 2 | 40002 | отсутствовал | | | |
        """
      ).with { $0.now = "2024-04-18T00:00:00+08:00" },
    ]
  ) { examination, reporter in
    guard let terms = examination.trustedTerms, let now = examination.now, terms.isMarkingOverdue(at: now),
      let record = examination.record, record.awaitsPoints
    else { return }
    reporter.report(examination.placeOfDay, DeadlineWords.parameters(of: terms))
  }
}

extension AssessmentProtocol {
  /// Whether nobody has keyed a point yet, in any source; pupils who were all absent have none to come.
  fileprivate var awaitsPoints: Bool {
    participants.contains { !$0.isAbsent } && !allRows.contains(where: \.hasPoints)
  }
}
