internal import Spreadsheet

/// A column that two people keyed of the same paper.
public enum KeyedColumn: Hashable, Sendable {
  /// The variant of a part, from zero.
  case variant(Int)
  /// A task, by its place in the criteria.
  case task(Int)
  case schoolClass
  case sex
  case previousMark
  case statedMark
  case sum

  /// The columns that a work can have, in the order of a form.
  static func all(_ criteria: Criteria) -> [KeyedColumn] {
    var columns: [KeyedColumn] = []
    for part in 1...criteria.parts {
      columns.append(.variant(part - 1))
      columns += criteria.tasks.indices.filter { criteria.tasks[$0].part == part }.map { .task($0) }
    }
    return columns + [.schoolClass, .sex, .previousMark, .statedMark, .sum]
  }

  /// The task of the column, if it is one.
  public func task(_ criteria: Criteria) -> TaskID? {
    if case .task(let task) = self { criteria.tasks[task].id } else { nil }
  }

  /// What the column is called.
  public func name(_ criteria: Criteria) -> Text {
    switch self {
    case .variant(let part):
      criteria.parts == 1
        ? Text("вариант", "the variant")
        : Text("вариант части \(part + 1)", "the variant of part \(part + 1)")
    case .task(let task):
      Text("задание \(criteria.tasks[task].id)", "task \(criteria.tasks[task].id)")
    case .schoolClass: Text("класс", "the class")
    case .sex: Text("пол", "the sex")
    case .previousMark: Text("отметка за предыдущий период", "the mark of the previous period")
    case .statedMark: Text("отметка за ВПР", "the mark of the work")
    case .sum: Text("сумма", "the sum")
    }
  }
}

/// What somebody keyed into a cell, as far as two people can agree on it.
enum KeyedValue: Hashable {
  case blank
  /// What it means, as the form spells it.
  case word(String)
  /// What means nothing here: compared as it was typed.
  case unclear(String)
}

extension AssessmentProtocol {
  /// The column of a row's table, from zero; -1 when it has none.
  func column(_ column: KeyedColumn, of row: Participant) -> Int {
    switch column {
    case .variant(let part): row.variants.indices.contains(part) ? row.variants[part].column : -1
    case .task(let task):
      tables[row.table].taskColumns.first { $0.task == criteria.tasks[task].id }?.column.index ?? -1
    case .schoolClass: row.schoolClass.column
    case .sex: row.sex.column
    case .previousMark: row.previousMark.column
    case .statedMark: row.statedMark.column
    case .sum: row.statedSum.column
    }
  }

  /// What a row holds in a column.
  func keyed(_ column: KeyedColumn, of row: Participant) -> KeyedValue {
    switch column {
    case .variant(let part): keyed(row.variants[part], of: row) { $0.word }
    case .task(let task): keyed(row.points[task], column, of: row)
    case .schoolClass: keyed(row.schoolClass, of: row, String.init)
    case .sex: keyed(row.sex, of: row, \.rawValue)
    case .previousMark: keyed(row.previousMark, of: row) { $0.word }
    case .statedMark: keyed(row.statedMark, of: row, String.init)
    case .sum: keyed(row.statedSum, of: row, String.init)
    }
  }

  private func keyed(_ entry: PointsEntry, _ column: KeyedColumn, of row: Participant) -> KeyedValue {
    switch entry {
    case .blank: .blank
    case .points(let points): .word(points.word)
    case .notWhole, .negative, .unreadable, .void: .unclear(typed(self.column(column, of: row), of: row))
    }
  }

  private func keyed<Value>(
    _ entry: Entry<Value>, of row: Participant, _ word: (Value) -> String
  ) -> KeyedValue {
    switch entry.reading {
    case .blank: .blank
    case .value(let value): .word(word(value))
    case .unclear, .void: .unclear(typed(entry.column, of: row))
    }
  }

  private func typed(_ column: Int, of row: Participant) -> String {
    Folded(tables[row.table].value(row: row.row, column: column).description).text
  }

  /// Whether a cell is reckoned and not keyed, as sums often are.
  func isReckoned(_ column: KeyedColumn, of row: Participant) -> Bool {
    let table = tables[row.table]
    let place = table.location(row: row.row, column: self.column(column, of: row)).cell
    return table.sheet.cell(at: place)?.hasFormula ?? false
  }
}

extension Variant {
  /// As the form spells it.
  var word: String {
    switch self {
    case .number(let number): String(number)
    case .absent: Words.absent
    }
  }
}

extension PreviousMark {
  /// As the form spells it.
  var word: String {
    switch self {
    case .mark(let mark): String(mark)
    case .none: Words.noMark
    }
  }
}
