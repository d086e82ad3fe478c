import Assessment
import Registry
import SchoolCalendar
import Testing

@Suite struct `A registry` {
  let file: TemporaryRegistry
  let registry: DistrictRegistry

  init() throws {
    file = try TemporaryRegistry()
    registry = try file.open()
  }

  @Test func `keeps what was put down, also for the next program`() throws {
    let run = try registry.beginRun(at: moment(0))
    var one = result("edu380001", .written, findings: [finding("PLS001", "f1", .query)])
    one.held = CalendarDay(iso: "2025-04-15")
    one.participants = 24
    one.inputs = "abc"
    one.upload = WrittenForm(digest: "bb", path: "загрузка/форма.xlsx", isMade: false)
    try registry.record([one], run: run, at: moment(1))
    try registry.close()
    let again = try file.open()
    let record = try #require(try again.work(one.key))
    #expect(record.result == one)
    #expect(record.changed == moment(1))
    try again.close()
  }

  @Test func `tells the way of a work in order`() throws {
    try registry.replacePlan(schools: [], works: [PlannedWork(key("edu380001"))], at: moment(0))
    let run = try registry.beginRun(at: moment(1))
    try registry.record([result("edu380001", .errors)], run: run, at: moment(1))
    var ready = result("edu380001", .written, files: ["ab"])
    ready.upload = WrittenForm(digest: "bb", path: "форма.xlsx", isMade: false)
    try registry.record([ready], run: run, at: moment(2))
    try registry.markUploaded(ready.key, digest: "bb", at: moment(3))
    try registry.recordAnswer(ready.key, digest: "bb", isAccepted: true, words: "Обработан", at: moment(4))
    let history = try registry.history(ready.key)
    #expect(history.map(\.state) == [.missing, .errors, .written, .uploaded, .accepted])
    #expect(history.last?.note == "Обработан")
    let upload = try #require(try registry.uploads(digest: "bb").first)
    #expect(upload.uploaded == moment(3) && upload.answered == moment(4) && upload.isAccepted == true)
  }

  @Test func `keeps an accepted work accepted while its files are the same`() throws {
    let run = try registry.beginRun(at: moment(0))
    var ready = result("edu380001", .written)
    ready.upload = WrittenForm(digest: "bb", path: "форма.xlsx", isMade: false)
    try registry.record([ready], run: run, at: moment(0))
    try registry.recordAnswer(ready.key, digest: "bb", isAccepted: true, words: "", at: moment(1))
    try registry.record([ready], run: run, at: moment(2))
    #expect(try registry.work(ready.key)?.result.state == .accepted)
    try registry.record([result("edu380001", .errors, files: ["cc"])], run: run, at: moment(3))
    #expect(try registry.work(ready.key)?.result.state == .errors)
  }

  @Test func `makes one record of a file that came twice`() throws {
    let came = ReceivedFile(digest: "aa", kind: "transcription", size: 10, facts: "{}")
    try registry.record([came], at: moment(0))
    try registry.record([came, came], at: moment(9))
    let rows = try registry.health().rows.first { $0.table == "file" }
    #expect(rows?.count == 1)
    #expect(try registry.file("aa") == came)
    #expect(try registry.file("ab") == nil)
  }

  @Test func `tells what was fixed, what is new and what is unchanged`() throws {
    let first = try registry.beginRun(at: moment(0))
    try registry.record(
      [result("edu380001", .errors, findings: [finding("SCR004", "f1"), finding("SCR001", "f2")])],
      run: first,
      at: moment(0))
    try registry.endRun(first, at: moment(1))
    let second = try registry.beginRun(at: moment(2))
    try registry.record(
      [
        result(
          "edu380001", .errors, files: ["bb"],
          findings: [finding("SCR001", "f2"), finding("PRT006", "f3"), finding("DDL004", "f4", .info)])
      ], run: second, at: moment(2))
    #expect(try registry.lastRun(before: second) == first)
    let change = try #require(try registry.changes(since: first).first)
    #expect(change.fixed.map(\.code) == ["SCR004"])
    #expect(change.new.map(\.code) == ["PRT006"])
    #expect(change.unchanged.map(\.code) == ["SCR001"])
  }

  @Test func `takes a newer plan and keeps what came in`() throws {
    var early = PlannedWork(key("edu380001"))
    early.held = CalendarDay(iso: "2025-04-15")
    early.codes = 70001...70030
    let other = PlannedWork(key("edu380002"))
    try registry.replacePlan(
      schools: [RegisteredSchool(login: "edu380001", name: "СОШ № 1", district: "Район")],
      works: [early, other],
      at: moment(0))
    let run = try registry.beginRun(at: moment(1))
    try registry.record([result("edu380001", .errors)], run: run, at: moment(1))
    let later = PlannedWork(key("edu380003"))
    try registry.replacePlan(schools: [], works: [later], at: moment(2))
    var seen: [String: WorkState] = [:]
    try registry.forEachWork { seen[$0.result.key.school] = $0.result.state }
    #expect(seen == ["edu380001": .errors, "edu380003": .missing])
    #expect(try registry.plannedWorks() == [later])
    #expect(try registry.schools().first?.name == "СОШ № 1")
  }

