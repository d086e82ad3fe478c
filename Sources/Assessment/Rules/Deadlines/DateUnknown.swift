internal import SchoolCalendar

extension Rule {
  static let dateUnknown = Rule(
    "DDL008", "date-unknown", .warning, .deadline,
    title: Text("Сроки не проверены", "The terms were not checked"),
    message: Text("Сроки не проверены: {reason}.", "The terms were not checked: {reason}."),
    why: Text(
      "Сроки проверки и загрузки считаются от дня работы по производственному календарю.",
      "The terms of marking and upload are counted from the test day by the production calendar."),
    mend: Text(
      "Впишите над таблицей строку «Дата проведения: 15.04.2024» со своей датой или укажите день проведения при проверке."
        + " Если дата есть, сообщите о замечании муниципальному координатору.",
      "Write a line «Дата проведения: 15.04.2024» with your date above the table, or give the day of the test with the check."
        + " If the date is there, tell the municipal coordinator."),
    basis: .procedure("12.1"),
    accepts: [
      .plain,
      .plain.with {
        $0.held = nil
        $0.title = ["Дата проведения: 15.04.2024"]
      },
    ],
    rejects: [
      .plain.with { $0.held = nil },
      .plain.with {
        $0.held = nil
        $0.title = ["Протокол проверки ВПР", "Дата проведения: в апреле"]
      },
    ]
  ) { examination, reporter in
    // Without a table the title block was not read either; that is said already.
    guard !examination.tables.isEmpty, !examination.isHeldOutsideSeason else { return }
    if examination.held == nil {
      reporter.report(Place(), ["reason": .words(Text("день работы не указан", "no test day was given"))])
    } else if let problem = examination.termsProblem {
      reporter.report(examination.placeOfDay, ["reason": .words(problem)])
    }
  }
}
