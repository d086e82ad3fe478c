public import Assessment
internal import Checking
public import Registry
public import SchoolCalendar

/// The files of one work of one school.
public struct WorkGroup: Sendable {
  /// A file in its role.
  public struct Member: Sendable, Hashable {
    /// The file.
    public let file: PileFile
    /// What it is for.
    public let role: Source.Role
  }

  /// Which work of which school.
  public let key: WorkKey
  /// Transcriptions, scores sheets, at most one form, code lists; in this order, by path.
  public internal(set) var members: [Member] = []
  /// Files that were put aside because their codes stand in an earlier file.
  public internal(set) var aside: [PileFile] = []
  /// What has shown against other files; the sources are places in ``files``.
  public internal(set) var crossings: [Crossing] = []
  /// What lists of explanations beside the files explain of it, or may explain.
  public internal(set) var explanations: [Explanations.Entry] = []
  /// The day of the test by a file, else by the plan.
  public internal(set) var held: CalendarDay?
  /// The name of the criteria, where no form tells the work.
  public internal(set) var criteria: String?

  /// All files, those put aside last.
  public var files: [PileFile] { members.map(\.file) + aside }

  /// Whether anything has come that can become a form.
  public var isReceived: Bool { members.contains { $0.role == .transcription || $0.role == .scores } }
}

/// A file that belongs to no work.
public struct StrayFile: Sendable {
  /// The file.
  public let file: PileFile
  /// Why it was put aside.
  public let reason: Text
  /// What has shown; the source in it is 0.
  public let crossings: [Crossing]
}
