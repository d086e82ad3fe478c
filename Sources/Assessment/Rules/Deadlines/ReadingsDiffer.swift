internal import SchoolCalendar

extension Rule {
  static let readingsDiffer = Rule(
    "DDL004", "readings-differ", .info, .deadline,
    title: Text("Срок загрузки можно прочитать по-разному", "The upload term can be read in several ways"),
    message: Text(
      "Срок загрузки работы от {held}: в календарных днях — {calendar}, с переносом с выходного — {rolled}, в рабочих днях"
        + " пятидневки — {working5}, шестидневки — {working6}. Принято: {reading}.",
      "Upload term of the test of {held}: in calendar days {calendar}, moved on from a day off {rolled}, in working days of a"
        + " five-day week {working5}, of a six-day week {working6}. In use: {reading}."),
    why: Text(
      "Порядок говорит «не позднее 4-х дней» и не называет эти дни ни рабочими, ни календарными.",
      "The procedure says «not later than 4 days» and calls them neither working nor calendar days."),
    mend: Text(
      "Успевайте к самой ранней дате или уточните срок у муниципального координатора.",
      "Keep to the earliest date, or ask the municipal coordinator which one holds."),
    basis: .procedure("12.1"),
    accepts: [.plain, .plain.with { $0.held = "2024-03-25" }],
    rejects: [
      .plain.with {
        $0.held = "2024-03-19"
        $0.now = "2024-03-20T10:00:00+08:00"
      },
      .plain.with {
        $0.held = "2024-03-22"
        $0.now = "2024-03-22T15:00:00+08:00"
      },
    ]
  ) { examination, reporter in
    guard let terms = examination.trustedTerms, terms.readingsDiffer else { return }
    let readings = terms.readings
    let days: [String: Parameter] = [
      "calendar": DeadlineWords.day(readings.calendar), "rolled": DeadlineWords.day(readings.calendarRolled),
      "working5": DeadlineWords.day(readings.working5), "working6": DeadlineWords.day(readings.working6),
      "reading": .words(DeadlineWords.reading(terms.reading)),
    ]
    reporter.report(examination.placeOfDay, DeadlineWords.parameters(of: terms).merging(days) { $1 })
  }
}
