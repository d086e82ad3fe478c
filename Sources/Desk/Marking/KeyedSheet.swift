internal import Assessment
internal import Registry

/// What an expert has keyed of a work, as a table: the latest value of each cell.
struct KeyedSheet: Sendable {
  /// A cell of the table.
  struct Cell: Hashable, Sendable {
    let code: Int
    let task: String
  }

  let tasks: [TaskCriterion]
  let codes: [Int]
  private let values: [Int: [Cell: String]]

  /// - Parameter codes: the codes given out; keyed ones that are not among them stand behind.
  init(_ entries: [MarkingEntry], tasks: [TaskCriterion], codes: [Int]) {
    self.tasks = tasks
    var values: [Int: [Cell: String]] = [:]
    for entry in entries {
      values[entry.pass, default: [:]][Cell(code: entry.code, task: entry.task)] = entry.points
    }
    self.values = values
    let others = Set(entries.map(\.code)).subtracting(codes)
    self.codes = codes + others.sorted()
  }

  /// The sheet that holds after a third marking: the third expert's points are final, the first one's stand where he
  /// keyed none.
  init(first: KeyedSheet, third: KeyedSheet) {
    tasks = first.tasks
    codes = first.codes + third.codes.filter { !first.codes.contains($0) }
    var cells = first.values[1] ?? [:]
    for (cell, value) in third.values[1] ?? [:] where !value.isEmpty { cells[cell] = value }
    values = [1: cells]
  }

  /// The value of a cell in a pass; empty when nothing was keyed.
  func value(_ code: Int, _ task: String, pass: Int = 1) -> String {
    values[pass]?[Cell(code: code, task: task)] ?? ""
  }

  /// The codes with a value, in order.
  var keyed: [Int] { codes.filter { code in tasks.contains { !value(code, $0.id.description).isEmpty } } }

  /// Cells of the keyed rows that are still empty.
  var missing: Int {
    keyed.reduce(0) { sum, code in sum + tasks.count { value(code, $0.id.description).isEmpty } }
  }

  /// The codes of the second keying: a tenth of the rows, three at least, spread evenly.
  var sample: [Int] {
    let rows = keyed
    let count = min(rows.count, max(3, (rows.count + 9) / 10))
    guard count > 0 else { return [] }
    return (0..<count).map { rows[$0 * rows.count / count] }
  }

  /// Cells of the sample that were keyed twice and differ.
  var slips: [Cell] {
    sample.flatMap { code in
      tasks.map(\.id.description).filter { task in
        let second = value(code, task, pass: 2)
        return !second.isEmpty && second != value(code, task)
      }.map { Cell(code: code, task: $0) }
    }
  }

  /// Whether the whole sample was keyed a second time.
  var isSampleDone: Bool {
    sample.allSatisfy { code in tasks.allSatisfy { !value(code, $0.id.description, pass: 2).isEmpty } }
  }

  /// The points of a row; words count nothing.
  func sum(_ code: Int) -> Int { tasks.reduce(0) { $0 + (Int(value(code, $1.id.description)) ?? 0) } }

  /// The sheet of scores as a text table, ready for a check: code, tasks, the expert.
  ///
  /// - Parameter expert: who marked, as the check compares it: a number, no name.
  func csv(expert: String) -> [UInt8] {
    let header = ["Код"] + tasks.map { "\($0.id) (\($0.maximum)б)" } + ["Эксперт"]
    let rows = keyed.map { code in
      ["\(code)"] + tasks.map { value(code, $0.id.description) } + [expert]
    }
    let text = ([header] + rows).map { $0.joined(separator: ";") }.joined(separator: "\r\n")
    return Array("\u{FEFF}\(text)\r\n".utf8)
  }

  /// What may be keyed for a task: its points, `X`, `н/п`, or nothing to empty the cell.
  static func isValue(_ text: String, of task: TaskCriterion) -> Bool {
    if text.isEmpty || text == "X" || text == "н/п" { return true }
    return Int(text).map { (0...task.maximum).contains($0) && String($0) == text } ?? false
  }
}

/// How two markings of a work differ, by the policy's limits for a third expert.
struct MarkingDifference: Sendable {
  /// Cells that differ at all.
  let cells: [KeyedSheet.Cell]
  /// Codes of works that a third expert is due for.
  let thirdDue: [Int]

  init(_ first: KeyedSheet, _ second: KeyedSheet, limits: (one: Int, more: Int)) {
    var cells: [KeyedSheet.Cell] = []
    var due: Set<Int> = []
    for code in Set(first.keyed).intersection(second.keyed).sorted() {
      for task in first.tasks {
        let name = task.id.description
        let (a, b) = (first.value(code, name), second.value(code, name))
        guard a != b else { continue }
        cells.append(KeyedSheet.Cell(code: code, task: name))
        let limit = task.maximum > 1 ? limits.more : limits.one
        if abs((Int(a) ?? 0) - (Int(b) ?? 0)) >= limit { due.insert(code) }
      }
    }
    self.cells = cells
    thirdDue = due.sorted()
  }
}
