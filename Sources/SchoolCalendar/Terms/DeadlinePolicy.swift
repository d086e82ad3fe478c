/// How a district reads the terms of the procedure, data of `schemas/policy/….json`.
///
/// Clause 12.1 says neither what days are meant, nor the hour, the zone or what a day off does: the district decides.
public struct DeadlinePolicy: Hashable, Sendable, Identifiable, Codable {
  /// What days the upload term counts.
  public enum Unit: String, CaseIterable, Hashable, Sendable, Codable {
    case calendar, working
  }

  /// What happens to a calendar term that ends on a day off.
  public enum Rollover: String, CaseIterable, Hashable, Sendable, Codable {
    case none, nextWorkingDay
  }

  /// Which day counts as the test day when a work is written on several: that of the test in the schedule, of its
  /// last part, or of each class by itself.
  public enum Anchor: String, CaseIterable, Hashable, Sendable, Codable {
    case test, lastPart
    case eachClass = "class"
  }

  /// From what difference between two experts a third one is due, in points.
  public struct ThirdExpert: Hashable, Sendable, Codable {
    /// On a task with a maximum of 2 points or more.
    public var maximumTwoOrMore = 2

    /// On a task with a maximum of 1 point.
    public var maximumOne = 1

    enum CodingKeys: CodingKey {
      case maximumTwoOrMore, maximumOne
    }

    /// The limits that hold where a district has set none.
    public init() {}
  }

  /// A rule whose severity the district changes.
  public struct SeverityChange: Hashable, Sendable, Codable {
    /// The rule's code, `DDL001`.
    public var code: String

    /// The severity's word, `error`.
    public var severity: String

    /// Why; must be there when the severity is lowered.
    public var reason: String?
  }

  /// The name in files and on the command line.
  public var id: String

  /// The name for people.
  public var title: String

  /// What days the upload term counts.
  public var unit = Unit.calendar

  /// The working week of expert and district.
  public var week = WorkWeek.five

  /// What a day off at the end of a calendar term does.
  public var rollover = Rollover.none

  /// The time of the last day until which it is not late.
  public var cutoff: ClockTime

  /// The IANA name of the zone of `cutoff`, to be found in the `ZoneTable`.
  public var zone = "Asia/Irkutsk"

  /// Which day the terms count from.
  public var anchor = Anchor.test

  /// The expert's term, working days (clause 11.8).
  public var expertTerm = 2

  /// The school's term, days in the policy's unit (clause 12.1).
  public var uploadTerm = 4

  /// The federal end that holds in place of the season's.
  public var federalEnd: CalendarDay?

  /// How many papers an expert can mark on a working day: an assumption that a district may set by its own practice.
  public var expertLoad = 30

  /// When a third expert is due.
  public var thirdExpert = ThirdExpert()

  /// Severities raised or lowered.
  public var severities: [SeverityChange] = []

  /// Where the policy's values were taken from: clauses, an order of the district.
  public var source: String?

  /// A policy with every default of the procedure: 4 calendar days, 2 working days, 23:59 in Irkutsk.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
    cutoff = ClockTime(clamping: (23 * 60 + 59) * 60)
  }

  /// The reading that unit, week and rollover make.
  public var reading: Reading {
    switch (unit, week, rollover) {
    case (.calendar, _, .none): .calendar
    case (.calendar, _, .nextWorkingDay): .calendarRolled
    case (.working, .five, _): .working5
    case (.working, .six, _): .working6
    }
  }
}
