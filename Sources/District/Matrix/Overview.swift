public import Assessment
public import Registry
public import SchoolCalendar

/// The district at a moment: schools × works with state, findings and the time that is left.
public struct Overview: Sendable {
  /// A work of a school.
  public struct Entry: Sendable, Hashable {
    /// Which work of which school.
    public let key: WorkKey
    /// Where it stands.
    public let state: WorkState
    /// Findings that hold it back, by code.
    public let codes: [String: Int]
    /// How many of them are errors or worse.
    public let errors: Int
    /// How many are unexplained queries.
    public let queries: Int
    /// The day of the test.
    public let held: CalendarDay?
    /// The terms, where the day is known.
    public let terms: Terms?
    /// How many participants were read.
    public let participants: Int?
    /// The form for the upload, below the folder of the run.
    public let upload: String?

    /// Whether the form has still to leave for ФИС ОКО.
    public var isOpen: Bool { state != .uploaded && state != .accepted }
    /// When the upload is due, for sorting; what has no term comes last.
    var due: Int { terms?.deadline.secondsSince1970 ?? Int.max }

    /// Whether nothing is wrong with it, the form has not left as far as anybody has noted, and its term is over.
    public func isLate(at now: Moment) -> Bool {
      isOpen && !state.isHeldBack && terms?.isOverdue(at: now) == true
    }
  }

  /// A school with its works.
  public struct School: Sendable {
    /// The school.
    public let school: RegisteredSchool
    /// Its works, by work.
    public let entries: [Work: Entry]
    /// When the first of those is due that are held back or late.
    let due: Int
    var heldBack: Int { entries.values.count { $0.state.isHeldBack } }

    init(school: RegisteredSchool, entries: [Work: Entry], at now: Moment) {
      self.school = school
      self.entries = entries
      due = entries.values.filter { $0.state.isHeldBack || $0.isLate(at: now) }.map(\.due).min() ?? Int.max
    }
  }

  /// Schools that belong together, the most urgent first.
  public struct Group: Sendable {
    /// The district; empty where there is only one.
    public let name: String
    /// Its schools.
    public let schools: [School]
    /// All works of its schools.
    public var works: [Work] { Overview.works(schools) }
    var entries: [Entry] { schools.flatMap { $0.entries.values } }
  }

  /// The moment.
  public let now: Moment
  /// The districts; of a district by itself one without a name.
  public let groups: [Group]
  /// What many schools have wrong in the same way.
  public let common: [CommonFinding]
  /// Files that belong to no work: where they were found, and why.
  public let strays: [StrayNote]
  /// How many files were looked at.
  public let files: Int
  /// What a run that was interrupted did not come to; `nil` of a whole one.
  public let unfinished: Unfinished?
  /// The district's zone, where no work tells it.
  let zone: Zone?

  /// Builds the overview of works.
  ///
  /// - Parameters:
  ///   - entries: the works.
  ///   - names: the schools as they are known, by login.
  ///   - strays: files that belong to no work.
  ///   - files: how many files were looked at.
  ///   - unfinished: what an interrupted run has left undone.
  ///   - now: the moment of the overview.
  ///   - zone: the district's zone.
  public init(
    _ entries: [Entry], names: [String: RegisteredSchool], strays: [StrayNote], files: Int,
    unfinished: Unfinished? = nil, at now: Moment, in zone: Zone? = nil
  ) {
    self.now = now
    self.zone = zone
    self.unfinished = unfinished
    self.strays = strays
    self.files = files
    let schools = Dictionary(grouping: entries, by: \.key.school).map { login, entries in
      School(
        school: names[login] ?? RegisteredSchool(login: login),
        entries: Dictionary(entries.map { ($0.key.work, $0) }) { first, _ in first }, at: now)
    }
    let districts = Set(schools.map(\.school.district)).subtracting([""])
    groups = Dictionary(grouping: schools) { districts.count > 1 ? $0.school.district : "" }
      .map { Group(name: $0, schools: $1.sorted { Self.order($0) < Self.order($1) }) }
      .sorted { Self.order($0) < Self.order($1) }
    common = CommonFinding.all(in: entries)
  }

