public import Spreadsheet

/// What a downloaded form says of itself; the `Form` module makes it, the rules read it.
public struct FormDescription: Sendable, Hashable {
  /// What a form may have lost.
  public enum Damage: Sendable, Hashable {
    /// The list of a column is gone, or points to `#REF!`.
    case list(header: String, cell: CellReference)
    /// A sheet that lists point to is not there.
    case sheet(name: String)
    /// The rows have no total formula.
    case total(cell: CellReference)
    /// A cell is written in another row than its own, or twice.
    case misplaced(cell: CellReference)
  }

  /// The place of the protocol sheet in the workbook.
  public var sheet: Int
  /// The criteria that the header and the lists state; ``Criteria/work`` holds what the name and the codes tell.
  public var criteria: Criteria
  /// What the file's name tells: season, grade, subject, level.
  public var name: FormName
  /// The grade that the range of codes tells.
  public var gradeOfCodes: Int?
  /// What it has lost.
  public var damage: [Damage]
  /// Codes that stand in it already.
  public var filled: [CellReference]
  /// For how many participants it has rows with a total.
  public var room: Int

  /// A description of its parts.
  public init(
    sheet: Int, criteria: Criteria, name: FormName, gradeOfCodes: Int?, damage: [Damage],
    filled: [CellReference],
    room: Int
  ) {
    self.sheet = sheet
    self.criteria = criteria
    self.name = name
    self.gradeOfCodes = gradeOfCodes
    self.damage = damage
    self.filled = filled
    self.room = room
  }
}

/// What the name of a downloaded form tells: `Форма сбора результатов Английский язык 8 класс ВПР 2026.xlsx`.
public struct FormName: Sendable, Hashable {
  /// The season's year.
  public var season: Int?
  /// The grade.
  public var grade: Int?
  /// The subject's code.
  public var subject: String?
  /// The level.
  public var level: Work.Level

  /// Reads a file's name; what it does not tell stays `nil`.
  public init(_ fileName: String) {
    let folded = Folded(fileName).text
    let words = folded.split { " _.()".contains($0) }
    season = words.compactMap { Int($0) }.first { (2015...2100).contains($0) }
    grade = words.indices.dropLast().first { words[$0 + 1].hasPrefix("класс") }.flatMap { Int(words[$0]) }
    let hasMark = folded.contains("форма") || folded.contains("впр")
    subject = hasMark ? Subject.code(in: fileName) : nil
    level = folded.contains("углубл") ? .advanced : .basic
  }
}
