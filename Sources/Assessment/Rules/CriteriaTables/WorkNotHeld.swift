internal import SchoolCalendar

extension Rule {
  static let workNotHeld = Rule(
    "CRT005", "work-not-held", .error, .table,
    title: Text("Такой работы в сезоне не было", "The season did not hold this work"),
    message: Text(
      "В {season} году ВПР по предмету «{subject}» в {grade} классе не проводилась.",
      "In {season} there was no ВПР in «{subject}» for grade {grade}."),
    why: Text(
      "Результаты работы, которой нет в расписании сезона, система не примет.",
      "The system does not take results of a work that is not in the season's schedule."),
    mend: Text(
      "Проверьте предмет, класс и год: в форме, в надписях над таблицей, в параметре --criteria.",
      "Check subject, grade and year: in the form, in the title above the table, in --criteria."),
    basis: Basis(
      .order, Text("расписание ВПР сезона", "the season's schedule of the ВПР"), confidence: "medium"),
    accepts: [.plain],
    rejects: [notHeld("АЯ", "↓Предмет: Английский язык"), notHeld("НЯ", "↓Предмет: Немецкий язык")]
  ) { examination, reporter in
    // Without criteria CRT004 says it.
    guard examination.criteria != nil, let work = examination.work, examination.isNotHeld(work) else {
      return
    }
    let title = examination.tables.first { $0.title.subject?.value == work.subject }
    var place = Place(source: examination.formSource)
    if examination.form == nil, let title, let subject = title.title.subject {
      place = Place(cell: CellLocation(source: title.source, sheet: title.sheetIndex, cell: subject.cell))
    }
    reporter.report(
      place,
      [
        "season": .text(String(work.season)), "subject": .text(Subject.title(work.subject)),
        "grade": .text(String(work.grade)),
      ],
      actual: Actual(raw: work.id, type: "text"))
  }

  private static func notHeld(_ code: String, _ subject: String) -> Example {
    Example(
      """
      | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
      | 70001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
      """
    ).with {
      $0.criteria = .unknown
      $0.shipped = .other(Work(season: 2024, grade: 7, subject: code))
      $0.title = [subject, "Класс: 7"]
    }
  }
}

extension Examination {
  /// Whether the season is known not to hold a work.
  func isNotHeld(_ work: Work) -> Bool {
    guard let season, season.year == work.season else { return false }
    return !season.holds(grade: work.grade, subject: work.subject)
  }
}
