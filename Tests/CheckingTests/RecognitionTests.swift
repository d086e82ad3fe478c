import Assessment
import Checking
import SchoolCalendar
import Spreadsheet
import TestSupport
import Testing

@Suite struct `What a file is` {
  /// Every file of every clean job, in the role in which its job takes it.
  @Test(arguments: try FixtureJob.all("clean"))
  func `is told by its content`(fixture: FixtureJob) {
    for file in fixture.job.files {
      let seen = Recognition(file.bytes, name: file.name)
      #expect(seen.kind.role == file.role, "\(file.name): \(seen.kind), \(seen.why.en)")
      #expect(!seen.why.ru.isEmpty && !seen.why.en.isEmpty)
    }
  }

  @Test func `is a filled form once participants stand in it`() throws {
    let answer = try FixtureJob.named("a-xlsx").run()
    let filled = try answer.filled()
    let seen = Recognition(filled.bytes, name: "готово.xlsx")
    #expect(
      seen.kind == .filledForm
        && seen.form?.participants == answer.inspection.examination.record?.participants.count)
  }

  @Test(
    arguments: [
      ("Школа;Предмет;Класс;Дата проведения;Наблюдатель\nСОШ 1;МА;4;15.04.2024;Образец О. О.\n", .plan),
      ("Отпечаток;Код;Пояснение\n0123456789abcdef;PLS001;проверено\n", .findings),
      ("Тяжесть;Код;Пояснение;Отпечаток\nОшибка;SCR004;;0123456789abcdef\n", .findings),
      ("Код;ФИО\n40001;Образец О. О.\n", .roster), ("Код\n40001\n", .roster),
      ("Код;Вариант;1;2\n40001;1;0;1\n", .scores), ("Код;Эксперт;1;2;Класс\n40001;1;0;1;1\n", .scores),
      ("Код;Вариант;Класс;Пол;Отметка\n40001;1;1;м;4\n", .transcription),
      ("a;b\n1;2\n", .other), ("", .unreadable), ("%PDF-1.7", .unreadable),
    ] as [(String, Recognition.Kind)])
  func `is told by the header of a table`(text: String, kind: Recognition.Kind) {
    #expect(Recognition(Array(text.utf8), name: "файл.csv").kind == kind)
  }

  @Test func `comes with what the title block says of school and work`() throws {
    let text = """
      Логин ОО: EDU000001
      Предмет: Математика
      Класс: 4
      Дата: 15.04.2024
      ВПР 2024

      Код;Вар.;1;Класс
      40001;1;0;1

      """
    let sheet = try #require(Recognition(Array(text.utf8), name: "4.csv").sheets.first)
    #expect(sheet.login == "edu000001" && sheet.subject == "МА" && sheet.grade == 4)
    #expect(sheet.season == 2024 && sheet.held?.description == "2024-04-15" && sheet.participants == 1)
  }
}

@Suite struct `A corrected file` {
  @Test func `shows a number that is put into a cell of dates as a number`() throws {
    var book = try WorkbookWriter()
    let day = book.style(CellStyle().with { $0.numberFormat = "dd.mm.yyyy" })
    try book.sheet("Лист") { sheet throws(SpreadsheetError) in
      try sheet.number(45_323, at: CellReference(row: 0, column: 1), day)
    }
    let bytes = try book.bytes()
    let cell = CellReference(row: 0, column: 1)
    let before = try Workbook(reading: bytes).sheets[0][cell]
    guard case .date = before else {
      Issue.record("not a date: \(before)")
      return
    }
    let corrected = try #require(try CorrectedFile(bytes, sheet: 0, cell: "B1", value: "2"))
    #expect(try Workbook(reading: corrected.bytes).sheets[0][cell] == .number(2))
    #expect(corrected.before == "2024-02-01")
  }
}
