/// Reads which format each of some cells has: those that were asked for, and those with one of some formats.
final class CellFormatsXML: XMLEvents {
  private(set) var formats: [CellReference: Int] = [:]
  private let wanted: Set<CellReference>
  private let marked: Set<Int>
  private var columns: [(range: ClosedRange<Int>, format: Int)] = []
  private var rows: [Int: Int] = [:]
  private var row = -1
  private var column = -1

  init(wanted: Set<CellReference>, marked: Set<Int>) {
    self.wanted = wanted
    self.marked = marked
  }

  /// The format of a cell; one that the part does not hold looks as its row or its column does.
  func format(of cell: CellReference) -> Int {
    formats[cell] ?? rows[cell.row] ?? columns.first { $0.range.contains(cell.column) }?.format ?? 0
  }

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    guard element.isKnown else { return }
    switch element.name {
    case "col":
      if let first = number(element["min"]), let last = number(element["max"]), first >= 1, last >= first,
        let format = number(element["style"])
      {
        columns.append((first - 1...last - 1, format))
      }
    case "row":
      row = number(element["r"]).map { $0 - 1 } ?? row + 1
      column = -1
      if ["1", "true"].contains(element["customFormat"]), let format = number(element["s"]) {
        rows[row] = format
      }
    case "c":
      let place = element["r"].flatMap { CellReference($0) } ?? CellReference(row: row, column: column + 1)
      column = place.column
      let format = number(element["s"]) ?? 0
      if marked.contains(format) || wanted.contains(place) { formats[place] = format }
    default: break
    }
  }

  private func number(_ text: String?) -> Int? { text.flatMap { Int($0) } }
}
