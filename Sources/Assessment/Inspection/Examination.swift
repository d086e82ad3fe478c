public import SchoolCalendar
public import Spreadsheet

/// Everything that rules may look at: typed, read once, without files and without a clock.
public struct Examination: Sendable {
  /// What the inspection is for.
  public internal(set) var purpose = Purpose.check
  /// The files, in the order in which they were given.
  public internal(set) var sources: [Source]
  /// What the downloaded form says of itself.
  public internal(set) var form: FormDescription?
  /// The place of the form among the sources.
  public internal(set) var formSource: Int?
  /// The work that was found, by whatever told it.
  public internal(set) var work: Work?
  /// The work that was asked for by `--criteria`, or by the sources, and has no table.
  public internal(set) var wanted: WantedWork?
  /// The shipped table of the same work as the form.
  public internal(set) var shipped: Criteria?
  /// The criteria that hold.
  public internal(set) var criteria: Criteria?
  /// The known works of the same grades, where a table seems to belong to another one.
  var otherWorks: [Criteria] = []
  /// The tables of transcriptions and scores sheets.
  public internal(set) var tables: [ProtocolTable] = []
  /// The sources in which no table was found.
  public internal(set) var withoutTable: [Int] = []
  /// The protocol as it was read.
  public internal(set) var record: AssessmentProtocol?
  /// The comparison of the transcription with a second one.
  public internal(set) var keyings: KeyingComparison?
  /// The export that the form is held against.
  public internal(set) var export: SystemExport?
  /// The form held against the export, cell by cell.
  public internal(set) var exported: ExportComparison?
  /// The codes that were given out.
  public internal(set) var roster: Roster?
  /// What was explained, in a file beside the sources and in the annotated copies among them.
  var explained: [Explanations.Entry] = []
  /// Explanations in such copies that hang on nothing.
  var lostExplanations: [CellLocation] = []
  /// Whether a class map was given.
  public internal(set) var hasClassMap = false
  /// The day of the test and where it was told.
  public internal(set) var held: CalendarDay?
  /// The day that was given outside the files.
  public internal(set) var statedDay: CalendarDay?
  /// The terms that follow from the day.
  public internal(set) var terms: Terms?
  /// Why there are no terms although there is a day.
  public internal(set) var termsProblem: Text?
  /// The moment of the check.
  public internal(set) var now: Moment?
  /// The season of the work.
  public internal(set) var season: Season?
  /// The district's policy.
  public internal(set) var policy: DeadlinePolicy
  /// The district's plan, when that is what is inspected.
  public internal(set) var plan: Plan?
  /// The terms of each planned work, in the order of the plan; `nil` where there is no day, or no calendar for it.
  public internal(set) var plannedTerms: [Terms?] = []
  /// Which days are worked, when a plan is inspected.
  var calendar = ProductionCalendar([])
  /// The ways of packages, when that is what is inspected.
  var custody: [CustodyChain] = []
  /// What looks like a pupil's name in files that are about to leave.
  var outgoing: [OutgoingName] = []
  /// How the written form differs from its source, when it was read back.
  public internal(set) var rereadDifferences: [RereadDifference] = []
  /// What has shown between the files of many schools.
  var crossings: [Crossing] = []
  /// What went wrong on our side.
  public internal(set) var failures: [Text] = []

  /// An examination of nothing, for findings that are about no file.
  public static var empty: Examination {
    Examination(sources: [], policy: DeadlinePolicy(id: "default", title: ""))
  }

  /// The login of the school in ФИС ОКО that a title block names, in lower case.
  public var login: String? { tables.lazy.compactMap(\.title.login?.value).first }

  /// The tables of one role.
  func tables(_ role: Source.Role) -> [ProtocolTable] {
    tables.filter { sources[$0.source].role == role }
  }
}

/// A work that was named and has no table of criteria.
public struct WantedWork: Sendable, Hashable {
  /// The work, or what is known of it, as text.
  public let title: String

  /// A work by what is known of it.
  public init(title: String) { self.title = title }
}

/// A cell of the written form that does not read back as it was meant.
public struct RereadDifference: Sendable, Hashable {
  /// The cell of the written form.
  public let cell: CellReference
  /// The participant's code.
  public let participant: Int?
  /// What was meant.
  public let expected: String
  /// What reads back.
  public let actual: String

  /// A cell that reads back otherwise.
  public init(cell: CellReference, participant: Int?, expected: String, actual: String) {
    self.cell = cell
    self.participant = participant
    self.expected = expected
    self.actual = actual
  }
}
