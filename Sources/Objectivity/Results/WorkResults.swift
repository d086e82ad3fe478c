/// A pupil's work: points by task, marks where they are known.
public struct PupilWork: Sendable, Hashable {
  /// The participant's code.
  public let code: Int
  /// The points of each task; what was not attempted counts 0.
  public let points: [Int]
  /// The mark of the ВПР, 2 to 5.
  public let mark: Int?
  /// The mark of the journal, 2 to 5.
  public let journal: Int?

  /// A pupil's work.
  public init(code: Int, points: [Int], mark: Int?, journal: Int?) {
    self.code = code
    self.points = points
    self.mark = mark
    self.journal = journal
  }

  /// The total (points).
  public var total: Int { points.reduce(0, +) }
}

/// The works of one school.
public struct SchoolWorks: Sendable, Hashable {
  /// The school as its source names it: a login, or a file's name.
  public let school: String
  /// Its pupils.
  public let pupils: [PupilWork]

  /// A school's works.
  public init(school: String, pupils: [PupilWork]) {
    self.school = school
    self.pupils = pupils
  }

  /// The points by pupil and task.
  var points: [[Int]] { pupils.map(\.points) }

  /// Works by total, from 0 to a maximum.
  func histogram(maximum: Int) -> [Int] {
    pupils.reduce(into: [Int](repeating: 0, count: maximum + 1)) { counts, pupil in
      if 0...maximum ~= pupil.total { counts[pupil.total] += 1 }
    }
  }
}

/// One work (subject, grade, year) as all schools of the input wrote it.
public struct WorkResults: Sendable, Hashable {
  /// A task.
  public struct Task: Sendable, Hashable {
    /// As the form spells it.
    public let id: String
    /// The maximum (points), 1 or more.
    public let maximum: Int

    /// A task with its maximum.
    public init(id: String, maximum: Int) {
      self.id = id
      self.maximum = maximum
    }
  }

  /// The key of the work.
  public let work: String
  /// The tasks in the order of the form.
  public let tasks: [Task]
  /// The lowest totals of the marks 3, 4 and 5; empty when the scale is not known.
  public let cuts: [Int]
  /// The schools that are looked at.
  public let schools: [SchoolWorks]
  /// Schools that only serve for comparison.
  public let reference: [SchoolWorks]

  /// The results of a work; every pupil has points for every task.
  public init(
    work: String, tasks: [Task], cuts: [Int], schools: [SchoolWorks], reference: [SchoolWorks] = []
  ) {
    self.work = work
    self.tasks = tasks
    self.cuts = cuts
    self.schools = schools
    self.reference = reference
  }

  /// The highest total (points).
  public var maximum: Int { tasks.reduce(0) { $0 + $1.maximum } }

  /// The maxima of the tasks.
  var maxima: [Int] { tasks.map(\.maximum) }

  /// The pupils of all other schools.
  func rest(of school: String) -> [PupilWork] {
    (schools + reference).filter { $0.school != school }.flatMap(\.pupils)
  }

  /// The names of the schools that are looked at, in alphabetical order: no order of merit is made.
  public static func names(_ works: [WorkResults]) -> [String] {
    Set(works.flatMap { $0.schools.map(\.school) }).sorted()
  }

  /// The works of a school.
  func works(of school: String) -> SchoolWorks? { schools.first { $0.school == school } }
}

extension WorkResults {
  /// The same results with one school looked at, all others for comparison; `nil` when the school has no works here.
  public func focused(on school: String) -> WorkResults? {
    guard schools.contains(where: { $0.school == school }) else { return nil }
    return WorkResults(
      work: work, tasks: tasks, cuts: cuts, schools: schools.filter { $0.school == school },
      reference: schools.filter { $0.school != school } + reference)
  }
}
