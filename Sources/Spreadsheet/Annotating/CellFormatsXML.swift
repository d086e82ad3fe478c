/// Reads which format each of some cells has: those that were asked for, and those with one of some formats.
final class CellFormatsXML: XMLEvents {
  private(set) var formats: [CellReference: Int] = [:]
  private let wanted: Set<CellReference>
  private let marked: Set<Int>
  private var row = -1
  private var column = -1

  init(wanted: Set<CellReference>, marked: Set<Int>) {
    self.wanted = wanted
    self.marked = marked
  }

  func start(_ element: XMLElement) throws(SpreadsheetError) {
    guard element.isKnown else { return }
    if element.name == "row" {
      row = element["r"].flatMap { Int($0) }.map { $0 - 1 } ?? row + 1
      column = -1
    } else if element.name == "c" {
      let place = element["r"].flatMap { CellReference($0) } ?? CellReference(row: row, column: column + 1)
      column = place.column
      let format = element["s"].flatMap { Int($0) } ?? 0
      if marked.contains(format) || wanted.contains(place) { formats[place] = format }
    }
  }
}
