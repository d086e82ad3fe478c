public import Assessment
internal import Checking
internal import Registry
public import SchoolCalendar
internal import Spreadsheet

/// Brings the files of a pile together: school, work and class by content, then by name, then by the plan.
///
/// Transcription, scores and form of one work are a group. Transcriptions with disjoint codes are its classes; one whose
/// codes stand in an earlier file is put aside (XCK008).
public struct Pairing {
  /// The groups by school and work; planned works of which nothing has come are there without files.
  public internal(set) var groups: [WorkGroup] = []
  /// Files of no work.
  public internal(set) var strays: [StrayFile] = []

  let plan: DistrictPlan?
  private let today: CalendarDay
  private let takesFoldersForSchools: Bool
  private let hasTable: (Work) -> Bool
  private(set) var byKey: [WorkKey: Int] = [:]
  /// Forms that name no school: for every school that has none of its own.
  private var sharedForms: [Work: PileFile] = [:]
  private var season: Int?
  /// Bytes that are known, with their school and their work.
  private var taken: Set<[String]> = []
  /// Lists of explanations, until all works are known.
  private var explaining: [PileFile] = []

  /// Pairs the files of a pile.
  ///
  /// - Parameters:
  ///   - files: in the order of their paths.
  ///   - plan: what is to come, if a plan was given.
  ///   - today: the day in the district's zone: what is planned for a later day is not missed.
  ///   - takesFoldersForSchools: whether files that name no school belong to the folder in which they lie.
  ///   - hasTable: whether a table of criteria is shipped for a work.
  public init(
    _ files: [PileFile], plan: DistrictPlan?, today: CalendarDay, takesFoldersForSchools: Bool = false,
    hasTable: @escaping (Work) -> Bool
  ) {
    self.plan = plan
    self.today = today
    self.takesFoldersForSchools = takesFoldersForSchools
    self.hasTable = hasTable
    season = plan?.season ?? Self.commonSeason(files)
    for file in files { take(file) }
    for file in explaining { explain(file) }
    for index in groups.indices { settle(index) }
    addPlanned()
    compareContents()
    groups.sort { $0.key < $1.key }
  }

