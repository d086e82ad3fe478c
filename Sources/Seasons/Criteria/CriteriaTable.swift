public import Assessment

/// A table of criteria as its file states it, with its source: what `criteria show` prints and `criteria lint` checks.
///
/// Nothing is corrected: the total is the stated one even where the maxima sum to another, and ids are spelled as in the
/// file. ``Seasons/criteria(for:)`` gives what a protocol is checked by.
public struct CriteriaTable: Hashable, Sendable {
  /// A task.
  public struct Task: Hashable, Sendable {
    /// The id as the file spells it: `5(1)`, `4К1`.
    public var id: String
    /// The most points it gives.
    public var max: Int
    /// The part of the work, from 1; only in a work of several parts.
    public var part: Int?

    /// A task of a table.
    public init(id: String, max: Int, part: Int? = nil) {
      self.id = id
      self.max = max
      self.part = part
    }
  }

  /// A mark and the points that it is recommended for, both ends counted.
  public struct Band: Hashable, Sendable {
    /// The mark, 2 to 5.
    public var mark: Int
    /// The least points.
    public var from: Int
    /// The most points.
    public var to: Int

    /// A band of a scale.
    public init(mark: Int, from: Int, to: Int) {
      self.mark = mark
      self.from = from
      self.to = to
    }
  }

  /// A criterion that limits others.
  public struct Limit: Hashable, Sendable {
    /// The id of the controlling task.
    public var controller: String
    /// Its values under which the limit holds.
    public var whenIn: [Points]
    /// The ids of the limited tasks.
    public var dependents: [String]
    /// All that they may be then.
    public var allowed: [Points]

    /// A limit of a table.
    public init(controller: String, whenIn: [Points], dependents: [String], allowed: [Points]) {
      self.controller = controller
      self.whenIn = whenIn
      self.dependents = dependents
      self.allowed = allowed
    }
  }

  /// The work.
  public var work: Work
  /// The subject's name as the form spells it.
  public var title: String
  /// The tasks in the order of the form's columns.
  public var tasks: [Task]
  /// The sum of the maxima, as stated.
  public var total: Int
  /// The recommended marks; empty where they are not known.
  public var scale: [Band] = []
  /// The criteria that limit others.
  public var dependencies: [Limit] = []
  /// Where the facts were taken from.
  public var source: String
  /// How surely they are known: `high`, `medium` or `low`.
  public var confidence: String
  /// What the tasks and maxima rest on.
  public var tasksBasis: String
  /// What the scale rests on.
  public var scaleBasis: String?
  /// What else to know.
  public var notes: String?

  /// A table of tasks without scale and limits.
  public init(
    work: Work, title: String, tasks: [Task], total: Int, source: String, confidence: String,
    tasksBasis: String
  ) {
    self.work = work
    self.title = title
    self.tasks = tasks
    self.total = total
    self.source = source
    self.confidence = confidence
    self.tasksBasis = tasksBasis
  }

  /// The grades that write works.
  static let grades = [4, 5, 6, 7, 8, 10, 11]
  /// The words for how surely facts are known.
  static let confidences = ["high", "medium", "low"]
}
