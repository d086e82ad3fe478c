internal import SchoolCalendar
internal import Spreadsheet

/// Gathers what the rules look at: tables, work, criteria, record, day, terms; in this order, each from the ones before.
struct ExaminationBuilder {
  private let request: InspectionRequest
  private var result: Examination
  private var classMap: ClassMap

  init(_ request: InspectionRequest) {
    self.request = request
    classMap = request.classMap
    result = Examination(sources: request.sources, policy: request.policy)
    result.purpose = request.purpose
  }

  consuming func build() -> Examination {
    findTables()
    findDay()
    findWork()
    findCriteria()
    readRecord()
    findOtherWorks()
    result.hasClassMap = !classMap.isEmpty
    findTerms()
    return result
  }

  // MARK: Tables

  private mutating func findTables() {
    var rosterTables: [ProtocolTable] = []
    result.form = request.form
    for (index, source) in result.sources.enumerated() {
      guard let workbook = source.workbook else { continue }
      if source.role == .export {
        result.export = request.export
        if request.export?.results == nil { result.withoutTable.append(index) }
        continue
      }
      if source.role == .form, request.purpose == .reconciliation, request.form != nil {
        result.formSource = index
        result.tables += self.tables(of: workbook, source: index).filter(\.isProtocol)
        continue
      }
      if source.role == .form {
        result.formSource = index
        if request.form == nil { result.withoutTable.append(index) }
        continue
      }
      // A code list beside a protocol in the same workbook is no second protocol.
      let tables = tables(of: workbook, source: index).filter { source.role == .roster || $0.isProtocol }
      if tables.isEmpty { result.withoutTable.append(index) }
      if source.role == .roster { rosterTables += tables } else { result.tables += tables }
    }
    if result.sources.contains(where: { $0.role == .roster && $0.workbook != nil }) {
      result.roster = Roster(rosterTables)
    }
  }

  /// Every visible sheet with a protocol's header; our own sheet gives explanations, and a class map fills the map.
  private mutating func tables(of workbook: Workbook, source: Int) -> [ProtocolTable] {
    let isText = workbook.format == .csv || workbook.format == .tsv
    var tables: [ProtocolTable] = []
    for (index, sheet) in workbook.sheets.enumerated() where sheet.visibility == .visible {
      if let ours = ExplanationSheet(sheet, source: source, sheetIndex: index) {
        result.explained += ours.entries
        result.lostExplanations += ours.lost
        continue
      }
      let isRoster = result.sources[source].role == .roster
      let found = TableFinder.tables(
        in: sheet, source: source, sheetIndex: index, isText: isText, isRoster: isRoster)
      if found.isEmpty { classMap.read(sheet) }
      tables += found
    }
    return tables
  }

  // MARK: Day and work

  private mutating func findDay() {
    result.statedDay = request.held
    result.now = request.now
    result.held = request.held ?? result.tables.lazy.compactMap(\.title.held?.value).first
  }

  /// The work is told by `--criteria`, then by the form, then by a title block.
  private mutating func findWork() {
    if let name = request.unknownWork {
      result.wanted = WantedWork(title: name)
      return
    }
    let titles = result.tables.map(\.title)
    let subject = titles.lazy.compactMap(\.subject?.value).first
    let grade = titles.lazy.compactMap(\.grade?.value).first
    if let work = request.work {
      result.work = work
    } else if let form = result.form {
      result.work = work(
        season: form.name.season, grade: form.gradeOfCodes ?? form.name.grade ?? grade,
        subject: form.name.subject ?? subject, level: form.name.level)
    } else {
      let isAdvanced = titles.contains { $0.isAdvanced }
      let season = titles.lazy.compactMap(\.season?.value).first
      result.work = work(
        season: season, grade: grade, subject: subject, level: isAdvanced ? .advanced : .basic)
    }
  }

  private func work(season: Int?, grade: Int?, subject: String?, level: Work.Level) -> Work? {
    guard let grade, let subject else { return nil }
    let year = season ?? request.season(nil, result.held, grade)?.year
    return year.map { Work(season: $0, grade: grade, subject: subject, level: level) }
  }

  // MARK: Criteria

