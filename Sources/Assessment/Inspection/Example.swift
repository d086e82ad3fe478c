internal import Spreadsheet

/// A small case that a rule accepts or rejects; tables are Markdown, with `↓` in the guilty cell.
///
/// A cell is a number if it reads as one, `=1` a formula with the stored value 1, `=` a formula without a value,
/// `#N/A` an error cell, `_` an empty cell; a row that begins with `~` is hidden, and so is the column of a
/// header that begins with `~`.
public struct Example: Sendable {
  /// The transcription.
  public var table: String
  /// The commission's scores sheets.
  public var scores: [String] = []
  /// The export Ф1 that the table, taken for an uploaded form, is held against; its title stands above its header.
  public var export: String?
  /// The list of codes given out.
  public var roster: String?
  /// The rows above the table: `Предмет: Биология`.
  public var title: [String] = []
  /// Bytes instead of a table, for the container's rules.
  public var bytes: [UInt8]?
  /// Whether the table is written as CSV in UTF-8 with a byte order mark.
  public var isCSV = false
  /// Whether the table is the sheets of a plan.
  public internal(set) var isPlan = false
  /// The name of the file.
  public var fileName = "протокол.xlsx"
  /// The work's criteria; those of the example work unless a rule needs others.
  public var criteria: ExampleWork = .fourTasks
  /// The shipped table of the work, where it is not the form's own.
  public var shipped: ExampleWork?
  /// What the form has lost.
  public var damage: [FormDescription.Damage] = []
  /// For how many participants the form has rows.
  public var formRoom = 1498
  /// Whether rows stand in the form already.
  public var formIsFilled = false
  /// The day of the test, ISO 8601; a quiet Monday unless a rule needs another. `nil`: not known.
  public var held: String? = "2024-04-15"
  /// The moment of the check, RFC 3339.
  public var now = "2024-04-16T10:00:00+08:00"
  /// The class map: `А=1,Б=2`.
  public var classMap: String?

  /// A case of a transcription; the rest is set by ``with(_:)``.
  public init(_ table: String) { self.table = table }

  /// A clean transcription of the example work.
  public static let plain = Example(
    """
    | Код | Вариант | 1 (1б) | 2 (2б) | 3.1 (1б) | 3.2 (2б) | Класс | Пол | Отм. |
    | 40001 | 1 | 1 | 2 | X | 0 | 1 | м | 4 |
    | 40002 | 2 | 0 | 1 | 1 | 2 | 1 | ж | 5 |
    """)

  /// A file of bytes under a name.
  public init(file name: String, _ bytes: [UInt8]) {
    table = ""
    fileName = name
    self.bytes = bytes
  }

  /// The shipped tables that the example knows.
  func table(_ work: Work) -> Criteria? {
    let criteria = (shipped ?? criteria).criteria
    return criteria?.work == work ? criteria : nil
  }

  /// The case with something changed.
  public func with(_ change: (inout Example) -> Void) -> Example {
    var copy = self
    change(&copy)
    return copy
  }
}

/// The works that examples are written for.
public enum ExampleWork: Sendable {
  /// Tasks `1 (1б)`, `2 (2б)`, `3.1 (1б)`, `3.2 (2б)`; scale 0–1 «2», 2–3 «3», 4–5 «4», 6 «5»; «не пройд.» not offered.
  case fourTasks
  /// The same with «не пройд.» offered.
  case withNotCovered
  /// Two parts: `1 (1б)`, `2 (2б)` and `3 (2б)`, each part with a variant; «не пройд.» offered.
  case twoParts
  /// `4К1 (3б)`, `4К2 (2б)`, where 4К2 is bound by 4К1; no sex.
  case dependent
  /// `1 (2б)`, `2 (1б)`, `3 (3б)`, `4 (1б)`, `5 (2б)`, `6 (1б)`, `7 (1б)`, `8 (2б)`: enough to tell a pattern.
  case eightTasks
  /// No form and no table.
  case unknown
  /// The four tasks for another work, as a shipped table; no form is made of it.
  case other(Work)

  /// The criteria.
  public var criteria: Criteria? {
    switch self {
    case .fourTasks: Self.make([("1", 1, 1), ("2", 2, 1), ("3.1", 1, 1), ("3.2", 2, 1)], scale: true)
    case .withNotCovered:
      Self.make([("1", 1, 1), ("2", 2, 1), ("3.1", 1, 1), ("3.2", 2, 1)], notCovered: true)
    case .twoParts: Self.make([("1", 1, 1), ("2", 2, 1), ("3", 2, 2)], notCovered: true)
    case .dependent: Self.dependentWork
    case .eightTasks: Self.make([2, 1, 3, 1, 2, 1, 1, 2].enumerated().map { ("\($0 + 1)", $1, 1) })
    case .unknown: nil
    case .other(let work): Self.fourTasks(of: work)
    }
  }

  private static func make(_ tasks: [(String, Int, Int)], scale: Bool = false, notCovered: Bool = false)
    -> Criteria
  {
    var terms = EntryTerms(codes: 40_001...41_500)
    terms.notCovered = notCovered ? Set(tasks.indices) : []
    let bands = scale ? [(2, 0...1), (3, 2...3), (4, 4...5), (5, 6...6)] : []
    return Criteria(
      work: Work(season: 2024, grade: 4, subject: "МА"),
      tasks: tasks.compactMap { id, maximum, part in
        TaskID(id).map { TaskCriterion(id: $0, maximum: maximum, part: part) }
      },
      scale: bands.map { MarkBand(mark: $0, points: $1) }, terms: terms, origin: .form)
  }

  private static func fourTasks(of work: Work) -> Criteria? {
    var criteria = ExampleWork.fourTasks.criteria
    criteria?.work = work
    criteria?.terms.codes = work.grade * 10_000 + 1...work.grade * 10_000 + 1_500
    return criteria
  }

  private static var dependentWork: Criteria {
    var criteria = make([("4К1", 3, 1), ("4К2", 2, 1)])
    let nothing: Set<Points> = [Points(0), .notAttempted]
    criteria.dependencies = [
      Dependency(controller: 0, dependent: 1, allowed: [Points(0): nothing, .notAttempted: nothing])
    ]
    criteria.terms.asksSex = false
    return criteria
  }
}
