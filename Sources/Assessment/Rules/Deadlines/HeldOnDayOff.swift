internal import SchoolCalendar

extension Rule {
  static let heldOnDayOff = Rule(
    "DDL006", "held-on-day-off", .query, .deadline,
    title: Text("День работы — выходной", "The test day is a day off"),
    message: Text(
      "День работы {held} ({weekday}) — выходной по производственному календарю.",
      "The test day {held} ({weekday}) is a day off in the production calendar."),
    why: Text(
      "В выходной день работу не пишут: скорее всего, в дате опечатка, а от неё считаются оба срока.",
      "No test is written on a day off: the date is probably mistyped, and both terms are counted from it."),
    mend: Text(
      "Проверьте дату. Если {held} действительно был учебный день, поясните это.",
      "Check the date. If there were lessons on {held}, explain it."),
    basis: Basis(.order, Text("производственный календарь", "production calendar")),
    accepts: [
      .plain,
      .plain.with {
        $0.held = "2024-04-27"
        $0.now = "2024-04-27T15:00:00+08:00"
      },
    ],
    rejects: [
      .plain.with {
        $0.held = "2024-04-14"
        $0.now = "2024-04-15T10:00:00+08:00"
      },
      .plain.with {
        $0.held = "2024-05-09"
        $0.now = "2024-05-10T10:00:00+08:00"
      },
    ]
  ) { examination, reporter in
    for day in examination.testDays {
      guard let terms = day.trustedTerms, terms.isHeldOnDayOff else { continue }
      reporter.report(
        day.place,
        DeadlineWords.parameters(of: terms).merging(["weekday": .words(terms.held.weekday.words)]) { $1 },
        actual: Actual(raw: terms.held.description, type: "date"))
    }
  }
}

extension Weekday {
  /// The day's name.
  var words: Text {
    switch self {
    case .monday: Text("понедельник", "Monday")
    case .tuesday: Text("вторник", "Tuesday")
    case .wednesday: Text("среда", "Wednesday")
    case .thursday: Text("четверг", "Thursday")
    case .friday: Text("пятница", "Friday")
    case .saturday: Text("суббота", "Saturday")
    case .sunday: Text("воскресенье", "Sunday")
    }
  }
}
