public import Spreadsheet

extension Explanations {
  /// The explanations of a workbook that holds our own sheet, «Протокол проверки».
  public init(ownSheetOf workbook: Workbook) {
    self.init(
      workbook.sheets.compactMap { ExplanationSheet($0, source: 0, sheetIndex: 0) }.flatMap(\.entries))
  }
}

/// Our own sheet in an annotated copy, «Протокол проверки»: the list of findings with a column for explanations.
///
/// It is told by its header and not by its name: a school may call its protocol so, and a saved copy may be renamed.
public struct ExplanationSheet: Sendable {
  /// The columns by which the sheet is told and read; the words are those that stand in its header.
  public enum Column: CaseIterable, Sendable {
    case severity, code, explanation, fingerprint, value

    /// The header.
    public var title: Text {
      switch self {
      case .severity: Text("Тяжесть", "Severity")
      case .code: Text("Код", "Code")
      case .explanation: Text("Пояснение", "Explanation")
      case .fingerprint: Text("Отпечаток", "Fingerprint")
      case .value: Text("Значение", "Value")
      }
    }
  }

  /// The name on the tab.
  public static let name = Text("Протокол проверки", "Check protocol")

  /// What was explained, in the order of the sheet.
  let entries: [Explanations.Entry]
  /// Cells with explanations that hang on nothing, because the column of fingerprints is gone.
  let lost: [CellLocation]

  /// Reads a sheet; `nil` when it is not ours.
  init?(_ sheet: Sheet, source: Int, sheetIndex: Int) {
    guard let header = Self.header(of: sheet) else { return nil }
    var entries: [Explanations.Entry] = []
    var lost: [CellLocation] = []
    for row in sheet.rows where row.number > header.row {
      func text(_ column: Column) -> String {
        header.columns[column].map { sheet[CellReference(row: row.number, column: $0)].description } ?? ""
      }
      let words = text(.explanation)
      guard !words.trimmedOfSpaces.isEmpty, let column = header.columns[.explanation] else { continue }
      let place = CellLocation(
        source: source, sheet: sheetIndex, cell: CellReference(row: row.number, column: column))
      guard header.columns[.fingerprint] != nil else {
        lost.append(place)
        continue
      }
      entries.append(
        Explanations.Entry(
          fingerprint: text(.fingerprint).lowercased(), code: text(.code),
          value: header.columns[.value] == nil ? nil : text(.value), text: words, location: place))
    }
    self.entries = entries
    self.lost = lost
  }

  /// Whether a sheet is ours.
  public static func isOurs(_ sheet: Sheet) -> Bool { header(of: sheet) != nil }

  /// The header row, in the upper rows of the sheet: severity, code and explanation at least.
  private static func header(of sheet: Sheet) -> (row: Int, columns: [Column: Int])? {
    for row in sheet.rows.prefix(12) {
      var columns: [Column: Int] = [:]
      for cell in sheet.cells[row.cells] where cell.kind == .text {
        let text = sheet.text(of: cell)
        if let column = Column.allCases.first(where: { $0.title.ru == text || $0.title.en == text }) {
          columns[column] = Int(cell.column)
        }
      }
      if columns[.severity] != nil, columns[.code] != nil, columns[.explanation] != nil {
        return (row.number, columns)
      }
    }
    return nil
  }
}
