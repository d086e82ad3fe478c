internal import SchoolCalendar
public import Spreadsheet

/// What two transcriptions agree on, as a transcription: every disputed cell is left empty, never guessed.
public struct AgreedProtocol: Sendable {
  /// The rows: what is known of the work, a blank row, the header, the participants.
  public let rows: [[CellValue]]
  /// The header's row, from zero.
  public let headerRow: Int
  /// The cells that are to be filled, with what either transcription holds there.
  public let disputed: [CellReference: Text]

  /// The agreed sheet of a comparison; `nil` when the rows cannot be aligned: a transcription was not read, or a code
  /// is missing, unreadable or stands twice.
  public init?(_ inspection: Inspection) {
    let blocking: Set<String> = ["PRT001", "PRT002", "PRT004"]
    guard let record = inspection.examination.record, let keyings = inspection.examination.keyings,
      inspection.worst != .fatal, !inspection.findings.contains(where: { blocking.contains($0.code) })
    else { return nil }
    var sheet = Sheet(record: record, keyings: keyings, examination: inspection.examination)
    sheet.writeTitle()
    sheet.writeHeader()
    for row in record.participants { sheet.write(row) }
    let twins = Set(keyings.sameWork.values)
    for row in keyings.onlySecond where !twins.contains(row) { sheet.writeAlone(row, isFirst: false) }
    rows = sheet.rows
    headerRow = sheet.headerRow
    disputed = sheet.disputed
  }
}

extension AgreedProtocol {
  /// The sheet while it is written.
  private struct Sheet {
    let record: AssessmentProtocol
    let keyings: KeyingComparison
    let examination: Examination
    let columns: [KeyedColumn]
    let seconds: [Int: Participant]
    var rows: [[CellValue]] = []
    var headerRow = 0
    var disputed: [CellReference: Text] = [:]

    init(record: AssessmentProtocol, keyings: KeyingComparison, examination: Examination) {
      self.record = record
      self.keyings = keyings
      self.examination = examination
      let all = record.participants + record.scores.flatMap(\.participants)
      columns = KeyedColumn.all(record.criteria).filter { column in
        all.contains { record.column(column, of: $0) >= 0 }
      }
      seconds = Dictionary(
        keyings.pairs.compactMap { pair in pair.first.code.value.map { ($0, pair.second) } },
        uniquingKeysWith: { a, _ in a })
    }

    /// What a later check would else have to be told: the work, the day, the school.
    mutating func writeTitle() {
      if let work = examination.work {
        rows.append([.text("ВПР \(work.season)")])
        let level = work.level == .advanced ? " (углублённый уровень)" : ""
        rows.append([.text("Предмет: \(Subject.title(work.subject))\(level)")])
        rows.append([.text("Класс: \(work.grade)")])
      }
      if let held = examination.held { rows.append([.text("Дата проведения: \(held.description)")]) }
      if let login = examination.tables.lazy.compactMap(\.title.login?.value).first {
        rows.append([.text("Логин: \(login)")])
      }
      if !rows.isEmpty { rows.append([]) }
    }

    mutating func writeHeader() {
      headerRow = rows.count
      rows.append([.text("Код участника")] + columns.map { .text($0.header(record.criteria)) })
    }

    mutating func write(_ row: Participant) {
      guard let code = row.code.value else { return }
      if let second = seconds[code] {
        writePair(row, second, code: .number(Double(code)))
      } else if let twin = keyings.sameWork[code] {
        writePair(row, twin, code: .empty)
        mark(column: -1, values(.text(String(code)), .text(twin.code.value.map(String.init) ?? "")))
      } else {
        writeAlone(row, isFirst: true)
      }
    }

    private mutating func writePair(_ first: Participant, _ second: Participant, code: CellValue) {
      rows.append([code])
      for (place, column) in columns.enumerated() {
        let isOpen = isDisputed(column, first, second)
        let source = record.column(column, of: first) >= 0 ? first : second
        rows[rows.count - 1].append(isOpen ? .empty : record.written(column, of: source))
        if isOpen { mark(column: place, values(record.shown(column, first), record.shown(column, second))) }
      }
    }

