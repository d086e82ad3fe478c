public import Assessment
public import Spreadsheet

/// A table of a report: the twin of a plot, or rows by themselves.
public struct StatisticsTable: Sendable {
  /// What stands in a cell.
  enum Cell: Sendable {
    case words(Text)
    case label(String)
    case count(Int)
    case number(Double, digits: Int)
    case probability(Double)
    /// There is no such figure here, or the set is too small for it.
    case none
  }

  /// The name of its file, without an extension.
  public let name: String
  /// What it is.
  public let title: Text
  let columns: [Text]
  let rows: [[Cell]]

  init(_ name: String, _ title: Text, _ columns: [Text], _ rows: [[Cell]]) {
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// The table with its header as text, cell by cell.
  func texts(_ language: Language) -> [[String]] {
    [columns.map { $0[language] }] + rows.map { $0.map { $0.text(language) } }
  }

  /// Whether a column holds numbers only, and stands to the right.
  func isNumeric(_ column: Int) -> Bool {
    rows.allSatisfy { row in
      guard row.indices.contains(column) else { return true }
      switch row[column] {
      case .words, .label: return false
      case .count, .number, .probability, .none: return true
      }
    }
  }

  /// The table for a spreadsheet: numbers are numbers, with all their digits.
  public func plain(_ language: Language) -> PlainTable {
    PlainTable(
      name: String(title[language].prefix(31)),
      rows: [columns.map { .text($0[language]) }]
        + rows.map { row in
          row.map { cell -> CellValue in
            switch cell {
            case .count(let count): .number(Double(count))
            case .number(let number, _), .probability(let number): .number(number)
            case .none: .empty
            case .words(let words): .text(words[language])
            case .label(let text): .text(text)
            }
          }
        })
  }
}

extension StatisticsTable.Cell {
  func text(_ language: Language) -> String {
    switch self {
    case .words(let words): words[language]
    case .label(let text): text
    case .count(let count): Figures(language).decimal(Double(count), 0)
    case .number(let number, let digits): Figures(language).decimal(number, digits)
    case .probability(let p): Figures(language).bare(p)
    case .none: "—"
    }
  }

  /// A figure, or none.
  static func number(_ number: Double?, digits: Int) -> Self {
    number.map { .number($0, digits: digits) } ?? .none
  }

  /// A probability, or none.
  static func probability(_ p: Double?) -> Self { p.map { .probability($0) } ?? .none }
}
