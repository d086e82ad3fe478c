public import SchoolCalendar
public import Spreadsheet

/// What a sheet is, told by what stands in it, and what its title block says of school and work.
public struct SheetIdentity: Sendable, Hashable, Codable {
  /// The sheets that we read.
  public enum Kind: String, Sendable, Codable {
    /// Codes with class, sex or mark of the previous period, and points if they were keyed too.
    case transcription
    /// Codes and points, and nothing that only a transcription has.
    case scores
    /// Codes, with or without names, and no results.
    case codeList
    /// Who holds which work where and when, with observers and experts.
    case plan
    /// Our own list of findings.
    case findings
  }

  /// What it is.
  public let kind: Kind
  /// By what it was told.
  public let why: Text
  /// The login of the school in ФИС ОКО, in lower case.
  public let login: String?
  /// A digest of the school's name, by which a plan knows it; the name itself may be anybody's.
  public let school: String?
  /// The subject's code, `МА`.
  public let subject: String?
  /// The grade.
  public let grade: Int?
  /// The year of the season, when the title names it.
  public let season: Int?
  /// The level that the title names; basic when it names none.
  public let level: Work.Level
  /// The day of the test.
  public let held: CalendarDay?
  /// How many rows of participants there are.
  public let participants: Int
  /// The codes in it, in the order of the rows.
  public let codes: [Int]
  /// A digest of its rows without title, header, names and running numbers; `nil` without rows. The same rows in two
  /// files give the same.
  public let rows: String?

  /// Looks at a sheet; `nil` when it is nothing of ours.
  public init?(_ sheet: Sheet) {
    if ExplanationSheet.isOurs(sheet) {
      self.init(.findings, Text("наш лист с замечаниями", "our own list of findings"))
    } else if let table = Self.table(in: sheet) {
      self.init(table)
    } else if Self.isPlan(sheet) {
      self.init(.plan, Text("есть школа, предмет и дата", "there are school, subject and date"))
    } else {
      return nil
    }
  }

  private init(_ kind: Kind, _ why: Text, _ title: TitleBlock? = nil, _ table: ProtocolTable? = nil) {
    self.kind = kind
    self.why = why
    participants = table?.rows.count ?? 0
    codes = table?.codes ?? []
    rows = table?.digestOfRows
    login = title?.login?.value
    school = title?.school.flatMap { SchoolName.key($0.value) }
    subject = title?.subject?.value
    grade = title?.grade?.value
    season = title?.season?.value
    level = title?.isAdvanced == true ? .advanced : .basic
    held = title?.held?.value
  }

  private init(_ table: ProtocolTable) {
    let kind: Kind
    let why: Text
    let onlyTranscribed: [HeaderMeaning] = [.schoolClass, .sex, .previousMark]
    if !table.isProtocol {
      kind = .codeList
      why = Text("есть коды и нет результатов", "there are codes and no results")
    } else if table.column(.expert) == nil, onlyTranscribed.contains(where: { table.column($0) != nil }) {
      kind = .transcription
      why = Text("есть код и класс, пол или отметка", "there are codes and class, sex or mark")
    } else if table.taskColumns.isEmpty {
      kind = .transcription
      why = Text("есть код и вариант", "there are codes and variants")
    } else {
      kind = .scores
      why = Text(
        "есть код и баллы, нет класса, пола и отметки",
        "there are codes and points, and neither class nor sex nor mark")
    }
    self.init(kind, why, table.title, table)
  }

  private static func table(in sheet: Sheet) -> ProtocolTable? {
    func first(isRoster: Bool) -> ProtocolTable? {
      TableFinder.tables(in: sheet, source: 0, sheetIndex: 0, isText: false, isRoster: isRoster).first
    }
    return first(isRoster: false) ?? first(isRoster: true)
  }

  /// A header with a school, a subject or a grade, and a date.
  private static func isPlan(_ sheet: Sheet) -> Bool {
    sheet.rows.prefix(20).contains { row in
      let headers = sheet.cells[row.cells].lazy.filter { $0.kind == .text && $0.text.count < 60 }
        .map { Folded(sheet.text(of: $0)).bare }
      func holds(_ stems: String...) -> Bool {
        headers.contains { header in stems.contains { header.hasPrefix($0) } }
      }
      return holds("школа", "оо", "логин", "наименование оо", "организация") && holds("предмет", "работа")
        && holds("дата", "день")
    }
  }
}

extension ProtocolTable {
  /// The codes that are whole numbers.
  fileprivate var codes: [Int] {
    guard let column = column(.code)?.index else { return [] }
    return rows.compactMap { row in
      let cell = sheet.cell(at: CellReference(row: row.number, column: column))
      if case .whole(let code) = CellText(cell, in: sheet, note: { _ in }) { return code }
      return nil
    }
  }

  fileprivate var digestOfRows: String? {
    guard !rows.isEmpty else { return nil }
    let columns = columns.filter { column in
      switch column.meaning {
      case nil, .name, .number, .expert: false
      default: true
      }
    }
    let lines = rows.map { row in
      columns.map { value(row: row.number, column: $0.index).description }.joined(separator: "\t")
    }
    return sha256(Array(lines.joined(separator: "\n").utf8))
  }
}