  private mutating func findCriteria() {
    // A name that means nothing is never passed over for something else that would do.
    if request.unknownWork != nil { return }
    let table = result.work.flatMap { request.table($0) }
    if let form = result.form {
      result.shipped = table
      result.criteria = form.criteria.completed(by: table)
      result.criteria?.work = result.work
      return
    }
    result.criteria = table
    if table == nil, request.purpose == .comparison, request.work == nil {
      // Two people's headers tell what they keyed; what a task may give is not asked here.
      result.criteria = Criteria(headersOf: result.tables)
    } else if table == nil, result.wanted == nil {
      result.wanted = WantedWork(title: result.work?.id ?? "")
    }
  }

  /// Asks for the tables of other works only where a table does not fit its own.
  private mutating func findOtherWorks() {
    let doubts = WorkDoubt.all(in: result)
    guard !doubts.isEmpty, let season = result.work?.season else { return }
    var grades = Set(doubts.compactMap(\.grade))
    if let grade = result.work?.grade { grades.insert(grade) }
    let works = grades.sorted().flatMap { grade in
      Subject.all.flatMap { subject in
        Work.Level.allCases.map { Work(season: season, grade: grade, subject: subject.code, level: $0) }
      }
    }
    result.otherWorks = works.filter { $0 != result.work }.compactMap { request.table($0) }
  }

  // MARK: Record

  private mutating func readRecord() {
    // The uploaded form is itself the transcription that is reconciled.
    let role: Source.Role = request.purpose == .reconciliation ? .form : .transcription
    guard let criteria = result.criteria, !result.tables(role).isEmpty else { return }
    var roles = result.sources.map(\.role)
    // The second transcription stands where scores do: both are held against the first one by code.
    if request.purpose == .comparison, roles.count > 1 { roles[1] = .scores }
    let record = RecordReader(criteria: criteria, tables: result.tables, classMap: classMap).read(
      roles: roles)
    result.record = record
    if request.purpose == .comparison, result.reasonNotToCompare == nil {
      result.keyings = KeyingComparison(record)
    }
    if request.purpose == .reconciliation { result.exported = ExportComparison(result) }
  }

  // MARK: Terms

  private mutating func findTerms() {
    let grade = result.work?.grade ?? result.form?.gradeOfCodes
    result.season = request.season(result.work?.season ?? result.form?.name.season, result.held, grade)
    guard let held = result.held else { return }
    let window = grade.flatMap { result.season?.window(grade: $0) } ?? result.season?.window(holding: held)
    do throws(TermsError) {
      result.terms = try request.policy.terms(
        held: held, window: window, calendar: request.calendar, zones: request.zones)
    } catch {
      result.termsProblem = Self.words(for: error)
    }
  }

  private static func words(for error: TermsError) -> Text {
    switch error {
    case .calendarGap(let gap):
      Text(
        "нет производственного календаря на \(gap.year) год",
        "there is no production calendar for \(gap.year)")
    case .zoneUnknown(let zone):
      Text("часовой пояс «\(zone)» неизвестен", "the time zone «\(zone)» is not known")
    }
  }
}

extension Criteria {
  /// The form's criteria with what only the table knows: the scale, and dependencies where the form states none.
  ///
  /// Only a table of the very same tasks and maxima completes a form; where they differ, the form stands alone.
  package func completed(by table: Criteria?) -> Criteria {
    guard let table, table.tasks.map(\.id) == tasks.map(\.id),
      table.tasks.map(\.maximum) == tasks.map(\.maximum)
    else {
      return self
    }
    var copy = self
    if scale.isEmpty { copy.scale = table.scale }
    if dependencies.isEmpty { copy.dependencies = table.dependencies }
    return copy
  }
}

extension ClassMap {
  /// Reads a sheet whose header has «Буква» and «Порядковый номер класса»; letters given on the command line stay.
  fileprivate mutating func read(_ sheet: Sheet) {
    for row in sheet.rows.prefix(20) {
      let meanings = sheet.cells[row.cells].map { (Int($0.column), HeaderMeaning(sheet.text(of: $0))) }
      guard let letter = meanings.first(where: { $0.1 == .classLetter })?.0,
        let number = meanings.first(where: { $0.1 == .schoolClass })?.0
      else { continue }
      for line in sheet.rows where line.number > row.number {
        guard let key = sheet.cell(at: CellReference(row: line.number, column: letter)) else { continue }
        let text = CellText(sheet.cell(at: CellReference(row: line.number, column: number)), in: sheet) { _ in
        }
        if case .whole(let value) = text { add(sheet.value(of: key).description, value) }
      }
      return
    }
  }
}
