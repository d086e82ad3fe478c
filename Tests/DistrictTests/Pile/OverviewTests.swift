import Assessment
import Checking
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

  /// A work seen so many seconds after its term.
  private func formed(_ school: Int, _ state: WorkState, at now: Int) throws -> Overview {
    var book = DeadlineBook(try Regulations())
    let work = Work(season: 2024, grade: 4, subject: "МА")
    let day = try #require(CalendarDay(iso: "2024-04-15"))
    let known = book.terms(of: work, held: day)
    let terms = try #require(known)
    let result = WorkResult(WorkKey(school: "edu38000\(school)", work: work), state)
    return Overview(
      [Overview.Entry(WorkRecord(result: result, changed: Moment(secondsSince1970: 0)), terms)], names: [:],
      strays: [], files: 1, at: Moment(secondsSince1970: terms.deadline.secondsSince1970 + now))
  }

  @Test func `tells of a formed work whose term is over in every form, and of none that was uploaded`() throws
  {
    let late = try formed(1, .written, at: 3 * 86_400)
    #expect(late.late == 1 && late.urgent.count == 1)
    let text = OverviewText(late, .ru).text
    #expect(
      text.contains("не готово: 0; сформировано — 1. Форма готова, срок вышел, а загрузка не отмечена: 1."))
    #expect(text.contains("edu380001  ✓ просрочено"))
    #expect(text.contains("Не готово или просрочено") && text.contains("сформировано, просрочено"))
    let page = OverviewPage(late, .ru).html
    #expect(page.contains("class=\"written overdue\"") && page.contains("<small>−3 д</small>"))
    let book = try Workbook(reading: try OverviewWorkbook(late, .ru).bytes())
    let cells = book.sheets.flatMap { sheet in sheet.cells.map { sheet.text(of: $0) } }
    #expect(cells.contains("✓, −3 д") && cells.contains("сформировано, просрочено"))
    let uploaded = try formed(1, .uploaded, at: 3 * 86_400)
    #expect(
      uploaded.late == 0 && uploaded.urgent.isEmpty && !OverviewText(uploaded, .ru).text.contains("просроч"))
    // In time it is not urgent, and its hours are told.
    let early = try formed(1, .written, at: -3600 * 5)
    #expect(early.urgent.isEmpty && OverviewPage(early, .ru).html.contains("<small>5 ч</small>"))
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

  private static let key = WorkKey(school: "edu380001", work: Work(season: 2024, grade: 4, subject: "МА"))

  private func work(_ state: WorkState, answer: String = "") -> SchoolWork {
    let request = InspectionRequest(sources: [], policy: DeadlinePolicy(id: "default", title: ""))
    let missing = Inspector.inspect(
      [.notReceived("edu380001 4-МА")], files: [], under: request, school: nil)
    var result = WorkResult(Self.key, state)
    if state == .missing {
      result.findings = FindingDocument.all(of: missing).compactMap { $0.stored { _ in nil } }
    }
    return SchoolWork(
      WorkRecord(result: result, changed: Moment(secondsSince1970: 0)), nil, answer: answer
    ) { _ in nil }
  }

  private func letter(_ work: SchoolWork, notes: [String] = [], hasCopies: Bool = true) -> String {
    SchoolLetter(
      [work], school: "СОШ № 1", at: Moment(secondsSince1970: 0), notes: notes, hasCopies: hasCopies
    ).text
  }

  @Test func `tells what the system answered to a rejected form, and what to do`() {
    let text = letter(work(.rejected, answer: "нет кода 40007"))
    #expect(text.contains("ФИС ОКО отклонила 1 форму ВПР. Ниже — что нужно сделать"))
    #expect(text.contains("Ответ системы: «нет кода 40007»") && text.contains("мы составим форму заново"))
    #expect(!text.contains("составить нельзя"))
  }

  @Test func `tells of copies only where they go along`() {
    #expect(!letter(work(.rejected), hasCopies: false).contains("Копии"))
  }

  @Test func `tells of what came under another login and of what could not be read`() throws {
    func file(_ path: String, _ kind: FileFacts.Kind, login: String? = nil) -> PileFile {
      let facts = FileFacts(
        kind, login: login, subject: "МА", grade: 4, season: 2024, held: nil, codes: [40001], rows: path)
      return PileFile(path: path, location: path, digest: path, size: 1, facts: facts)
    }
    let pairing = Pairing(
      [file("edu380001/7А.xlsx", .transcription, login: "edu380002")], plan: nil, today: CalendarDay.last,
      hasTable: { _ in true })
    let stray = StrayNote(
      path: "edu380001.zip/ещё.zip/и ещё.zip", reason: Text("архив в архиве", "nested"), finding: nil)
    let notes = SchoolNotes(pairing, [stray])
    #expect(notes["edu380002"].isEmpty && notes["edu380001"].count == 2)
    #expect(
      notes["edu380001"].first?.contains("«7А.xlsx» лежит в вашей папке, но в нём указана школа edu380002")
        == true)
    #expect(notes["edu380001"].last == "Файл «и ещё.zip» не взят: архив в архиве.")
    let text = letter(work(.missing), notes: notes["edu380001"])
    #expect(text.contains("Файлы от вас пришли") && !text.contains("Не поступили протоколы"))
    #expect(text.contains("   • Файл «и ещё.zip» не взят"))
  }
}
