/// The criteria of one work: what may be entered, task by task, and what the sum means.
public struct Criteria: Hashable, Sendable {
  /// The work; `nil` when a form does not tell which one it is.
  public var work: Work?
  /// The tasks in the order of the form.
  public var tasks: [TaskCriterion]
  /// The highest sum, as the source states it (points).
  public var total: Int
  /// The bands from points to marks, if they are known.
  public var scale: [MarkBand]
  /// Tasks whose points are bound by another task's.
  public var dependencies: [Dependency]
  /// What the form takes beside points.
  public var terms: EntryTerms
  /// Where the table comes from.
  public var origin: Origin

  /// A table of criteria.
  public init(
    work: Work?, tasks: [TaskCriterion], total: Int? = nil, scale: [MarkBand] = [],
    dependencies: [Dependency] = [],
    terms: EntryTerms, origin: Origin
  ) {
    self.work = work
    self.tasks = tasks
    self.total = total ?? tasks.reduce(0) { $0 + $1.maximum }
    self.scale = scale
    self.dependencies = dependencies
    self.terms = terms
    self.origin = origin
  }

  /// The place of a task in ``tasks``.
  public func index(of task: TaskID) -> Int? { tasks.firstIndex { $0.id == task } }

  /// The place of a task, looked for first where it stands when columns follow the order of the form.
  func index(of task: TaskID, near hint: Int) -> Int? {
    tasks.indices.contains(hint) && tasks[hint].id == task ? hint : index(of: task)
  }

  /// The number of parts, each with a variant of its own.
  public var parts: Int { tasks.reduce(1) { max($0, $1.part) } }

  /// The mark that a sum gives; `nil` when the scale is not known.
  public func mark(for points: Int) -> Int? { scale.first { $0.points.contains(points) }?.mark }

  /// The points that a task takes, as the form spells them, in ascending order.
  public func permitted(_ task: Int) -> [String] {
    (0...tasks[task].maximum).map(String.init) + ["X"]
      + (terms.offersNotCovered(task) ? [Words.notCovered] : [])
  }
}

/// A mark and the points that give it.
public struct MarkBand: Hashable, Sendable {
  /// The mark, 2 to 5.
  public let mark: Int
  /// The sums that give it.
  public let points: ClosedRange<Int>

  /// A band of the scale.
  public init(mark: Int, points: ClosedRange<Int>) {
    self.mark = mark
    self.points = points
  }
}

/// A criterion whose points are bound by another one's: for each value of the controller, the values allowed.
public struct Dependency: Hashable, Sendable {
  /// The place of the controlling task in ``Criteria/tasks``.
  public let controller: Int
  /// The place of the bound task.
  public let dependent: Int
  /// For each value of the controller the values that the bound task may take; a value not listed binds nothing.
  public let allowed: [Points: Set<Points>]

  /// A bond between two tasks.
  public init(controller: Int, dependent: Int, allowed: [Points: Set<Points>]) {
    self.controller = controller
    self.dependent = dependent
    self.allowed = allowed
  }
}

/// What a form takes beside points.
public struct EntryTerms: Hashable, Sendable {
  /// The codes that may be given out; `nil` when nothing is known of them.
  public var codes: ClosedRange<Int>?
  /// The numbers of variants.
  public var variants: [Int] = [1, 2]
  /// The ordinal numbers of classes.
  public var classes: ClosedRange<Int> = 1...50
  /// Whether the form asks for the sex.
  public var asksSex = true
  /// The marks of the previous period.
  public var marks: [Int] = [5, 4, 3, 2]
  /// Whether «нет отметки» is offered.
  public var offersNoMark = true
  /// For which tasks «не пройд.» is offered, by place; empty when for none.
  public var notCovered: Set<Int> = []

  /// The terms that all seen forms share.
  public init(codes: ClosedRange<Int>?) { self.codes = codes }

  /// Whether «не пройд.» is offered for a task.
  public func offersNotCovered(_ task: Int) -> Bool { notCovered.contains(task) }
}

/// Where a table of criteria comes from.
public enum Origin: Hashable, Sendable {
  /// The downloaded form itself.
  case form
  /// A shipped table with its source and how surely it is known.
  case table(source: String, confidence: String)
}

/// The words that the electronic form takes, spelled as it spells them.
public enum Words {
  /// Not attempted: Latin X, U+0058.
  public static let notAttempted = "X"
  /// The topic was not taught.
  public static let notCovered = "не пройд."
  /// The pupil was absent.
  public static let absent = "отсутствовал"
  /// There is no mark of the previous period.
  public static let noMark = "нет отметки"
}
