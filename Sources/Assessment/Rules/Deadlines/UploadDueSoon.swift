internal import SchoolCalendar

extension Rule {
  static let uploadDueSoon = Rule(
    "DDL002", "upload-due-soon", .warning, .deadline,
    title: Text("До срока загрузки меньше суток", "Less than a day until the upload deadline"),
    message: Text(
      "До срока загрузки — {due} в {cutoff} ({zone}) — меньше суток: {left}.",
      "Less than a day until the upload deadline, {due} at {cutoff} ({zone}): {left}."),
    why: Text(
      "Загрузка в последний вечер срывается чаще всего: система перегружена, а исправлять уже некогда.",
      "Uploads of the last evening fail most often: the system is busy, and no time is left to mend anything."
    ),
    mend: Text(
      "Исправьте ошибки и загрузите форму до {cutoff} {due}.",
      "Mend the errors and upload the form before {cutoff} of {due}."),
    basis: .procedure("12.1"),
    accepts: [.plain, .plain.with { $0.now = "2024-04-18T23:59:00+08:00" }],
    rejects: [
      .plain.with { $0.now = "2024-04-19T12:00:00+08:00" },
      .plain.with { $0.now = "2024-04-19T23:58:30+08:00" },
    ]
  ) { examination, reporter in
    guard let terms = examination.trustedTerms, let now = examination.now, terms.isDueSoon(at: now) else {
      return
    }
    let left = DeadlineWords.span(seconds: terms.secondsLeft(at: now))
    reporter.report(
      examination.placeOfDay, DeadlineWords.parameters(of: terms).merging(["left": .words(left)]) { $1 })
  }
}
