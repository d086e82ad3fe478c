import Assessment
import Checking
import District
import Registry
import SchoolCalendar
import Testing

@Suite struct `Pairing the files of a pile` {
  private let geography = Work(season: 2025, grade: 7, subject: "ГГ")
  private let today = CalendarDay(iso: "2025-05-10") ?? CalendarDay.last

  private func pair(_ files: [PileFile], plan: DistrictPlan? = nil) -> Pairing {
    Pairing(files, plan: plan, today: today, hasTable: { _ in true })
  }

  private func file(
    _ path: String, _ kind: FileFacts.Kind = .transcription, login: String? = nil, subject: String? = "ГГ",
    grade: Int? = 7, codes: [Int] = [], rows: String? = nil, digest: String? = nil, isAnnotated: Bool = false
  ) -> PileFile {
    let facts = FileFacts(
      kind, login: login, subject: subject, grade: grade, season: 2025, held: nil, codes: codes,
      rows: rows ?? path, isAnnotated: isAnnotated)
    return PileFile(path: path, location: path, digest: digest ?? path, size: 1, facts: facts)
  }

  @Test func `brings transcription, scores and form of one work together`() throws {
    let pairing = pair([
      file("edu380001/баллы.xlsx", .scores, codes: [70001]), file("edu380001/протокол.xlsx", codes: [70001]),
      file("edu380001/форма.xlsx", .form),
    ])
    let group = try #require(pairing.groups.first)
    #expect(pairing.groups.count == 1 && group.key == WorkKey(school: "edu380001", work: geography))
    #expect(group.members.map(\.role) == [.transcription, .scores, .form])
    #expect(group.crossings.isEmpty && group.criteria == nil)
  }

