internal import Assessment
internal import Spreadsheet

/// The columns of a form's protocol sheet, found by their headers, never by their letters.
struct FormColumns: Sendable {
  let code: Int
  let variants: [Int]
  let tasks: [(column: Int, criterion: TaskCriterion)]
  let schoolClass: Int?
  let sex: Int?
  let mark: Int?
  let total: Int?
  /// All columns that people fill.
  let inputs: [Int]

  /// Reads a header row; `nil` when it has no code, no variant, or no task with its maximum.
  init?(_ row: SheetRow, of sheet: Sheet) {
    var code: Int?
    var variants: [Int] = []
    var tasks: [(Int, TaskCriterion)] = []
    var others: [HeaderMeaning: Int] = [:]
    for cell in sheet.cells[row.cells] {
      guard let meaning = HeaderMeaning(sheet.value(of: cell).description) else { continue }
      let column = Int(cell.column)
      switch meaning {
      case .code where code == nil: code = column
      case .variant: variants.append(column)
      case .task(let id, let maximum?):
        tasks.append((column, TaskCriterion(id: id, maximum: maximum, part: max(1, variants.count))))
      default: if others[meaning] == nil { others[meaning] = column }
      }
    }
    guard let code, !variants.isEmpty, !tasks.isEmpty else { return nil }
    self.code = code
    self.variants = variants
    self.tasks = tasks.map { (column: $0.0, criterion: $0.1) }
    schoolClass = others[.schoolClass]
    sex = others[.sex]
    mark = others[.previousMark]
    total = others[.sum]
    inputs = [code] + variants + tasks.map(\.0) + [schoolClass, sex, mark].compactMap { $0 }
  }
}

extension DownloadedForm {
  /// The columns of the protocol sheet that people fill or read, from left to right, with their headers.
  package var protocolColumns: [ProtocolColumn] {
    var contents: [Int: ProtocolColumn.Content] = [columns.code: .code]
    for (part, column) in columns.variants.enumerated() { contents[column] = .variant(part + 1) }
    for (task, column) in columns.tasks.enumerated() { contents[column.column] = .task(task) }
    for (column, content) in [
      (columns.schoolClass, ProtocolColumn.Content.schoolClass), (columns.sex, .sex), (columns.mark, .mark),
      (columns.total, .total),
    ] {
      if let column { contents[column] = content }
    }
    return contents.sorted { $0.key < $1.key }.enumerated().map { index, column in
      let header = sheet[CellReference(row: firstRow - 1, column: column.key)].description
      return ProtocolColumn(content: column.value, header: header, index: index)
    }
  }
}
