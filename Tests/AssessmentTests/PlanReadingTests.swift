import SchoolCalendar
import Spreadsheet
import Testing

@testable import Assessment

struct `A plan` {
  private func plan(_ sheets: String) throws -> Plan {
    let workbook = try Workbook(reading: ExampleWorkbook(plan: Example(plan: sheets).planSheets).bytes)
    return Plan(PlanTable.tables(of: workbook))
  }

  @Test
  func `is read whatever the order of its sheets and columns`() throws {
    let plan = try plan(
      """
      [График]
      | График проведения ВПР | | | | |
      | | | | | |
      | Эксперт | Дата проведения | Наблюдатель | Школа | Предмет | Параллель | Кол-во участников | Примечание |
      | Соколов П.И. | 15.04.2024 г. | Орлова В. П. | СОШ № 2 | Математика (углублённая) | 8 А, Б | 20 чел. | перенос |
      """)
    let work = try #require(plan.works.first)
    #expect(plan.works.count == 1)
    #expect(plan.school(work.school.value)?.login.value == "edu380002")
    #expect(work.grade.value == Plan.GradeEntry(grade: 8, letters: "АБ"))
    #expect(work.work(season: 2024) == Work(season: 2024, grade: 8, subject: "МА", level: .advanced))
    #expect(work.held.value == CalendarDay(iso: "2024-04-15"))
    #expect(work.held.place.cell?.cell == CellReference("B4"))
    #expect(work.participants.value == 20)
    #expect(plan.unknownColumns.isEmpty)
  }

  @Test
  func `leaves out a signature below the table and reads the rows behind a gap`() throws {
    let plan = try plan(
      """
      [Школы]
      | Логин | Название | Координатор |
      | edu380001 | СОШ № 1 | Котов Л. С. |
      | | | |
      | edu380002 | СОШ № 2 | Зайцева О. П. |
      | | | |
      | Начальник отдела ____________ | | |
      """)
    #expect(plan.schools.compactMap(\.login.value) == ["edu380001", "edu380002"])
    #expect(plan.schools.count == 2)
  }

  @Test(
    arguments: [
      ("Петрова Анна Ивановна", "Петрова А. И.", true), ("Петрова А.И.", "А. И. Петрова", true),
      ("Петрова Анна", "Петрова", true), ("Петрова Анна Ивановна", "Петрова Алла Ивановна", false),
      ("Петрова А. И.", "Петрова А. П.", false), ("Петрова А. И.", "Петров А. И.", false),
      ("Семёнова А. И.", "Семенова А.И.", true), ("", "", false),
    ])
  func `knows one person by name or initials`(first: String, second: String, isSame: Bool) {
    #expect(StaffName(first).isSame(as: StaffName(second)) == isSame)
    #expect(StaffName(second).isSame(as: StaffName(first)) == isSame)
  }

  @Test(
    arguments: [
      ("edu380001", "edu380001"), ("МКОУ СОШ № 1(edu380001)", "edu380001"), ("ЕDU380001", "edu380001"),
      ("edu38000", nil), ("edu3800011", nil), ("СОШ № 1", nil),
    ] as [(String, String?)])
  func `finds a school's login`(text: String, login: String?) {
    #expect(SchoolLogin(text)?.text == login)
  }
}

struct `The terms of a plan` {
  /// Every working day of the season 2024, one work each.
  private func inspection() throws -> Inspection {
    let seasons = try ExampleSeasons.shared.get()
    let first = try #require(CalendarDay(iso: "2024-03-19"))
    let last = try #require(CalendarDay(iso: "2024-05-17"))
    let days = try (first...last).filter { try !seasons.calendar.isDayOff($0, week: .five) }
    let rows = days.enumerated().map { number, day in
      "| edu380001 | 5\(Array("АБВГДЕЖЗ")[number % 8]) | \(Subject.titles[number / 8]) | \(day) | 5 | Орлова В. П. | |"
    }
    let header = "| Логин | Класс | Предмет | Дата | Участников | Наблюдатель | Эксперт |"
    #expect(days.count == 40)
    return try ExampleInspection(Example(plan: (["[График]", header] + rows).joined(separator: "\n")))
      .inspection
  }

  @Test
  func `collide on every date on which they must, the impossible ones first`() throws {
    let inspection = try inspection()
    let plan = try #require(inspection.examination.plan)
    let collisions = inspection.findings.filter { $0.code == "DDL005" }
    let days = collisions.compactMap { finding in
      plan.works.first { $0.held.place.cell == finding.place.cell }?.held.value?.description
    }
    // The district's own terms meet on 18 days; the season's end takes the day from one more, 15 May.
    #expect(days.count == 19)
    #expect(Set(days).isSuperset(of: ["2024-04-26", "2024-04-27", "2024-05-07", "2024-05-08"]))
    #expect(days.contains("2024-05-15"))
    // 16 and 17 May: the upload is due by the season's end, before the expert is.
    #expect(
      days.prefix(6) == ["2024-04-26", "2024-04-27", "2024-05-07", "2024-05-08", "2024-05-16", "2024-05-17"])
    #expect(days.dropFirst(6).elementsEqual(days.dropFirst(6).sorted()))
  }

  @Test
  func `tell a plan's findings apart when rows move`() throws {
    let prints = try inspection().findings.map(\.fingerprint)
    #expect(Set(prints).count == prints.count)
  }
}
