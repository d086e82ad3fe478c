internal import SchoolCalendar

extension Rule {
  static let federalEndEarlier = Rule(
    "DDL009", "federal-end-earlier", .info, .deadline,
    title: Text("Федеральный срок раньше районного", "The federal end comes first"),
    message: Text(
      "Загрузить нужно до {cutoff} {due}: ВПР кончаются раньше, чем срок района ({district}).",
      "The upload is due {due} at {cutoff}: the season ends before the district's term does ({district})."),
    why: Text(
      "После конца сезона система может не принять форму, даже если 4 дня ещё не прошли.",
      "After the season's end the system may refuse a form, even if the 4 days are not over."),
    mend: Text("Загрузите форму не позднее {due}.", "Upload the form not later than {due}."),
    basis: Basis(.order, Text("приказ о проведении ВПР и график сезона", "the season's order and schedule")),
    accepts: [.plain],
    rejects: [
      .plain.with {
        $0.held = "2024-05-15"
        $0.now = "2024-05-16T10:00:00+08:00"
      },
      .plain.with {
        $0.held = "2024-05-17"
        $0.now = "2024-05-17T12:00:00+08:00"
      },
    ]
  ) { examination, reporter in
    guard let terms = examination.trustedTerms, terms.isFederalEndEarlier else { return }
    reporter.report(
      examination.placeOfDay,
      DeadlineWords.parameters(of: terms).merging(["district": DeadlineWords.day(terms.districtDue)]) { $1 })
  }
}
