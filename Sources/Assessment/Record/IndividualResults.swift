/// The ФИС ОКО export Ф1 «Индивидуальные результаты»: what the system holds of every participant, with its cells.
///
/// The `Form` module reads it; the rules compare it with the uploaded form.
public struct IndividualResults: Sendable, Hashable {
  /// A school of the export; a municipality's holds several.
  public struct School: Sendable, Hashable {
    /// The login: `edu123456`; `nil` when the export does not tell it.
    public let login: String?
    /// The school's name.
    public let name: String
    /// How many participants its line states.
    public let stated: Located<Int>?

    /// A school of its parts.
    public init(login: String?, name: String, stated: Located<Int>?) {
      self.login = login
      self.name = name
      self.stated = stated
    }
  }

  /// A participant's row.
  public struct Row: Sendable, Hashable {
    /// The school's place in ``IndividualResults/schools``.
    public let school: Int
    /// The code.
    public let code: Located<Int>
    /// The ordinal number of the class.
    public let schoolClass: Located<Int>
    /// The variant of each part, or that the pupil was absent.
    public let variants: [Located<Variant>]
    /// The points of each task, in the order of ``IndividualResults/tasks``.
    public let points: [Located<Points>]
    /// The primary score.
    public let score: Located<Int>
    /// The mark of the work.
    public let mark: Located<Int>
    /// The mark of the school's journal.
    public let journalMark: Located<PreviousMark>

    /// A row of its values.
    public init(
      school: Int, code: Located<Int>, schoolClass: Located<Int>, variants: [Located<Variant>],
      points: [Located<Points>], score: Located<Int>, mark: Located<Int>, journalMark: Located<PreviousMark>
    ) {
      self.school = school
      self.code = code
      self.schoolClass = schoolClass
      self.variants = variants
      self.points = points
      self.score = score
      self.mark = mark
      self.journalMark = journalMark
    }

    /// Whether the export has the pupil as absent.
    public var isAbsent: Bool { variants.contains { $0.value == .absent } }
  }

  /// A task's column.
  public struct Task: Sendable, Hashable {
    /// The task with the maximum that its header states.
    public let criterion: TaskCriterion
    /// The difficulty above the header: «Б» or «П»; empty when it is not told.
    public let difficulty: String
    /// The header's cell, with its text.
    public let header: Located<String>

    /// A column of its parts.
    public init(criterion: TaskCriterion, difficulty: String, header: Located<String>) {
      self.criterion = criterion
      self.difficulty = difficulty
      self.header = header
    }
  }

  /// The sheet's place in its workbook.
  public let sheet: Int
  /// The work, its maximum and its day.
  public let title: ExportTitle
  /// The tasks from left to right.
  public let tasks: [Task]
  /// The schools in the order of the export.
  public let schools: [School]
  /// The participants in the order of the export.
  public let rows: [Row]

  /// An export of its parts.
  public init(sheet: Int, title: ExportTitle, tasks: [Task], schools: [School], rows: [Row]) {
    self.sheet = sheet
    self.title = title
    self.tasks = tasks
    self.schools = schools
    self.rows = rows
  }
}
