internal import SchoolCalendar

extension Rule {
  static let termsCollide = Rule(
    "DDL005", "terms-collide", .warning, .deadline,
    title: Text("Срок проверки и срок загрузки сходятся", "The marking term meets the upload deadline"),
    message: Text(
      "День работы {held}: эксперт может проверять до {expert}, а загрузить нужно до {cutoff} {due} — {consequence}.",
      "Test day {held}: the expert may mark until {expert}, but the upload is due {due} at {cutoff}, which {consequence}."
    ),
    why: Text(
      "Сроки отсчитаны по-разному — 2 рабочих дня и 4 дня — и около праздников сходятся.",
      "The terms are counted differently, 2 working days and 4 days, and meet around holidays."),
    mend: Text(
      "Пока работа не проведена, выберите другой день. Если проведена — договоритесь с экспертом, чтобы баллы были заранее:"
        + " форму загружают до {cutoff} {due}, — или согласуйте срок с муниципальным координатором.",
      "While the test is still ahead, choose another day. If it is over, agree with the expert on earlier marking, for the"
        + " upload is due {due} at {cutoff}, or settle the term with the municipal coordinator."),
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
    for day in examination.testDays {
      guard let terms = day.trustedTerms, terms.termsCollide else { continue }
      let consequence =
        terms.expertDue > terms.due
        ? Text("оба срока выдержать невозможно", "makes it impossible to keep both terms")
        : Text("на ввод баллов времени не остаётся", "leaves no time to key the points")
      reporter.report(
        day.place,
        DeadlineWords.parameters(of: terms).merging(["consequence": .words(consequence)]) { $1 })
    }
  }
}
