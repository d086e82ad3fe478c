internal import Assessment
internal import Spreadsheet

/// The formula of the total, as the layout words it.
struct TotalFormula {
  private let kind: FormLayout.Total
  private let firstTask: Int?
  /// The columns of tasks that stand side by side, from zero; in a work of parts a variant divides them.
  private let spans: [ClosedRange<Int>]

  init(_ kind: FormLayout.Total, columns: [ProtocolColumn]) {
    self.kind = kind
    let tasks = columns.filter { if case .task = $0.content { true } else { false } }.map(\.index)
    firstTask = tasks.first
    spans = tasks.reduce(into: []) { spans, column in
      if let last = spans.last, last.upperBound + 1 == column {
        spans[spans.count - 1] = last.lowerBound...column
      } else {
        spans.append(column...column)
      }
    }
  }

  /// The formula in a row, as the sheet counts, without the equals sign.
  func text(row: Int) -> String {
    let ranges = spans.map { span in
      let first = CellReference(row: row - 1, column: span.lowerBound)
      return "\(CellRange(first, CellReference(row: row - 1, column: span.upperBound)))"
    }
    let sum = "SUM(\(ranges.joined(separator: ",")))"
    guard kind == .whenFirstTaskFilled, let firstTask else { return sum }
    return "IF(LEN(\(CellReference(row: row - 1, column: firstTask)))>0,\(sum),\"\")"
  }

  /// The value that the formula has in a row without points.
  var empty: SheetWriter.Stored { kind == .plainSum ? .number(0) : .text("") }
}