  /// The season that most files name.
  private static func commonSeason(_ files: [PileFile]) -> Int? {
    var counts: [Int: Int] = [:]
    for file in files {
      if let season = file.facts.season ?? file.facts.held?.year ?? file.hints.season {
        counts[season, default: 0] += 1
      }
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  // MARK: Whose it is

  private mutating func take(_ file: PileFile) {
    guard file.explanations.isEmpty else {
      if isNew(file, for: nil) { explaining.append(file) }
      return
    }
    guard let role = role(of: file) else {
      if isNew(file, for: nil) {
        strays.append(StrayFile(file: file, reason: Self.reason(for: file), crossings: []))
      }
      return
    }
    let school = school(of: file)
    let work = work(of: file, school)
    guard isNew(file, for: work) else {
      if let work, let subject = file.hints.subject, subject != work.subject {
        strays.append(StrayFile(file: file, reason: Self.isCopy(of: work), crossings: []))
      }
      return
    }
    if role == .form, school == nil, let work {
      sharedForms[work] = sharedForms[work] ?? file
      return
    }
    guard let school, let work else {
      // A stranger's file that cannot be read is a stranger's file; one that can be read has an owner.
      let missing = missing(of: file, school, work)
      strays.append(
        StrayFile(
          file: file, reason: Text("не сказано: \(missing.ru)", "it does not tell: \(missing.en)"),
          crossings: [.ownerUnknown(source: 0, missing: missing)]))
      return
    }
    let key = WorkKey(school: school, work: work)
    let index = group(key)
    groups[index].members.append(WorkGroup.Member(file: file, role: role))
  }

  /// The same bytes twice for one work of one school are one file; for two works they are two, and both are told (XCK007).
  private mutating func isNew(_ file: PileFile, for work: Work?) -> Bool {
    taken.insert([file.digest, file.facts.login ?? file.hints.login ?? "", work?.id ?? ""]).inserted
  }

  /// A copy whose name speaks of another work: somebody has sent the wrong file.
  private static func isCopy(of work: Work) -> Text {
    Text(
      "копия другого файла (\(work.short(.ru))), хотя по имени это другой предмет: возможно, прислан не тот файл",
      "a copy of another file (\(work.short(.en))), though its name tells another subject: perhaps the wrong file was sent"
    )
  }

  /// The school that the file names, else its folders, else the only one that the plan allows. Where folders are taken
  /// for schools, one without a login in its name stands for itself: in a collection many folders hold the same made-up
  /// school.
  private func school(of file: PileFile) -> String? {
    if takesFoldersForSchools, file.hints.login == nil { return file.folder }
    return named(by: file) ?? file.hints.login ?? plan?.onlySchool
      ?? (file.facts.kind.role == .form ? nil : plan?.owner(of: file.facts.codes, work: work(of: file, nil)))
  }

  /// The school that the file's title tells, by its login or by its name in the plan.
  private func named(by file: PileFile) -> String? {
    file.facts.login ?? plan?.login(named: file.facts.school)
  }

  /// In which role a file goes into a check; a filled form is keyed already, and a refused file is told by its name.
  private func role(of file: PileFile) -> Source.Role? {
    switch file.facts.kind {
    case .filledForm: return .transcription
    case .unreadable:
      let work = work(of: file, file.hints.login)
      return file.hints.login != nil && work != nil ? .transcription : nil
    default: return file.facts.kind.role
    }
  }

  private static func reason(for file: PileFile) -> Text {
    switch file.facts.kind {
    case .plan: return Text("это план", "it is a plan")
    case .findings:
      return Text("это список замечаний или пояснений", "it is a list of findings or explanations")
    case .unreadable:
      return file.facts.refusal.flatMap { SpreadsheetError.Reason(rawValue: $0) }?.words
        ?? Text("файл не читается", "the file cannot be read")
    default: return Text("это не протокол", "it is no protocol")
    }
  }

  func work(of file: PileFile, _ school: String?) -> Work? {
    let (facts, hints) = (file.facts, file.hints)
    let codes = facts.codes.ranges
    let gradeOfCodes = codes.first.map { $0.lowerBound / 10_000 }.flatMap { (4...8).contains($0) ? $0 : nil }
    let grade = facts.grade ?? hints.grade ?? gradeOfCodes
    let level: Work.Level = facts.isAdvanced ? .advanced : hints.level
    let named = facts.subject ?? hints.subject ?? possibleSubject(hints, school)
    if let subject = named, let grade,
      let season = facts.season ?? facts.held?.year ?? hints.season ?? season
    {
      return Work(season: season, grade: grade, subject: subject, level: level)
    }
    // The plan tells it where only one of its works can be meant.
    let planned = plan?.works(of: school).filter { work in
      (grade.map { work.grade == $0 } ?? true)
        && (named.map { work.subject == $0 } ?? true)
    }
    return planned?.count == 1 ? planned?.first : nil
  }

  /// Two letters that may be a surname: a subject where the plan, if there is one, has that subject for the school.
  private func possibleSubject(_ hints: NameHints, _ school: String?) -> String? {
    guard let possible = hints.possibleSubject else { return nil }
    guard let plan else { return possible }
    return plan.works(of: school).contains { $0.subject == possible } ? possible : nil
  }

  private func missing(of file: PileFile, _ school: String?, _ work: Work?) -> Text {
    let (facts, hints) = (file.facts, file.hints)
    var words: [Text] = []
    if school == nil { words.append(Text("школа", "the school")) }
    if work == nil {
      if facts.subject ?? hints.subject == nil { words.append(Text("предмет", "the subject")) }
      if facts.grade ?? hints.grade == nil, facts.codes.isEmpty { words.append(Text("класс", "the grade")) }
      if facts.season ?? facts.held?.year ?? hints.season ?? season == nil {
        words.append(Text("год", "the year"))
      }
      if words.isEmpty { words.append(Text("работа", "the work")) }
    }
    return Text(words.map(\.ru).joined(separator: ", "), words.map(\.en).joined(separator: ", "))
  }

  private mutating func group(_ key: WorkKey) -> Int {
    if let index = byKey[key] { return index }
    byKey[key] = groups.count
    groups.append(WorkGroup(key: key))
    return groups.count - 1
  }

  // MARK: What belongs together

  /// Puts the files of a group in order, keeps one form, and tells classes from versions.
  private mutating func settle(_ index: Int) {
    var group = groups[index]
    let order: [Source.Role] = [.transcription, .scores, .form, .roster]
    var members = order.flatMap { role in group.members.filter { $0.role == role } }
    // A form that is filled already counts only where nothing else was keyed; one form is enough.
    if members.contains(where: { $0.role == .transcription && $0.file.facts.kind != .filledForm }) {
      members.removeAll { $0.role == .transcription && $0.file.facts.kind == .filledForm }
    }
    members = Self.withoutCopies(members)
    let forms = members.filter { $0.role == .form }
    members.removeAll { member in member.role == .form && member != forms.first }
    if forms.isEmpty, let shared = sharedForms[group.key.work] {
      members.append(WorkGroup.Member(file: shared, role: .form))
    }
    group.members = []
    var clashes: [(PileFile, PileFile, [Int])] = []
    for member in members {
      let earlier = group.members.first { other in
        other.role == member.role && member.role == .transcription
          && !other.file.facts.codes.intersection(member.file.facts.codes).isEmpty
      }
      if let earlier {
        group.aside.append(member.file)
        clashes.append(
          (member.file, earlier.file, earlier.file.facts.codes.intersection(member.file.facts.codes)))
      } else {
        group.members.append(member)
      }
    }
    for (file, earlier, codes) in clashes {
      guard let source = group.files.firstIndex(of: file), let other = group.files.firstIndex(of: earlier)
      else {
        continue
      }
      group.crossings.append(.codesInTwoFiles(source: source, other: other, codes: codes))
    }
    note(&group)
    groups[index] = group
  }

  /// What the group's files do not say themselves.
  private func note(_ group: inout WorkGroup) {
    let readable = group.members.map(\.file.facts)
    group.held = readable.lazy.compactMap(\.held).first ?? plan?.held(group.key)
    let hasForm = group.members.contains { $0.role == .form }
    // A sheet that is keyed under a form's headers would state its own criteria, a missing task and all.
    let isForm = readable.first?.kind == .filledForm
    let tells = readable.contains {
      $0.subject != nil && $0.grade != nil && ($0.season != nil || $0.held != nil)
    }
    if !hasForm, !isForm, hasTable(group.key.work) || !tells { group.criteria = group.key.work.id }
    for (source, file) in group.files.enumerated() {
      if let named = named(by: file), let folder = file.hints.login, named != folder {
        group.crossings.append(.otherSchool(source: source, named: named, folder: folder))
      }
    }
    if let plan, group.isReceived {
      if plan.holds(group.key) {
        compare(&group, with: plan)
      } else {
        group.crossings.append(.notPlanned(plan.entry(group.key)))
      }
    }
  }

  private mutating func addPlanned() {
    guard let plan else { return }
    for key in plan.keys {
      let index = group(key)
      guard !groups[index].isReceived else { continue }
      groups[index].held = groups[index].held ?? plan.held(key)
      // What will be written only tomorrow is not missed today.
      if groups[index].held.map({ $0 < today }) ?? true {
        groups[index].crossings.append(.notReceived(plan.entry(key)))
      }
    }
  }
}
