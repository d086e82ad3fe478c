import Assessment
import District
import Registry
import SchoolCalendar
import Spreadsheet
import Testing

@Suite struct `The overview of a district` {
  private func entry(_ school: Int, _ state: WorkState, _ codes: [String: Int] = [:]) -> Overview.Entry {
    var result = WorkResult(
      WorkKey(school: "edu38000\(school)", work: Work(season: 2024, grade: 4, subject: "МА")), state)
    result.findings = codes.flatMap { code, count in
      (0..<count).map {
        StoredFinding(
          fingerprint: "\(code)\($0)", code: code, severity: .error, isFolded: false, isExplained: false,
          document: "{}")
      }
    }
    return Overview.Entry(WorkRecord(result: result, changed: Moment(secondsSince1970: 0)), nil)
  }

  private func overview(_ entries: [Overview.Entry], names: [String: RegisteredSchool] = [:]) -> Overview {
    Overview(entries, names: names, strays: [], files: 3, at: Moment(secondsSince1970: 1_713_240_000))
  }

  @Test func `says once what many schools have wrong, with its schools`() {
    let seen = overview(
      (1...4).map { entry($0, .errors, ["SCR004": 2]) } + [entry(5, .errors, ["PRT001": 1])])
    #expect(seen.common.map(\.code) == ["SCR004"])
    #expect(
      seen.common.first?.line(.ru) == "4 школы: балл больше максимума (SCR004, 8 замечаний)")
    #expect(OverviewText(seen, .ru).text.contains("edu380001, edu380002, edu380003, edu380004"))
  }

  @Test func `counts works by state with the right plurals`() {
    let text = OverviewText(overview([entry(1, .errors, ["SCR004": 1]), entry(2, .written)]), .ru).text
    #expect(text.contains("2 школы, 2 работы, не готово: 1 (есть ошибки — 1); сформировано — 1."))
  }

  @Test func `groups a region by district and leaves a district whole`() {
    let entries = [entry(1, .errors, ["SCR004": 1]), entry(2, .written), entry(3, .written)]
    #expect(overview(entries).groups.count == 1)
    let names = Dictionary(
      uniqueKeysWithValues: [("edu380001", "Север"), ("edu380002", "Юг"), ("edu380003", "Юг")].map {
        ($0.0, RegisteredSchool(login: $0.0, district: $0.1))
      })
    let region = overview(entries, names: names)
    #expect(region.groups.map(\.name) == ["Север", "Юг"])
    #expect(OverviewPage(region, .ru).html.contains("Север — не готово 1 из 1"))
  }

  @Test func `says of an interrupted run what it did not come to, in every form`() throws {
    let work = Work(season: 2024, grade: 4, subject: "МА")
    func overview(_ unfinished: Unfinished?) -> Overview {
      Overview(
        [entry(1, .written)], names: [:], strays: [], files: 3, unfinished: unfinished,
        at: Moment(secondsSince1970: 0))
    }
    let partial = overview(
      Unfinished(files: 0, works: (1...22).map { WorkKey(school: "edu3800\($0 + 10)", work: work) }))
    let words = "не проверено работ: 22 (edu380011 4-МА"
    #expect(OverviewText(partial, .ru).text.contains(words))
    #expect(OverviewPage(partial, .ru).html.contains(words))
    let book = try Workbook(reading: try OverviewWorkbook(partial, .ru).bytes())
    let first = try #require(book.sheets.first)
    #expect(
      first.rows.prefix(4).contains {
        first[CellReference(row: $0.number, column: 0)].description.contains(words)
      })
    #expect(OverviewText(partial, .ru).text.contains(" и ещё 2"))
    #expect(
      OverviewText(overview(Unfinished(files: 1, works: [])), .ru).text
        .contains("не просмотрено файлов: 1, чьи они"))
    #expect(!OverviewText(overview(nil), .ru).text.contains("прерван"))
  }

  @Test func `lets no text of people become markup`() {
    let names = ["edu380001": RegisteredSchool(login: "edu380001", name: "<script>alert(1)</script>")]
    let page = OverviewPage(overview([entry(1, .errors, ["SCR004": 1])], names: names), .ru).html
    #expect(!page.contains("<script") && page.contains("&lt;script"))
  }

  @Test func `is a workbook that reads back`() throws {
    let bytes = try OverviewWorkbook(overview([entry(1, .errors, ["SCR004": 1]), entry(2, .written)]), .ru)
      .bytes()
    let book = try Workbook(reading: bytes)
    #expect(book.sheets.map(\.name) == ["Матрица", "Работы", "Общее"])
  }
}

@Suite struct `A letter to a school` {
  @Test func `asks for what is missing and for nothing when all is ready`() throws {
    let key = WorkKey(school: "edu380001", work: Work(season: 2024, grade: 4, subject: "МА"))
    func letter(_ state: WorkState, _ findings: [StoredFinding]) -> String {
      var result = WorkResult(key, state)
      result.findings = findings
      let work = SchoolWork(WorkRecord(result: result, changed: Moment(secondsSince1970: 0)), nil) { _ in nil
      }
      return SchoolLetter([work], school: "СОШ № 1", at: Moment(secondsSince1970: 0)).text
    }
    #expect(letter(.written, []).isEmpty)
    let request = Inspector.inspect(
      [.notReceived("edu380001 4-МА")], files: [],
      under: InspectionRequest(sources: [], policy: DeadlinePolicy(id: "default", title: "")), school: nil)
    let finding = try #require(FindingDocument.all(of: request).first?.stored { _ in nil })
    #expect(finding.code == "PLN008")
    let text = letter(.missing, [finding])
    #expect(text.contains("Не поступили протоколы ВПР: 1 работа. Пришлите их, пожалуйста."))
    #expect(text.contains("1. Математика, 4 класс — не поступило."))
  }
}
