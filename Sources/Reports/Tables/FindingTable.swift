internal import Assessment
internal import Spreadsheet

/// The findings as a table, for CSV and for a workbook: complete, nothing folded away.
struct FindingTable {
  /// A column of the table, in order.
  enum Column: CaseIterable {
    case number, severity, code, file, sheet, cell, participant, line, task
    case message, actual, expected, mend
    case schoolClass, others, cause, explanation, fingerprint

    /// How many of them fit a page and are meant for paper.
    static let printed = 13

    var title: Text {
      switch self {
      case .number: Text("№", "No.")
      case .severity: Text("Тяжесть", "Severity")
      case .code: Text("Код", "Code")
      case .file: Text("Файл", "File")
      case .sheet: Text("Лист", "Sheet")
      case .cell: Text("Ячейка", "Cell")
      case .participant: Text("Участник", "Participant")
      case .schoolClass: Text("Класс", "Class")
      case .line: Text("Строка протокола", "Protocol line")
      case .task: Text("Задание", "Task")
      case .message: Text("Что не так", "What is wrong")
      case .actual: Text("Указано", "Given")
      case .expected: Text("Ожидалось", "Expected")
      case .mend: Text("Как исправить", "How to mend")
      case .others: Text("Другие ячейки", "Other cells")
      case .cause: Text("Объясняется №", "Explained by No.")
      case .explanation: Text("Пояснение", "Explanation")
      case .fingerprint: Text("Отпечаток", "Fingerprint")
      }
    }

    /// The width that the column needs, characters.
    var width: Double {
      switch self {
      case .number, .schoolClass: 6
      case .code, .cell, .task: 8
      case .line, .cause, .participant: 11
      case .sheet, .actual: 12
      case .severity: 14
      case .file, .expected: 17
      case .others, .explanation: 24
      case .message, .mend: 42
      case .fingerprint: 18
      }
    }
  }

  private let examination: Examination
  private let language: Language
  /// How many other cells of a finding are named: a cell of a workbook cannot hold the thousands of a shifted block.
  private let cellsShown: Int
  let items: [FindingList.Item]

  init(_ inspection: Inspection, _ language: Language, cellsShown: Int = .max) {
    self.cellsShown = cellsShown
    examination = inspection.examination
    self.language = language
    items = FindingList(inspection).items
  }

  /// The header row.
  var header: [String] { Column.allCases.map { $0.title[language] } }

  /// The values of a finding, one for each column.
  func row(_ item: FindingList.Item) -> [CellValue] { Column.allCases.map { value($0, item) } }

  /// The table as CSV: UTF-8 with a byte order mark, semicolons, every text in quotation marks.
  var csv: [UInt8] {
    PlainTable(name: "", rows: [header.map { .text($0) }] + items.map(row)).quotedCSV
  }

  private func value(_ column: Column, _ item: FindingList.Item) -> CellValue {
    let finding = item.finding
    let names = PlaceNames(finding.place, in: examination)
    switch column {
    case .number: return .number(Double(item.number))
    case .severity: return .text(finding.severity.word[language])
    case .code: return .text(finding.code)
    case .file: return text(names.file)
    case .sheet: return text(names.sheet)
    case .cell: return text(names.cell)
    case .participant: return number(finding.place.participant)
    case .schoolClass: return number(finding.place.schoolClass)
    case .line: return number(finding.place.line)
    case .task: return text(finding.place.task?.description)
    case .message: return .text(finding.message(language))
    case .actual: return text(finding.actual.map { Visible.text($0.raw, language) })
    case .expected: return text(finding.expected?.values.joined(separator: ", "))
    case .mend: return text(finding.severity > .info ? finding.mend(language) : nil)
    case .others: return text(OtherCells(finding, in: examination).first(cellsShown, language))
    case .cause: return number(item.cause)
    case .explanation: return text(finding.explanation.map { Visible.text($0, language) })
    case .fingerprint: return .text(finding.fingerprint)
    }
  }

  private func text(_ text: String?) -> CellValue { text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty }

  private func number(_ number: Int?) -> CellValue { number.map { .number(Double($0)) } ?? .empty }
}
