internal import SchoolCalendar

extension Rule {
  static let outsideSeason = Rule(
    "DDL007", "outside-season", .error, .deadline,
    title: Text("День работы вне сроков ВПР", "The test day is outside the season"),
    message: Text(
      "День работы {held} — вне сроков ВПР {season} года: {window}.",
      "The test day {held} is outside the ВПР of {season}: {window}."),
    why: Text(
      "Работу пишут в сроки, назначенные приказом; от другого дня сроки проверки и загрузки не отсчитать.",
      "Tests are written in the days set by the order; no term can be counted from another day."),
    mend: Text(
      "Проверьте число, месяц и год: {held}. Проверьте и то, того ли сезона скачана форма.",
      "Check day, month and year of {held}, and that the form is of the right season."),
    basis: Basis(.order, Text("приказ о проведении ВПР и график сезона", "the season's order and schedule")),
    accepts: [
      .plain,
      .plain.with {
        $0.held = "2024-03-19"
        $0.now = "2024-03-20T10:00:00+08:00"
      },
      .plain.with {
        $0.held = "2024-05-17"
        $0.now = "2024-05-17T15:00:00+08:00"
      },
    ],
    rejects: [
      .plain.with {
        $0.held = "2024-03-18"
        $0.now = "2024-03-19T10:00:00+08:00"
      },
      .plain.with { $0.held = "2023-04-15" },
      .plain.with { $0.held = "2024-05-19" },
    ]
  ) { examination, reporter in
    guard let season = examination.season else { return }
    for day in examination.testDays where day.isOutsideSeason {
      let windows = day.windows.sorted { $0.from < $1.from }
      // Each grade has its own days: two windows without grades would look like two answers.
      let words = windows.map {
        windows.count > 1 ? DeadlineWords.windowOfGrades($0) : DeadlineWords.window($0)
      }
      reporter.report(
        day.place,
        [
          "held": DeadlineWords.day(day.held), "season": .number(season.year),
          "window": .words(
            Text(words.map(\.ru).joined(separator: ", "), words.map(\.en).joined(separator: ", "))),
        ],
        expected: Expectation("day", windows.map { "\($0.from)/\($0.to)" }),
        actual: Actual(raw: day.held.description, type: "date"))
    }
  }
}