  @Test func `takes transcriptions with other codes for classes`() throws {
    let group = try #require(
      pair([file("edu380001/7А.xlsx", codes: [70001]), file("edu380001/7Б.xlsx", codes: [70002])]).groups
        .first)
    #expect(group.members.count == 2 && group.aside.isEmpty && group.crossings.isEmpty)
  }

  @Test func `puts a second version aside and names the codes`() throws {
    let group = try #require(
      pair([file("edu380001/а.xlsx", codes: [70001, 70002]), file("edu380001/б.xlsx", codes: [70002])]).groups
        .first)
    #expect(group.members.count == 1 && group.aside.map(\.name) == ["б.xlsx"])
    #expect(group.crossings == [.codesInTwoFiles(source: 1, other: 0, codes: [70002])])
  }

  @Test func `counts the same file twice once`() {
    let group = pair([
      file("edu380001/а.xlsx", codes: [70001], digest: "1"),
      file("edu380001/копия.xlsx", codes: [70001], digest: "1"),
    ]).groups.first
    #expect(group?.members.count == 1 && group?.crossings == [])
  }

  @Test func `takes the marked copy in place of the file whose rows it holds`() {
    let group = pair([
      file("edu380001/7А с пометками.xlsx", codes: [70001], rows: "r", isAnnotated: true),
      file("edu380001/7А.xlsx", codes: [70001], rows: "r"),
    ]).groups.first
    #expect(group?.members.map(\.file.name) == ["7А с пометками.xlsx"])
    #expect(group?.crossings == [] && group?.aside == [])
  }

  // MARK: Explanations

  private func explaining(_ path: String, grade: Int? = nil) -> PileFile {
    var file = file(path, .findings, subject: nil, grade: grade, rows: "e")
    file.explanations = [
      Explanations.Entry(fingerprint: "0123456789abcdef", code: "PLS001", value: nil, text: "сверено")
    ]
    return file
  }

  @Test func `gives explanations to every work of the school, or to the one that their name tells`() {
    let works = [
      file("edu380001/7-ГГ.xlsx"), file("edu380001/7-БИ.xlsx", subject: "БИ"), file("edu380002/7-ГГ.xlsx"),
    ]
    let all = pair(works + [explaining("edu380001/пояснения.csv")])
    #expect(all.groups.map(\.explanations.count) == [1, 1, 0] && all.strays.isEmpty)
    #expect(all.groups[0].explanations[0].isOfSeveralWorks)
    let one = pair(works + [explaining("edu380001/7 класс география пояснения 2025.csv")])
    let told = one.groups.filter { !$0.explanations.isEmpty }
    #expect(told.map(\.key.work.subject) == ["ГГ"] && told.map(\.key.school) == ["edu380001"])
    #expect(told.first?.explanations.first?.isOfSeveralWorks == false)
  }

  @Test func `puts explanations of nobody aside, and those of a school that sent nothing else`() {
    let strays = pair([
      file("edu380001/7-ГГ.xlsx"), explaining("пояснения.csv"), explaining("edu380002/пояснения.csv"),
    ]).strays
    #expect(strays.map(\.crossings.count) == [1, 0])
    #expect(strays.last?.reason.ru == "пояснения, а протоколов этой школы здесь нет")
  }

  @Test func `takes folders for schools where it does not matter whose files are`() {
    let files = [file("первая/протокол.xlsx"), file("вторая/протокол.xlsx", codes: [70002])]
    let pairing = Pairing(
      files, plan: nil, today: today, takesFoldersForSchools: true, hasTable: { _ in true })
    #expect(pairing.groups.map(\.key.school) == ["вторая", "первая"] && pairing.strays.isEmpty)
  }

  @Test func `sees the same rows under two schools`() {
    let groups = pair([file("edu380001/а.xlsx", rows: "r"), file("edu380002/а.xlsx", rows: "r")]).groups
    #expect(
      groups.map(\.crossings) == [
        [.sameContent(source: 0, other: "edu380002, 7-ГГ")],
        [.sameContent(source: 0, other: "edu380001, 7-ГГ")],
      ])
  }

  @Test func `puts the content before the folder, and says that they differ`() {
    let group = pair([file("edu380002/а.xlsx", login: "edu380001")]).groups.first
    #expect(group?.key.school == "edu380001")
    #expect(group?.crossings == [.otherSchool(source: 0, named: "edu380001", folder: "edu380002")])
  }

  @Test func `leaves a file without an owner aside and says what is missing`() throws {
    let stray = try #require(pair([file("протокол.xlsx", subject: nil)]).strays.first)
    #expect(stray.reason.ru == "не сказано: школа, предмет")
    #expect(stray.crossings.count == 1)
  }

  @Test func `gives a form without a school to every school that has none`() {
    let groups = pair([
      file("edu380001/а.xlsx"), file("edu380002/а.xlsx"), file("edu380002/форма.xlsx", .form),
      file("Формы/форма.xlsx", .form),
    ]).groups
    #expect(
      groups.map { $0.members.last?.file.path } == ["Формы/форма.xlsx", "edu380002/форма.xlsx"])
  }

  @Test func `asks the plan where the file says nothing`() throws {
    let key = WorkKey(school: "edu380001", work: geography)
    let plan = DistrictPlan(schools: [], works: [PlannedWork(key)])
    let group = try #require(pair([file("а.xlsx", subject: nil, grade: nil)], plan: plan).groups.first)
    #expect(group.key == key && group.isReceived)
  }

  @Test func `misses what was planned for yesterday and not what is planned for tomorrow`() {
    var late = PlannedWork(WorkKey(school: "edu380001", work: geography))
    late.held = today.adding(days: -1)
    var early = PlannedWork(WorkKey(school: "edu380002", work: geography))
    early.held = today.adding(days: 1)
    let groups = pair([], plan: DistrictPlan(schools: [], works: [late, early])).groups
    #expect(groups.map(\.crossings) == [[.notReceived("edu380001 7-ГГ")], []])
  }

  @Test func `says what was not planned`() {
    let plan = DistrictPlan(
      schools: [], works: [PlannedWork(WorkKey(school: "edu380001", work: geography))])
    let groups = pair([file("edu380001/а.xlsx"), file("edu380001/б.xlsx", subject: "БИ")], plan: plan).groups
    #expect(groups.map(\.crossings) == [[.notPlanned("edu380001 7-БИ")], []])
  }

  // MARK: Against the plan

  private func planned(
    _ school: Int, _ codes: ClosedRange<Int>?, participants: Int? = nil, classes: String = ""
  ) -> PlannedWork {
    var work = PlannedWork(WorkKey(school: "edu38000\(school)", work: geography))
    work.codes = codes
    work.participants = participants
    work.classes = classes
    return work
  }

  @Test func `finds codes that the plan gave to another school, and names it`() {
    let plan = DistrictPlan(
      schools: [RegisteredSchool(login: "edu380002", name: "СОШ № 2")],
      works: [planned(1, 70001...70050, participants: 1), planned(2, 70051...70100)])
    func crossings(_ codes: [Int]) -> [Crossing]? {
      pair([file("edu380001/7А.xlsx", codes: codes)], plan: plan).groups.first?.crossings
    }
    #expect(crossings([70050]) == [])
    #expect(
      crossings([70051, 70052]) == [
        .codesNotPlanned(
          source: 0, codes: [70051, 70052], planned: [70001...70050], owner: "edu380002 (СОШ № 2)")
      ])
    // One that is off and of nobody.
    #expect(
      crossings([70001, 70900]) == [
        .codesNotPlanned(source: 0, codes: [70900], planned: [70001...70050], owner: nil)
      ])
    // What no participant of the grade can have is PRT003's.
    #expect(
      crossings([70001, 80001])?.contains { if case .codesNotPlanned = $0 { true } else { false } } == false)
  }

  @Test
  func
    `takes the codes of classes that are planned one by one together, and says nothing where some are open`()
  {
    let classes = [planned(1, 70001...70010, classes: "А"), planned(1, 70041...70050, classes: "Б")]
    let file = file("edu380001/7.xlsx", codes: [70001, 70045])
    #expect(pair([file], plan: DistrictPlan(schools: [], works: classes)).groups.first?.crossings == [])
    let open = DistrictPlan(schools: [], works: [classes[1], planned(1, nil)])
    #expect(pair([file], plan: open).groups.first?.crossings == [])
  }

  @Test func `asks when fewer have come than were planned`() {
    let plan = DistrictPlan(
      schools: [],
      works: [planned(1, 70001...70010, participants: 2), planned(1, 70011...70020, participants: 1)])
    func crossings(_ codes: [Int]) -> [Crossing]? {
      pair([file("edu380001/7.xlsx", codes: codes)], plan: plan).groups.first?.crossings
    }
    #expect(crossings([70001, 70002, 70011]) == [])
    #expect(crossings([70001, 70002, 70003, 70011]) == [])
    #expect(
      crossings([70001, 70002]) == [.participantsNotAsPlanned(2, planned: 3, "edu380001 7-ГГ")])
  }

  // MARK: The same bytes

  @Test func `tells of the same bytes under two works`() {
    let groups = pair([
      file("edu380001/география.xlsx", subject: nil, rows: "r", digest: "1"),
      file("edu380001/биология.xlsx", subject: nil, rows: "r", digest: "1"),
    ]).groups
    #expect(groups.map(\.key.work.subject) == ["БИ", "ГГ"])
    #expect(
      groups.map(\.crossings) == [
        [.sameContent(source: 0, other: "edu380001, 7-ГГ")],
        [.sameContent(source: 0, other: "edu380001, 7-БИ")],
      ])
  }

  @Test func `puts a copy aside whose name tells another subject than its title`() throws {
    let pairing = pair([
      file("edu380001/география.xlsx", digest: "1"), file("edu380001/биология.xlsx", digest: "1"),
    ])
    #expect(pairing.groups.count == 1 && pairing.groups.first?.members.count == 1)
    let stray = try #require(pairing.strays.first)
    #expect(stray.file.name == "биология.xlsx" && stray.reason.ru.hasPrefix("копия другого файла (7-ГГ)"))
  }

  @Test func `takes a surname of two letters for a subject only where the plan has it`() {
    let file = file("edu380001/ЛИ ЯН.xlsx", subject: nil)
    #expect(pair([file]).groups.map(\.key.work.subject) == ["ЛИ"])
    let plan = DistrictPlan(schools: [], works: [planned(1, nil)])
    #expect(pair([file], plan: plan).groups.map(\.key.work.subject) == ["ГГ"])
  }

  // MARK: Whose it is

  @Test func `knows a school by its name in the title, as people write it`() throws {
    let plan = DistrictPlan(
      schools: [
        RegisteredSchool(login: "edu380001", name: "МКОУ «СОШ № 1»"),
        RegisteredSchool(
          login: "edu380002",
          name:
            "Муниципальное казённое общеобразовательное учреждение «Средняя общеобразовательная школа № 8»"),
      ], works: [planned(1, nil), planned(2, nil)])
    for name in ["МКОУ «СОШ № 8»", "СОШ №8", "МКОУ \"СОШ №8\"", "сош8"] {
      var facts = file("протокол.xlsx").facts
      facts.school = SchoolName.key(name)
      let file = PileFile(path: "протокол.xlsx", location: "", digest: "1", size: 1, facts: facts)
      #expect(
        pair([file], plan: plan).groups.first(where: \.isReceived)?.key.school == "edu380002", "\(name)")
    }
    #expect(SchoolName.key("СОШ № 8") != SchoolName.key("СОШ № 18"))
    #expect(SchoolName.key("МКОУ") == nil && SchoolName.key("8") == nil)
  }

  @Test func `knows a school by its codes, where the plan gave them to no other`() {
    let file = file("протокол.xlsx", codes: [70060, 70061])
    let plan = DistrictPlan(schools: [], works: [planned(1, 70001...70050), planned(2, 70051...70100)])
    #expect(pair([file], plan: plan).groups.first(where: \.isReceived)?.key.school == "edu380002")
    let same = DistrictPlan(schools: [], works: [planned(1, 70001...70100), planned(2, 70001...70100)])
    #expect(pair([file], plan: same).strays.count == 1)
  }
}
