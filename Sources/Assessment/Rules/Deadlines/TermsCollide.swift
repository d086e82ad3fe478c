internal import SchoolCalendar

extension Rule {
  static let termsCollide = Rule(
    "DDL005", "terms-collide", .warning, .deadline,
    title: Text("Срок проверки и срок загрузки сходятся", "The marking term meets the upload deadline"),
    message: Text(
      "Работа проведена {held}: эксперт может проверять до {expert}, а загрузить нужно до {cutoff} {due} — на ввод баллов"
        + " времени не остаётся.",
      "The test was on {held}: the expert may mark until {expert}, but the upload is due {due} at {cutoff}, which leaves no time"
        + " to key the points."),
    why: Text(
      "Сроки отсчитаны по-разному — 2 рабочих дня и 4 дня — и около праздников сходятся.",
      "The terms are counted differently, 2 working days and 4 days, and meet around holidays."),
    mend: Text(
      "Договоритесь с экспертом, чтобы баллы были раньше {expert}, или согласуйте срок с муниципальным координатором.",
      "Agree with the expert on marking before {expert}, or settle the term with the municipal coordinator."),
    basis: .procedure("11.8, 12.1"),
    accepts: [.plain],
    rejects: [
      .plain.with {
        $0.held = "2024-04-26"
        $0.now = "2024-04-27T10:00:00+08:00"
      },
      .plain.with {
        $0.held = "2024-05-08"
        $0.now = "2024-05-08T14:00:00+08:00"
      },
    ]
  ) { examination, reporter in
    guard let terms = examination.trustedTerms, terms.termsCollide else { return }
    reporter.report(examination.placeOfDay, DeadlineWords.parameters(of: terms))
  }
}
