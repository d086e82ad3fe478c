public import SchoolCalendar

/// A work that was given to an expert to be marked.
public struct Assignment: Sendable, Hashable, Identifiable {
  /// The number: all that an expert sees of the school.
  public let id: Int
  /// The account of the expert.
  public let expert: Int
  /// Which work of which school.
  public let key: WorkKey
  /// Which marking it is: 1, 2, or 3 when the first two differ.
  public let marking: Int
  /// When the expert said that it is done.
  public let finished: Moment?
}

/// One keyed value; the latest of a cell holds, the older ones stay.
public struct MarkingEntry: Sendable, Hashable {
  /// The page on which it was keyed, by a random name of its own.
  public let page: String
  /// The number that the page gave it: the same again is the same entry.
  public let number: Int
  /// 1 for the keying, 2 for the second keying of a sample.
  public let pass: Int
  /// The participant's code.
  public let code: Int
  /// The task.
  public let task: String
  /// The points as keyed: a number, `X`, `н/п`, or nothing for a cell that was emptied.
  public let points: String

  /// A value for a cell.
  public init(page: String, number: Int, pass: Int, code: Int, task: String, points: String) {
    self.page = page
    self.number = number
    self.pass = pass
    self.code = code
    self.task = task
    self.points = points
  }
}

/// Why a work cannot be given to an expert.
public enum AssignmentRefusal: Error, Sendable, Hashable {
  /// The expert works in that school (PLN001).
  case ownSchool
  /// That marking, or that expert's marking of the work, exists.
  case exists
  /// There is no such open account of an expert.
  case noExpert
}