    /// Whether a cell is left open: the two differ in it, or on whether the pupil was there at all.
    ///
    /// Where both have the pupil as absent and one keyed a result all the same, absence itself is in doubt.
    private func isDisputed(_ column: KeyedColumn, _ first: Participant, _ second: Participant) -> Bool {
      if first.isAbsent != second.isAbsent {
        return record.holds(column, first) || record.holds(column, second)
      }
      if first.isAbsent, column == .variant(0) {
        return columns.contains { record.differ($0, first, second) }
      }
      return record.differ(column, first, second)
    }

    /// A row that nobody else keyed: there is nothing to agree on.
    mutating func writeAlone(_ row: Participant, isFirst: Bool) {
      rows.append([row.code.value.map { .number(Double($0)) } ?? .empty])
      for (place, column) in columns.enumerated() {
        rows[rows.count - 1].append(.empty)
        guard record.holds(column, row) || column == .variant(0) else { continue }
        let shown = record.shown(column, row)
        mark(column: place, isFirst ? values(shown, nil) : values(nil, shown))
      }
    }

    private mutating func mark(column: Int, _ words: Text) {
      disputed[CellReference(row: rows.count - 1, column: column + 1)] = words
    }

    private func values(_ first: Parameter?, _ second: Parameter?) -> Text {
      func side(_ value: Parameter?, _ language: Language) -> String {
        value.map { "«\($0.text(language))»" } ?? language.say("строки нет", "no row")
      }
      return Text(
        "Первая запись: \(side(first, .ru))\nВторая запись: \(side(second, .ru))\nСверьте с бумажным протоколом.",
        "First transcription: \(side(first, .en))\nSecond transcription: \(side(second, .en))\nLook it up on paper."
      )
    }
  }
}

extension KeyedColumn {
  /// The header under which the check finds the column again.
  fileprivate func header(_ criteria: Criteria) -> String {
    switch self {
    case .variant(let part): criteria.parts == 1 ? "Вариант" : "Вариант (часть \(part + 1))"
    case .task(let task):
      criteria.tasks[task].maximum > 0
        ? "\(criteria.tasks[task].id) (\(criteria.tasks[task].maximum)б)" : "\(criteria.tasks[task].id)"
    case .schoolClass: "Класс"
    case .sex: "Пол"
    case .previousMark: "Отметка за предыдущий период"
    case .statedMark: "Отметка за ВПР"
    case .sum: "Сумма баллов"
    }
  }
}

extension AssessmentProtocol {
  /// Whether somebody keyed something into a row's column.
  fileprivate func holds(_ column: KeyedColumn, _ row: Participant) -> Bool {
    self.column(column, of: row) >= 0 && keyed(column, of: row) != .blank
  }

  /// Whether two rows hold something different in a column that both have.
  fileprivate func differ(_ column: KeyedColumn, _ first: Participant, _ second: Participant) -> Bool {
    agree((first, second), in: column) == false
  }

  /// What a row holds, as a note shows it: a word that may be a name is withheld.
  fileprivate func shown(_ column: KeyedColumn, _ row: Participant) -> Parameter {
    let place = self.column(column, of: row)
    return place < 0 ? .text("") : actual(at: self.place(of: row, column: place)).shown
  }

  /// What a row holds, as the form spells it; what means nothing stays as it was typed, for the check to refuse.
  fileprivate func written(_ column: KeyedColumn, of row: Participant) -> CellValue {
    let place = self.column(column, of: row)
    guard place >= 0 else { return .empty }
    switch keyed(column, of: row) {
    case .blank: return .empty
    case .word(let word): return Int(word).map { .number(Double($0)) } ?? .text(word)
    case .unclear: return Actual.travelling(tables[row.table].value(row: row.row, column: place))
    }
  }
}
