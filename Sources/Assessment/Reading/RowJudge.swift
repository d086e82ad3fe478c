internal import Spreadsheet

/// Tells participants' rows from repeated headers, sums, counts, signatures and prepared empty rows.
struct RowJudge {
  private let sheet: Sheet
  private let code: Int
  private let data: Set<Int>
  private let labels: Set<Int>
  private let number: Int?
  private let sex: Int?

  init(sheet: Sheet, columns: [ProtocolTable.Column]) {
    self.sheet = sheet
    code = columns.first { $0.meaning == .code }?.index ?? 0
    data = Set(columns.filter { $0.meaning.map(Self.isData) ?? false }.map(\.index))
    labels = Set(
      columns.filter { $0.meaning == .number || $0.meaning == .name || $0.meaning == .code }.map(\.index))
    number = columns.first { $0.meaning == .number }?.index
    sex = columns.first { $0.meaning == .sex }?.index
  }

  private static func isData(_ meaning: HeaderMeaning) -> Bool {
    switch meaning {
    case .variant, .task, .schoolClass, .sex, .previousMark, .statedMark: true
    default: false
    }
  }

  func isEmpty(_ row: SheetRow) -> Bool {
    sheet.cells[row.cells].allSatisfy { $0.kind == .text && $0.text.isEmpty }
  }

  /// Whether a row is a participant's: it has a code, or values in the columns of a protocol.
  ///
  /// A code decides, whatever else stands there. Without one a label («Итого», «Подпись эксперта») makes the row none,
  /// also before a number that is no code («Всего | 24»); but a row with a pupil's sex is no sum: «Средний» is a name.
  func isParticipant(_ row: SheetRow, afterGap: Bool) -> Bool {
    let codeText = CodeText(codeCell(row), in: sheet)
    if codeText == .header || isNumbering(row) { return false }
    var seen = Seen()
    for cell in sheet.cells[row.cells] where cell.kind != .text || !isBlank(cell) { note(cell, &seen) }
    if seen.isLabelled, !seen.hasSex { return false }
    let hasValue = seen.hasValue || seen.hasData && !afterGap
    switch codeText {
    case .none, .header: return hasValue
    case .word: return hasValue || seen.isNumbered
    case .number: return hasValue || seen.isNumbered || seen.isNamed
    case .likely: return true
    }
  }

  /// Whether a row names a pupil, by number and name, and holds nothing else: he may have been forgotten.
  func onlyNames(_ row: SheetRow) -> Bool {
    var seen = Seen()
    for cell in sheet.cells[row.cells] where cell.kind != .text || !isBlank(cell) { note(cell, &seen) }
    return seen.isNamed && (seen.isNumbered || number == nil) && !seen.isLabelled && !seen.hasData
  }

  /// Whether a row has what can only be a code, as almost every row has.
  func hasCode(_ row: SheetRow) -> Bool {
    guard let cell = codeCell(row) else { return false }
    if cell.kind == .number { return cell.number >= 10_000 }
    guard cell.kind == .text, case .whole(let number) = CellText(cell, in: sheet, note: { _ in }) else {
      return false
    }
    return number >= 10_000
  }

  private func codeCell(_ row: SheetRow) -> Cell? {
    sheet.cells[row.cells].first { Int($0.column) == code }
  }

  /// Whether a row only numbers the columns: 1, 2, 3 … from the first to the last.
  private func isNumbering(_ row: SheetRow) -> Bool {
    var last = 0
    for cell in sheet.cells[row.cells] where cell.kind != .text || !isBlank(cell) {
      guard case .whole(last + 1) = CellText(cell, in: sheet, note: { _ in }) else { return false }
      last += 1
    }
    return last >= 5
  }

  /// What stands in the column of codes of a row whose code is not plain.
  private enum CodeText {
    case none, header, word
    /// A number too short for a code, or a mark like «5А»: alone in its row it counts something or heads a class.
    case number
    /// What may have been meant as a code.
    case likely

    init(_ cell: Cell?, in sheet: Sheet) {
      guard let cell else {
        self = .none
        return
      }
      guard cell.kind == .text else {
        self = cell.kind == .number && cell.number < 1000 ? .number : .likely
        return
      }
      let text = sheet.text(of: cell).trimmedOfSpaces
      let digits = text.count(where: \.isNumber)
      if HeaderMeaning(text) == .code {
        self = .header
      } else if digits == 0 || text.count > 10 {
        self = text.contains(where: \.isLetter) && text.count <= 40 ? .word : .none
      } else {
        self = digits < 4 || text.count(where: { $0 == "." }) > 1 ? .number : .likely
      }
    }
  }

  /// What a row holds.
  private struct Seen {
    var isLabelled = false
    /// Whether a number stands under «№», a text under «ФИО».
    var isNumbered = false
    var isNamed = false
    var hasSex = false
    var hasData = false
    var hasValue = false
  }

  private func note(_ cell: Cell, _ seen: inout Seen) {
    let column = Int(cell.column)
    guard labels.contains(column) || data.contains(column) else { return }
    if cell.kind == .text, FooterLabel.begins(sheet.text(of: cell)) { seen.isLabelled = true }
    if labels.contains(column) {
      if column == number {
        if case .whole = CellText(cell, in: sheet, note: { _ in }) { seen.isNumbered = true }
      } else if column != code {
        seen.isNamed = true
      }
    }
    guard data.contains(column) else { return }
    seen.hasData = true
    if column == sex { seen.hasSex = true }
    if cell.kind != .text || looksLikeValue(sheet.text(of: cell)) { seen.hasValue = true }
  }

  private func isBlank(_ cell: Cell) -> Bool {
    cell.text.isEmpty || cell.text.count < 8 && sheet.text(of: cell).trimmedOfSpaces.isEmpty
  }

  /// Whether text may have been meant as a value: short, and no label or line to write on.
  private func looksLikeValue(_ text: String) -> Bool {
    text.utf8.count <= 48 && !text.contains(":") && !text.contains("__")
  }
}
