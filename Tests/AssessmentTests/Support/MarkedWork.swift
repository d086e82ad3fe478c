import Testing

@testable import Assessment

/// A keyed protocol of one class with given maxima, from a seed.
struct MarkedWork {
  struct Row {
    let code: Int
    var points: [String]
    var isAbsent = false
  }

  let maxima: [Int]
  var rows: [Row]
  private var random: Dice

  init(maxima: [Int], pupils: Int, seed: UInt64) {
    var random = Dice(state: seed &* 7919 &+ 17)
    self.maxima = maxima
    rows = (0..<pupils).map { pupil in
      let skill = 25 + random.roll(60)
      return Row(
        code: 40_001 + pupil * 3,
        points: maxima.map { maximum in
          random.roll(100) < 7 ? "X" : String((0..<maximum).count { _ in random.roll(100) < skill })
        })
    }
    self.random = random
  }

  /// As the acceptance suite shifts a block: its first column blank, most values at the maximum of their own task.
  mutating func keyToTheRight(_ length: Int, overMaximum: Bool = true) {
    for row in rows.indices {
      let own = (0..<length).map {
        overMaximum && random.roll(10) < 7 ? String(maxima[$0]) : rows[row].points[$0]
      }
      for task in 1..<length { rows[row].points[task] = own[task - 1] }
      rows[row].points[0] = ""
    }
  }

  func shuffled(_ seed: UInt64) -> MarkedWork {
    var copy = self
    var dice = Dice(state: seed)
    copy.rows.shuffle(using: &dice)
    return copy
  }

  func criteria() throws -> Criteria {
    var terms = EntryTerms(codes: 40_001...41_500)
    terms.notCovered = Set(maxima.indices)
    let tasks = try maxima.enumerated().map {
      TaskCriterion(id: try #require(TaskID("\($0 + 1)")), maximum: $1)
    }
    return Criteria(
      work: Work(season: 2024, grade: 4, subject: "РУ"), tasks: tasks, terms: terms, origin: .form)
  }

  var table: String { Self.table(cells) }

  /// The transcription cell by cell, its header first.
  var cells: [[String]] {
    [["Код", "Вариант"] + maxima.indices.map { "\($0 + 1)" } + ["Класс", "Пол", "Отм."]]
      + rows.map { row in
        ["\(row.code)", row.isAbsent ? "отсутствовал" : "1"] + row.points
          + (row.isAbsent ? ["", "", ""] : ["1", "м", "4"])
      }
  }

  /// Cells as the table of an example.
  static func table(_ cells: [[String]]) -> String {
    cells.map { "|" + $0.map { " \($0) |" }.joined() }.joined(separator: "\n")
  }

  var scoresTable: String {
    "| Код |" + maxima.indices.map { " \($0 + 1) |" }.joined() + "\n"
      + rows.filter { !$0.isAbsent }.map { row in "| \(row.code) |" + row.points.map { " \($0) |" }.joined() }
      .joined(separator: "\n")
  }
}

/// Numbers that are the same on every machine.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(sides)) }
}
