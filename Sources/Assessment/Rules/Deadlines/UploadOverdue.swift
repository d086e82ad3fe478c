internal import SchoolCalendar

extension Rule {
  static let uploadOverdue = Rule(
    "DDL001", "upload-overdue", .warning, .deadline,
    title: Text("Срок загрузки прошёл", "The upload deadline has passed"),
    message: Text(
      "Срок загрузки — {due} в {cutoff} ({zone}) — прошёл.", "The upload was due {due} at {cutoff} ({zone})."),
    why: Text(
      "Результаты загружаются в ФИС ОКО не позднее 4-х дней после проведения работы.",
      "Results are uploaded to ФИС ОКО not later than 4 days after the test."),
    mend: Text(
      "Загрузите форму как можно скорее и сообщите муниципальному координатору.",
      "Upload the form as soon as possible and tell the municipal coordinator."),
    basis: .procedure("12.1"),
    accepts: [.plain],
    rejects: [
      .plain.with { $0.now = "2024-05-06T10:00:00+08:00" },
      .plain.with { $0.now = "2024-04-20T00:00:00+08:00" },
    ]
  ) { examination, reporter in
    guard let terms = examination.trustedTerms, let now = examination.now, terms.isOverdue(at: now) else {
      return
    }
    reporter.report(examination.placeOfDay, DeadlineWords.parameters(of: terms))
  }
}