  @Test func `keeps explanations and hops of the chain`() throws {
    let entry = Explanations.Entry(fingerprint: "f1", code: "PLS002", value: "5", text: "Класс коррекции")
    try registry.record([entry], of: key("edu380001"), at: moment(0))
    #expect(try registry.explanations(of: key("edu380001")).entries == [entry])
    var hop = CustodyHop(
      key("edu380001"), hop: 5, at: moment(1), giver: "школьный координатор", taker: "наблюдатель",
      what: "пакет",
      works: 24)
    hop.id = try registry.add(hop)
    #expect(try registry.custody(school: "edu380001", work: geography) == [hop])
    #expect(try registry.custody(school: "edu380002").isEmpty)
  }

  @Test func `is whole by its own look`() throws {
    let health = try registry.health()
    #expect(health.problems.isEmpty && health.version == 3)
  }

  @Test func `keeps the points of a work until something stands against it, or its school is forgotten`()
    throws
  {
    let run = try registry.beginRun(at: moment(0))
    var ready = result("edu380001", .ready)
    ready.results = #"{"codes":[70001]}"#
    try registry.record([ready], run: run, at: moment(0))
    #expect(try registry.results() == [StoredResults(key: ready.key, document: #"{"codes":[70001]}"#)])
    ready.results = #"{"codes":[70002]}"#
    try registry.record([ready], run: run, at: moment(1))
    #expect(try registry.results().map(\.document) == [#"{"codes":[70002]}"#])
    try registry.record([result("edu380001", .errors, files: ["cc"])], run: run, at: moment(2))
    #expect(try registry.results().isEmpty)
    try registry.record([ready], run: run, at: moment(3))
    _ = try registry.erase(school: "edu380001")
    #expect(try registry.results().isEmpty)
  }

  @Test func `keeps the points of a form that has left, whatever a later check of the same files says`()
    throws
  {
    let run = try registry.beginRun(at: moment(0))
    var ready = result("edu380001", .written)
    ready.results = "{}"
    ready.upload = WrittenForm(digest: "bb", path: "форма.xlsx", isMade: false)
    try registry.record([ready], run: run, at: moment(0))
    try registry.markUploaded(ready.key, digest: "bb", at: moment(1))
    try registry.record([result("edu380001", .unreadable)], run: run, at: moment(2))
    #expect(try registry.results().count == 1)
  }

  @Test func `gives a plan back as it was taken`() throws {
    var work = PlannedWork(key("edu380001"))
    work.classes = "А, Б"
    work.held = CalendarDay(iso: "2025-04-15")
    work.participants = 42
    work.codes = 70001...70042
    try registry.replacePlan(schools: [], works: [work], at: moment(0))
    #expect(try registry.plannedWorks() == [work])
  }

  @Test func `knows a run only when it was gone through to its end`() throws {
    let run = try registry.beginRun(at: moment(0))
    #expect(try !registry.hasRun(run))
    try registry.endRun(run, at: moment(1))
    #expect(try registry.hasRun(run) && !registry.hasRun(run + 1))
  }

  @Test func `tells what has changed since any earlier run`() throws {
    var runs: [Int] = []
    for (minute, codes) in [["SCR004", "SCR001"], ["SCR001"], ["SCR001", "SCR004"]].enumerated() {
      let run = try registry.beginRun(at: moment(minute))
      let findings = codes.map { finding($0, "f-\($0)") }
      try registry.record(
        [result("edu380001", .errors, files: ["\(minute)"], findings: findings)], run: run, at: moment(minute)
      )
      try registry.endRun(run, at: moment(minute))
      runs.append(run)
    }
    // It went and came again: to who saw the first run it was there all the time, to who saw the second it is new.
    let first = try #require(try registry.changes(since: runs[0]).first)
    #expect(first.fixed.isEmpty && Set((first.new + first.unchanged).map(\.code)) == ["SCR001", "SCR004"])
    let second = try #require(try registry.changes(since: runs[1]).first)
    #expect(second.new.map(\.code) == ["SCR004"] && second.unchanged.map(\.code) == ["SCR001"])
    #expect(try registry.changes(since: runs[2]).first?.new.isEmpty == true)
  }

  @Test func `lets a closed account in no more`() throws {
    try registry.invite(
      Invitation(role: .observer, school: nil, name: "Орлова"), digest: "i", until: moment(9), at: moment(0))
    let account = try #require(try registry.join(digest: "i", login: "orlova", password: "p", at: moment(1)))
    #expect(try registry.account(account.id) == account)
    #expect(try registry.join(digest: "i", login: "second", password: "p", at: moment(2)) == nil)
    try registry.close(account: account.id, at: moment(3))
    #expect(try registry.account(account.id) == nil && registry.account(login: "orlova") == nil)
    #expect(try registry.accounts().map(\.closed) == [moment(3)])
  }

  @Test func `has another mark after each change that people look at, and the same one after none`() throws {
    var marks = [try registry.changeMark()]
    func changed() throws { marks.append(try registry.changeMark()) }
    let run = try registry.beginRun(at: moment(0))
    try changed()
    var ready = result("edu380001", .written)
    ready.upload = WrittenForm(digest: "bb", path: "форма.xlsx", isMade: false)
    try registry.record([ready], run: run, at: moment(1))
    try changed()
    try registry.recordAnswer(ready.key, digest: "bb", isAccepted: true, words: "", at: moment(2))
    try changed()
    _ = try registry.add(
      CustodyHop(ready.key, hop: 1, at: moment(3), giver: "a", taker: "b", what: "пакет"))
    try changed()
    try registry.replacePlan(schools: [], works: [PlannedWork(ready.key)], at: moment(4))
    try changed()
    #expect(Set(marks).count == marks.count)
    try registry.record([ready], run: run, at: moment(5))
    _ = try registry.work(ready.key)
    #expect(try registry.changeMark() == marks.last)
  }
}
