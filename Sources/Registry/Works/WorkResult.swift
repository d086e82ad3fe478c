public import SchoolCalendar

/// What a check of a work gave.
public struct WorkResult: Sendable, Hashable {
  /// Which work of which school.
  public let key: WorkKey
  /// Where it stands by this check.
  public var state: WorkState
  /// A digest of everything that the check depended on; the same again gives the same result.
  public var inputs: String?
  /// The day of the test.
  public var held: CalendarDay?
  /// How many participants were read.
  public var participants: Int?
  /// The files.
  public var submissions: [Submission] = []
  /// The findings in their order.
  public var findings: [StoredFinding] = []
  /// Points by code as JSON, once nothing stands against the work.
  public var results: String?
  /// The form that was written for the upload.
  public var upload: WrittenForm?

  /// A result without findings.
  public init(_ key: WorkKey, _ state: WorkState) {
    self.key = key
    self.state = state
  }
}

/// A form that was written for the upload.
public struct WrittenForm: Sendable, Hashable {
  /// The SHA-256 of its bytes.
  public let digest: String
  /// Where it lies, below the folder of the run.
  public let path: String
  /// Whether it was made from criteria and not filled in a downloaded one.
  public let isMade: Bool

  /// A form with its digest and its place.
  public init(digest: String, path: String, isMade: Bool) {
    self.digest = digest
    self.path = path
    self.isMade = isMade
  }
}

/// A work as it stands.
public struct WorkRecord: Sendable, Hashable {
  /// The last result; the state is the present one.
  public var result: WorkResult
  /// Since when it is in this state.
  public let changed: Moment

  /// A work with its result.
  public init(result: WorkResult, changed: Moment) {
    self.result = result
    self.changed = changed
  }
}

/// A step in the history of a work.
public struct StateChange: Sendable, Hashable {
  /// When.
  public let at: Moment
  /// The state from then on.
  public let state: WorkState
  /// Why, where there is more to say than the state.
  public let note: String
}
