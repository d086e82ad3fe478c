public import SchoolCalendar

/// The district's plan of a season: which schools write which works on which days, who observes, who marks, and what
/// the education office has approved (clauses 6 and 11 of the procedure).
///
/// Every value knows its cell, and a plan with holes is a plan: what is missing is for the rules to say. People in it
/// are staff; pupils are only counted.
public struct Plan: Sendable {
  /// A school of the sample.
  public struct School: Sendable, Hashable {
    /// The login in ФИС ОКО, `edu380001`.
    public let login: PlanField<String>
    /// The name.
    public let name: PlanField<String>
    /// Who takes and gives the packages there (clause 11.5).
    public let coordinator: PlanField<String>
  }

  /// A work that a school writes on a day.
  public struct PlannedWork: Sendable, Hashable {
    /// The school: a login, or its name where no login was entered.
    public let school: PlanField<String>
    /// The grade (параллель) and, where only some classes of it are meant, their letters.
    public let grade: PlanField<GradeEntry>
    /// The subject's code, `МА`.
    public let subject: PlanField<String>
    /// The level; basic where nothing is entered.
    public let level: PlanField<Work.Level>
    /// The day of the test.
    public let held: PlanField<CalendarDay>
    /// How many pupils write.
    public let participants: PlanField<Int>
    /// The first code given out.
    public let firstCode: PlanField<Int>
    /// The last code given out.
    public let lastCode: PlanField<Int>
    /// The observer's name.
    public let observer: PlanField<String>
    /// The names of the experts; at least one entry, which may be blank.
    public let experts: [PlanField<String>]
  }

  /// A grade with the letters of its classes: «7», «7А», «7 А, Б».
  public struct GradeEntry: Sendable, Hashable {
    /// The grade.
    public let grade: Int
    /// The letters; empty for the whole grade.
    public let letters: String
  }

  /// An independent observer (clause 10).
  public struct Observer: Sendable, Hashable {
    /// The name.
    public let name: PlanField<String>
    /// Where the person works: an office, or a school by name or login.
    public let workplace: PlanField<String>
  }

  /// An expert of a subject commission (clause 9).
  public struct Expert: Sendable, Hashable {
    /// The name.
    public let name: PlanField<String>
    /// The school where the person teaches, by login or name.
    public let school: PlanField<String>
    /// The subject's code.
    public let subject: PlanField<String>
    /// Whole years of teaching the subject.
    public let experience: PlanField<Int>
  }

  /// What the education office approves.
  public enum Approved: String, Sendable, CaseIterable {
    /// The list of schools.
    case schools = "6.1"
    /// The observers.
    case observers = "6.2"
    /// The experts.
    case experts = "6.3"
    /// The schedule.
    case schedule = "6.4"
  }

  /// An approval with its document.
  public struct Approval: Sendable, Hashable {
    /// What was approved.
    public let subject: PlanField<Approved>
    /// The day of the document.
    public let day: PlanField<CalendarDay>
    /// The number of the document.
    public let number: PlanField<String>
  }

  /// The schools.
  public internal(set) var schools: [School] = []
  /// The works, in the order of the plan.
  public internal(set) var works: [PlannedWork] = []
  /// The observers.
  public internal(set) var observers: [Observer] = []
  /// The experts; one who marks two subjects stands twice.
  public internal(set) var experts: [Expert] = []
  /// The approvals.
  public internal(set) var approvals: [Approval] = []
  /// The tables that were found.
  public internal(set) var tables: Set<PlanTable.Kind> = []
  /// Columns with data that nobody understands.
  public internal(set) var unknownColumns: [Place] = []
  /// Where its schools and people stand; made when all of them are read.
  var index: PlanIndex?

  /// An empty plan.
  public init() {}
}