  private static func order(_ school: School) -> (Int, Int, String) {
    (school.due, -school.heldBack, school.school.login)
  }

  private static func order(_ group: Group) -> (Int, Int, String) {
    let due = group.schools.map(\.due).min() ?? Int.max
    return (due, -group.schools.reduce(0) { $0 + $1.heldBack }, group.name)
  }

  fileprivate static func works(_ schools: [School]) -> [Work] {
    Set(schools.flatMap(\.entries.keys)).sorted {
      ($0.season, $0.grade, $0.subject, $0.level.rawValue) < (
        $1.season, $1.grade, $1.subject, $1.level.rawValue
      )
    }
  }

  /// All entries.
  public var entries: [Entry] { groups.flatMap(\.entries) }

  /// What is held back, and what is formed and late, the most urgent first.
  public var urgent: [Entry] {
    entries.filter { $0.state.isHeldBack || $0.isLate(at: now) }.sorted {
      ($0.due, $0.key) < ($1.due, $1.key)
    }
  }

  /// How many forms are there whose term is over and whose upload nobody has noted.
  public var late: Int { entries.count { $0.isLate(at: now) } }

  /// How many works are in a state.
  public func count(_ state: WorkState) -> Int { entries.count { $0.state == state } }

  /// The schools' names by login.
  var names: [String: String] {
    Dictionary(
      groups.flatMap(\.schools).map { ($0.school.login, $0.school.name) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// What a run that was interrupted did not come to.
public struct Unfinished: Sendable, Hashable {
  /// How many files were not looked at; which works they belong to is not known.
  public let files: Int
  /// The works that were to be checked and were not.
  public let works: [WorkKey]

  /// What was left.
  public init(files: Int, works: [WorkKey]) {
    self.files = files
    self.works = works.sorted()
  }

  /// Whether everything of a school was checked.
  public func isWhole(_ school: String) -> Bool { files == 0 && !works.contains { $0.school == school } }
}

/// A file that belongs to no work.
public struct StrayNote: Sendable, Hashable {
  /// Where it was found.
  public let path: String
  /// Why it was put aside.
  public let reason: Text
  /// The finding about it, if it is one.
  public let finding: FindingDocument?

  /// A file with the reason.
  public init(path: String, reason: Text, finding: FindingDocument?) {
    self.path = ShownName.path(path)
    self.reason = reason
    self.finding = finding
  }
}

/// «17 школ: одна и та же ошибка»: a finding that many schools have.
public struct CommonFinding: Sendable, Hashable {
  /// The code of the rule.
  public let code: String
  /// The schools, by login.
  public let schools: [String]
  /// How many findings there are in all.
  public let count: Int

  /// A few schools with the same finding are not many.
  private static let fewest = 3

  static func all(in entries: [Overview.Entry]) -> [CommonFinding] {
    var schools: [String: Set<String>] = [:]
    var counts: [String: Int] = [:]
    for entry in entries {
      for (code, count) in entry.codes where code != "PLN008" {
        schools[code, default: []].insert(entry.key.school)
        counts[code, default: 0] += count
      }
    }
    return schools.filter { $0.value.count >= fewest }
      .map { CommonFinding(code: $0, schools: $1.sorted(), count: counts[$0] ?? 0) }
      .sorted { ($1.schools.count, $0.code) < ($0.schools.count, $1.code) }
  }

  /// «17 школ: балл больше максимума (SCR004, 41 замечание)».
  public func line(_ language: Language) -> String {
    let title = RuleBook.rule(code)?.title[language] ?? code
    let schoolWord = Plural.word(schools.count, "школа", "школы", "школ")
    let findingWord = Plural.word(count, "замечание", "замечания", "замечаний")
    return language.say(
      "\(schools.count) \(schoolWord): \(title.lowercasedFirst) (\(code), \(count) \(findingWord))",
      "\(schools.count) school\(schools.count == 1 ? "" : "s"): \(title.lowercasedFirst) (\(code), \(count) finding\(count == 1 ? "" : "s"))"
    )
  }
}

extension String {
  /// The text for the middle of a sentence; «ФИО» and the like stay as they are.
  var lowercasedFirst: String {
    guard let first, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }
}
