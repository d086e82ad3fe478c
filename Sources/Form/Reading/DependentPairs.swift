internal import Assessment
internal import Spreadsheet

/// Reads the pairs (value of a dependent criterion, value of its controller) that a form keeps right of its total.
///
/// How the validation of a dependent points to its pairs is known from forms made like the real ones only; so the
/// formula is searched for references, and where it tells nothing, the pairs go to the criteria К2, К3 … in order.
struct DependentPairs {
  private let sheet: Sheet
  private let columns: FormColumns
  private let firstRow: Int

  init(_ sheet: Sheet, _ columns: FormColumns, firstRow: Int) {
    self.sheet = sheet
    self.columns = columns
    self.firstRow = firstRow
  }

  /// The dependencies that the formulas and pairs state; `formulas` are the list formulas by task.
  func dependencies(_ formulas: [Int: String]) -> [Dependency] {
    var found: [Dependency] = []
    for (task, formula) in formulas.sorted(by: { $0.key < $1.key }) {
      let references = Self.columns(in: formula)
      let helpers = references.filter { $0 > columns.inputs.max() ?? 0 }.sorted()
      let controller = columns.tasks.firstIndex { references.contains($0.column) }
      if let controller, controller != task, helpers.count >= 2 {
        found += dependency(task, controller, value: helpers[0], given: helpers[1])
      }
    }
    return found.isEmpty && !formulas.isEmpty ? byOrder(Set(formulas.keys)) : found
  }

  /// Pairs by their order: the k-th pair belongs to the k-th task of a group nК2, nК3 …, nК1 controls it.
  private func byOrder(_ tasks: Set<Int>) -> [Dependency] {
    let helpers = columnsOfPairs
    var pair = 0
    var found: [Dependency] = []
    for task in tasks.sorted() {
      let name = columns.tasks[task].criterion.id.description
      let base = name.split(separator: "К").first.map { "\($0)К1" }
      guard let controller = columns.tasks.firstIndex(where: { $0.criterion.id.description == base }) else {
        continue
      }
      guard helpers.count >= 2 * pair + 2 else { break }
      found += dependency(task, controller, value: helpers[2 * pair], given: helpers[2 * pair + 1])
      pair += 1
    }
    return found
  }

  /// The columns right of everything that people fill or read whose first row holds a value; blank ones may stand before.
  private var columnsOfPairs: [Int] {
    let last = max(columns.inputs.max() ?? 0, columns.total ?? 0)
    return sheet.row(firstRow).map { row in
      sheet.cells[row.cells].map(\.reference).filter { $0.column > last && sheet[$0] != .empty }.map(\.column)
    } ?? []
  }

  private func dependency(_ task: Int, _ controller: Int, value: Int, given: Int) -> [Dependency] {
    var allowed: [Points: Set<Points>] = [:]
    for row in sheet.rows where row.number >= firstRow {
      guard let key = points(row.number, given), let entry = points(row.number, value) else { continue }
      allowed[key, default: []].insert(entry)
    }
    return allowed.isEmpty ? [] : [Dependency(controller: controller, dependent: task, allowed: allowed)]
  }

  private func points(_ row: Int, _ column: Int) -> Points? {
    switch sheet[CellReference(row: row, column: column)] {
    case .number(let number): Int(exactly: number).map { Points($0) }
    case .text(Words.notAttempted): .notAttempted
    case .text(Words.notCovered): .notCovered
    default: nil
    }
  }

  /// The columns that a formula refers to.
  static func columns(in formula: String) -> Set<Int> {
    var found: Set<Int> = []
    let words = formula.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "$")) }
    for word in words {
      if let cell = CellReference(word.uppercased()) { found.insert(cell.column) }
    }
    return found
  }
}
