internal import Assessment
internal import Spreadsheet

/// The permitted pairs of a bound criterion, which the protocol sheet holds in two hidden columns: the value, and the
/// controlling criterion's value with which it may stand (as in the form of 2026 for English, P:U).
struct PermittedPairs {
  /// The place of the bound task in the criteria.
  let dependent: Int
  /// The place of the controlling task.
  let controller: Int
  /// The first of the two columns, from zero.
  let column: Int
  /// The pairs from top to bottom, all of one controller's value together.
  let pairs: [(value: FormValue, controller: FormValue)]

  /// The pairs of all bound criteria; a task bound by two others is listed by the first only.
  static func all(of criteria: Criteria, firstColumn: Int) -> [PermittedPairs] {
    var result: [PermittedPairs] = []
    for bond in criteria.dependencies where !result.contains(where: { $0.dependent == bond.dependent }) {
      let column = firstColumn + 2 * result.count
      result.append(PermittedPairs(bond, of: criteria, column: column))
    }
    return result
  }

  private init(_ bond: Dependency, of criteria: Criteria, column: Int) {
    dependent = bond.dependent
    controller = bond.controller
    self.column = column
    // From 0 up, then the words, as observed.
    let given = criteria.list(task: bond.controller)
    let ordered = given.filter { $0.number != nil }.reversed() + given.filter { $0.number == nil }
    let free = criteria.list(task: bond.dependent)
    pairs = ordered.flatMap { controller in
      free.filter { bond.allowed[controller]?.contains($0) ?? true }
        .map { (FormValue($0), FormValue(controller)) }
    }
  }

  /// The list of the bound task's column: the values that stand beside the controller's value in the same row.
  ///
  /// `controller` is the controller's column, `rows` holds the first row of data, as the sheet counts.
  func listFormula(controller: Int, row: Int) -> String {
    let values = CellReference(row: row - 2, column: column).fixed
    let keys = CellRange(
      CellReference(row: row - 1, column: column + 1),
      CellReference(row: row - 2 + pairs.count, column: column + 1))
    let range = "\(keys.first.fixed):\(keys.last.fixed)"
    let given = "$\(CellReference.letters(ofColumn: controller))\(row)"
    return "OFFSET(\(values),MATCH(\(given),\(range),0),0,COUNTIF(\(range),\(given)),1)"
  }
}
