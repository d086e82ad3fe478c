import Assessment
import Console
import District
import Glibc
import Registry
import Reports
import SchoolCalendar
import Spreadsheet

/// What a run leaves behind: packets for the schools, the overview in each form, the answer on stdout.
struct BulkSummary {
  let run: BulkRun
  let options: BulkOptions
  let outcome: BulkRun.Outcome
  let since: Int?
  /// Whether works that are not in this pile stand in the overview too: those of a registry do, for it is the district's
  /// memory; those of a folder's own memory do not.
  let keepsOthers: Bool

  /// Writes everything.
  ///
  /// - Returns: the exit codes of what was found.
  func write() throws -> [Exit] {
    let groups = Dictionary(outcome.pairing.groups.map { ($0.key, $0) }) { first, _ in first }
    let planned = Dictionary(
      try run.registry.plannedWorks().compactMap { work in work.held.map { (work.key, $0) } }
    ) { first, _ in first }
    let names = schoolNames(try run.registry.schools())
    let answers = Dictionary(try run.registry.uploads().map { ($0.key, $0.answer) }) { first, _ in first }
    let notes = SchoolNotes(outcome.pairing, outcome.strays)
    var book = DeadlineBook(run.regulations)
    var entries: [Overview.Entry] = []
    var codes: [Exit] = []
    try eachSchool { records in
      var works: [SchoolWork] = []
      for record in records where keepsOthers || groups[record.result.key] != nil {
        let key = record.result.key
        let terms = (record.result.held ?? planned[key]).flatMap { book.terms(of: key.work, held: $0) }
        entries.append(Overview.Entry(record, terms))
        works.append(SchoolWork(record, terms, answer: answers[key] ?? "") { outcome.names[$0] })
        codes += exits(record, terms)
      }
      // A letter about half of a school's works would be wrong about the other half.
      if let school = works.first?.key.school, outcome.unfinished?.isWhole(school) ?? true {
        try writePacket(works, school, names[school], notes[school])
      }
    }
    if outcome.strays.contains(where: { $0.finding?.severity == "fatal" }) { codes.append(.unreadable) }
    if outcome.strays.contains(where: { $0.finding != nil }) { codes.append(.findings) }
    let overview = Overview(
      entries, names: names, strays: outcome.strays, files: outcome.files,
      unfinished: outcome.unfinished, at: run.now, in: try? run.regulations.zone())
    try publish(overview, groups, planned)
    return codes
  }

  // MARK: Works

  /// The records of one school after another.
  private func eachSchool(_ take: ([WorkRecord]) throws -> Void) throws {
    var records: [WorkRecord] = []
    try run.registry.forEachWork { record in
      if let first = records.first, first.result.key.school != record.result.key.school {
        try take(records)
        records = []
      }
      records.append(record)
    }
    try take(records)
  }

  private func exits(_ record: WorkRecord, _ terms: Terms?) -> [Exit] {
    var codes: [Exit] = []
    for finding in record.result.findings {
      if finding.severity == .fatal {
        // Our own failure with one file is that file's.
        codes.append(.unreadable)
      } else if finding.severity >= options.outcome.failOn, !finding.isExplained {
        codes.append(.findings)
      }
    }
    if options.clock.enforceDeadline, record.result.state != .uploaded, record.result.state != .accepted,
      terms?.isOverdue(at: run.now) == true
    {
      codes.append(.deadlineMissed)
    }
    return codes
  }

  /// The schools as the registry knows them; the district, where a plan names none, is the folder above the school's.
  private func schoolNames(_ known: [RegisteredSchool]) -> [String: RegisteredSchool] {
    var districts: [String: String] = [:]
    for group in outcome.pairing.groups {
      for file in group.files {
        if let district = file.hints.district { districts[group.key.school] = district }
      }
    }
    return Dictionary(
      uniqueKeysWithValues: known.map { school in
        let district = school.district.isEmpty ? districts[school.login] ?? "" : school.district
        return (school.login, RegisteredSchool(login: school.login, name: school.name, district: district))
      })
  }

  // MARK: Writing

  private func writePacket(
    _ works: [SchoolWork], _ login: String, _ school: RegisteredSchool?, _ notes: [String]
  ) throws {
    guard let output = run.output else { return }
    let name = school.map { $0.name.isEmpty ? login : "\($0.name), \(login)" } ?? login
    let letter = SchoolLetter(works, school: name, at: run.now, notes: notes)
    try output.writePacket(letter.text, "Письмо.txt", of: login)
    try output.writePacket(PaperList(works, school: name).text, "Сверить с бумагой.txt", of: login)
  }

  private func publish(
    _ overview: Overview, _ groups: [WorkKey: WorkGroup], _ planned: [WorkKey: CalendarDay]
  ) throws {
    let language = options.common.lang
    let changes = try since.map { try run.registry.changes(since: $0) }
    let document = BulkDocument(
      overview: overview, status: outcome.isInterrupted ? "interrupted" : "complete", run: run.run,
      changes: changes)
    let text = OverviewText(overview, language).text + (changes.map { ChangesText($0, language).text } ?? "")
    if let output = run.output {
      try output.write(Array(text.utf8), "Сводка.txt")
      try output.write(Array(OverviewPage(overview, language).html.utf8), "Сводка.html")
      try output.write(try OverviewWorkbook(overview, language).bytes(), "Сводка.xlsx")
      try output.writePieces("Сводка.json") { put throws(Failure) in try write(document, groups, planned, put)
      }
    }
    switch options.common.format {
    case .text: Standard.out(text)
    case .json: try write(document, groups, planned) { Standard.write($0, to: STDOUT_FILENO) }
    }
  }

  private func write(
    _ document: BulkDocument, _ groups: [WorkKey: WorkGroup], _ planned: [WorkKey: CalendarDay],
    _ put: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try put(Array(document.head.utf8))
    var book = DeadlineBook(run.regulations)
    var isFirst = true
    var failure: Failure?
    do throws(RegistryError) {
      try run.registry.forEachWork { record in
        let key = record.result.key
        guard failure == nil, keepsOthers || groups[key] != nil else { return }
        let terms = (record.result.held ?? planned[key]).flatMap { book.terms(of: key.work, held: $0) }
        let line = BulkDocument.work(record, terms, at: run.now) { outcome.names[$0] }
        do throws(Failure) {
          try put(Array(((isFirst ? "\n" : ",\n") + line).utf8))
        } catch { failure = error }
        isFirst = false
      }
    } catch { throw Failure(error) }
    if let failure { throw failure }
    try put(Array(BulkDocument.tail.utf8))
  }
}
