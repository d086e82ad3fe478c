internal import SchoolCalendar
internal import Spreadsheet

extension Plan {
  /// The plan that the tables hold; what is missing or not understood stays so, for the rules to say.
  public init(_ tables: [PlanTable]) {
    self.init()
    for table in tables {
      self.tables.insert(table.kind)
      unknownColumns += table.unknownColumns
      for row in table.rows {
        let reader = PlanRowReader(row: row)
        switch table.kind {
        case .schools: schools.append(reader.school)
        case .works: works.append(reader.work)
        case .observers: observers.append(reader.observer)
        case .experts: experts.append(reader.expert)
        case .approvals: approvals.append(reader.approval)
        }
      }
    }
    index = PlanIndex(self)
  }
}

/// Understands the cells of one entry.
private struct PlanRowReader {
  let row: PlanTable.Row

  var school: Plan.School {
    Plan.School(
      login: text(.login).map { SchoolLogin($0)?.text }, name: text(.schoolName),
      coordinator: text(.coordinator))
  }

  var work: Plan.PlannedWork {
    let subject = text(.subject)
    let second = text(.secondExpert)
    return Plan.PlannedWork(
      school: schoolWord, grade: text(.grade).map(Self.grade), subject: subject.map { Subject.code(in: $0) },
      level: level(subject), held: day(.held), participants: whole(.participants),
      firstCode: whole(.firstCode),
      lastCode: whole(.lastCode), observer: text(.observer),
      experts: [text(.expert)] + (second.isBlank ? [] : [second]))
  }

  var observer: Plan.Observer {
    Plan.Observer(
      name: person(.observer), workplace: text(row.places[.workplace] == nil ? .schoolName : .workplace))
  }

  var expert: Plan.Expert {
    var school = schoolWord
    if school.isBlank, !text(.workplace).isBlank { school = text(.workplace) }
    return Plan.Expert(
      name: person(.expert), school: school, subject: text(.subject).map { Subject.code(in: $0) },
      experience: whole(.experience))
  }

  var approval: Plan.Approval {
    Plan.Approval(subject: text(.approved).map(Self.approved), day: day(.held), number: text(.number))
  }

  // MARK: Values

  /// The login; without one the name of the school.
  private var schoolWord: PlanField<String> {
    guard row.cells[.login] == nil, row.cells[.schoolName] != nil else {
      return text(.login).map { SchoolLogin($0)?.text }
    }
    return text(.schoolName).map { SchoolLogin($0)?.text ?? $0 }
  }

  private func person(_ column: PlanColumn) -> PlanField<String> {
    text(row.places[column] == nil ? .person : column)
  }

  private func text(_ column: PlanColumn) -> PlanField<String> {
    field(column) { value in
      if case .failure = value { return nil }
      let text = value.description.composed.trimmedOfSpaces
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  private func whole(_ column: PlanColumn) -> PlanField<Int> {
    field(column) { value in
      switch value {
      case .number(let number): Int(exactly: number).flatMap { $0 >= 0 ? $0 : nil }
      case .text(let text): Self.number(text.trimmedOfSpaces)
      default: nil
      }
    }
  }

  private func day(_ column: PlanColumn) -> PlanField<CalendarDay> {
    field(column) { CalendarDay(writtenIn: $0) }
  }

  private func field<Value>(_ column: PlanColumn, _ read: (CellValue) -> Value?) -> PlanField<Value> {
    guard let cell = row.cells[column] else {
      return PlanField(.blank, place: row.places[column] ?? row.place, actual: nil)
    }
    return PlanField(
      read(cell.value).map { .value($0) } ?? .unclear, place: cell.place, actual: Actual(planned: cell.value))
  }

  /// «7», «7А», «7 класс», «7 А, Б».
  private static func grade(_ text: String) -> Plan.GradeEntry? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let grade = Int(digits), (1...11).contains(grade) else { return nil }
    let rest = Folded(String(text.dropFirst(digits.count))).text.replacing("классы", with: "").replacing(
      "класс", with: "")
    let letters = rest.uppercased().filter { $0.isLetter }
    return letters.count <= 8 ? Plan.GradeEntry(grade: grade, letters: letters) : nil
  }

  /// A number of years or pupils: «12», «12 лет».
  private static func number(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = Folded(String(text.dropFirst(digits.count))).bare
    return ["", "лет", "год", "года", "л", "чел", "г"].contains(rest) ? Int(digits) : nil
  }

  private func level(_ subject: PlanField<String>) -> PlanField<Work.Level> {
    let own = text(.level)
    guard own.isBlank else { return own.map { Self.level($0) } }
    let isAdvanced = subject.value.map { Folded($0).text.contains("углубл") } ?? false
    return isAdvanced ? subject.map { _ in .advanced } : own.map { _ in .basic }
  }

  private static func level(_ text: String) -> Work.Level? {
    let word = Folded(text).text
    if word.hasPrefix("углубл") || text.lowercased() == "advanced" { return .advanced }
    return word.hasPrefix("баз") || text.lowercased() == "basic" ? .basic : nil
  }

  private static func approved(_ text: String) -> Plan.Approved? {
    let word = Folded(text).text
    if let clause = Plan.Approved.allCases.first(where: { word.contains($0.rawValue) }) { return clause }
    if let word = ["schools", "observers", "experts", "schedule"].firstIndex(of: text.lowercased()) {
      return Plan.Approved.allCases[word]
    }
    if word.contains("наблюдат") { return .observers }
    if word.contains("эксперт") { return .experts }
    if word.contains("график") { return .schedule }
    return word.contains("школ") || word.contains("список") || word.contains("оо") ? .schools : nil
  }
}

extension Actual {
  /// What stands in a cell of a plan, whose people are staff.
  init(planned value: CellValue) {
    let type =
      switch value {
      case .empty: "empty"
      case .text: "text"
      case .number: "number"
      case .date: "date"
      case .boolean: "boolean"
      case .failure(let word): word == "=" ? "formula" : "failure"
      }
    self.init(raw: value == .failure("=") ? "" : value.description, type: type)
  }
}
